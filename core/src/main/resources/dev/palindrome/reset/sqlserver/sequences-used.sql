-- What NEXT VALUE FOR gave last; NULL where it gave nothing yet. current_value alone is the same before the first value and
-- behind it.
-- Microsoft: sys-sequences-transact-sql (last_used_value, from 2017)
SELECT s.name AS schema_name, q.name AS sequence_name, CAST(q.last_used_value AS decimal(38, 0)) AS last_used_value
FROM sys.sequences q
JOIN sys.schemas s ON s.schema_id = q.schema_id
WHERE q.is_ms_shipped = 0 AND q.last_used_value IS NOT NULL
ORDER BY s.name, q.name
