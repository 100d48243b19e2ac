-- Checks that new rows are held to and that old rows may break.
-- Microsoft: sys-check-constraints-transact-sql
SELECT c.parent_object_id, c.name AS constraint_name
FROM sys.check_constraints c
WHERE c.is_disabled = 0 AND c.is_not_trusted = 1 AND c.is_ms_shipped = 0
ORDER BY c.parent_object_id, c.name
