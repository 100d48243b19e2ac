-- Microsoft: sys-sequences-transact-sql
SELECT s.name AS schema_name, q.name AS sequence_name
FROM sys.sequences q
JOIN sys.schemas s ON s.schema_id = q.schema_id
WHERE q.is_ms_shipped = 0
ORDER BY s.name, q.name
