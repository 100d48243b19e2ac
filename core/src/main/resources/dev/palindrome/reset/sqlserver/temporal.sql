-- Tables with a period, and their histories where they have one. A text of its own: a server that lacks a column does not run a batch that names it.
-- Microsoft: sys-tables-transact-sql (history_table_id: 2016, history_retention_period: 2017), sys-periods-transact-sql
IF OBJECT_ID('sys.periods') IS NOT NULL
    EXEC sp_executesql N'
SELECT t.object_id, COALESCE(t.history_table_id, 0) AS history_table_id, s.name AS start_column, e.name AS end_column,
       CAST(s.is_hidden AS int) AS start_hidden, CAST(e.is_hidden AS int) AS end_hidden,
       CASE WHEN t.history_retention_period > 0
            THEN CAST(t.history_retention_period AS varchar(10)) + '' '' + t.history_retention_period_unit_desc COLLATE DATABASE_DEFAULT
            ELSE ''INFINITE'' END AS retention
FROM sys.tables t
JOIN sys.periods p ON p.object_id = t.object_id
JOIN sys.columns s ON s.object_id = p.object_id AND s.column_id = p.start_column_id
JOIN sys.columns e ON e.object_id = p.object_id AND e.column_id = p.end_column_id
WHERE t.is_ms_shipped = 0
ORDER BY t.object_id';
ELSE
    SELECT 0 AS object_id WHERE 1 = 0;
