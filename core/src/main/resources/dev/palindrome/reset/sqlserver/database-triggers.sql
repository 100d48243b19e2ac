-- Triggers of the database itself, which fire when its schema is changed.
-- Microsoft: sys-triggers-transact-sql (parent_class)
SELECT r.name AS trigger_name, CAST(r.is_disabled AS int) AS is_disabled
FROM sys.triggers r
WHERE r.parent_class = 0 AND r.is_ms_shipped = 0
ORDER BY r.name
