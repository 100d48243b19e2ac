-- How sequences count, and what tells where they stand. current_value is the last value given; where none was given since
-- the sequence was made or restarted, it is the first one.
-- Microsoft: sys-sequences-transact-sql
SELECT s.name AS schema_name, q.name AS sequence_name,
       CAST(q.start_value AS decimal(38, 0)) AS start_value, CAST(q.increment AS decimal(38, 0)) AS increment,
       CAST(q.minimum_value AS decimal(38, 0)) AS minimum_value, CAST(q.maximum_value AS decimal(38, 0)) AS maximum_value,
       CAST(q.current_value AS decimal(38, 0)) AS current_value, CONVERT(varchar(30), q.modify_date, 126) AS modified
FROM sys.sequences q
JOIN sys.schemas s ON s.schema_id = q.schema_id
WHERE q.is_ms_shipped = 0
ORDER BY s.name, q.name
