-- Triggers on tables that fire.
-- Microsoft: sys-triggers-transact-sql
SELECT r.parent_id, r.name AS trigger_name
FROM sys.triggers r
JOIN sys.tables t ON t.object_id = r.parent_id
WHERE r.is_disabled = 0 AND r.is_ms_shipped = 0
ORDER BY r.parent_id, r.name
