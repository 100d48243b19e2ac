-- Every table that holds rows of the user's.
-- Microsoft: sys-tables-transact-sql, sys-schemas-transact-sql
SELECT t.object_id, s.name AS schema_name, t.name AS table_name, CAST(t.is_memory_optimized AS int) AS memory_optimized
FROM sys.tables t
JOIN sys.schemas s ON s.schema_id = t.schema_id
WHERE t.is_ms_shipped = 0
ORDER BY s.name, t.name
