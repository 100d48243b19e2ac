-- Tables with a period or a history, graph tables, ledger tables, change tracking. Each is a text of its own, because
-- older servers lack the view or the column, and a batch that names a missing column does not run at all.
-- Microsoft: sys-tables-transact-sql (temporal_type, history_table_id: 2016; is_node, is_edge,
-- history_retention_period: 2017; ledger_type: 2022), sys-periods-transact-sql,
-- sys-all-columns-transact-sql, sys-change-tracking-tables-transact-sql
IF OBJECT_ID('sys.periods') IS NOT NULL
    EXEC sp_executesql N'
SELECT ''TABLE'' AS object_kind, OBJECT_SCHEMA_NAME(t.object_id) AS object_schema, t.name AS object_name,
       ''('' + QUOTENAME(s.name) + '', '' + QUOTENAME(e.name) + '')'' AS [PERIOD]
FROM sys.tables t
JOIN sys.periods p ON p.object_id = t.object_id
JOIN sys.columns s ON s.object_id = p.object_id AND s.column_id = p.start_column_id
JOIN sys.columns e ON e.object_id = p.object_id AND e.column_id = p.end_column_id';

IF EXISTS (SELECT * FROM sys.all_columns WHERE object_id = OBJECT_ID('sys.tables') AND name = 'history_retention_period')
    EXEC sp_executesql N'
SELECT ''TABLE'' AS object_kind, OBJECT_SCHEMA_NAME(t.object_id) AS object_schema, t.name AS object_name,
       CASE t.temporal_type WHEN 1 THEN ''(HISTORY)''
            WHEN 2 THEN ''('' + CASE WHEN OBJECT_NAME(t.history_table_id) LIKE ''MSSQL[_]TemporalHistoryFor[_]%'' THEN ''ON''
                                   ELSE QUOTENAME(OBJECT_SCHEMA_NAME(t.history_table_id)) + ''.''
                                        + QUOTENAME(OBJECT_NAME(t.history_table_id)) END
                 + CASE WHEN t.history_retention_period > 0
                        THEN '', '' + CAST(t.history_retention_period AS varchar(10)) + '' ''
                             + t.history_retention_period_unit_desc COLLATE DATABASE_DEFAULT ELSE '''' END + '')'' END AS [HISTORY_TABLE]
FROM sys.tables t
WHERE t.temporal_type <> 0 AND t.name NOT LIKE ''MSSQL[_]TemporalHistoryFor[_]%''';

IF EXISTS (SELECT * FROM sys.all_columns WHERE object_id = OBJECT_ID('sys.tables') AND name = 'is_node')
    EXEC sp_executesql N'
SELECT ''TABLE'' AS object_kind, OBJECT_SCHEMA_NAME(t.object_id) AS object_schema, t.name AS object_name,
       CASE WHEN t.is_node = 1 THEN ''NODE'' ELSE ''EDGE'' END AS [TABLE_KIND]
FROM sys.tables t WHERE t.is_node = 1 OR t.is_edge = 1';

IF EXISTS (SELECT * FROM sys.all_columns WHERE object_id = OBJECT_ID('sys.tables') AND name = 'ledger_type')
    EXEC sp_executesql N'
SELECT ''TABLE'' AS object_kind, OBJECT_SCHEMA_NAME(t.object_id) AS object_schema, t.name AS object_name,
       t.ledger_type_desc AS [LEDGER]
FROM sys.tables t WHERE t.ledger_type IN (2, 3)';

IF OBJECT_ID('sys.change_tracking_tables') IS NOT NULL
    EXEC sp_executesql N'
SELECT ''TABLE'' AS object_kind, OBJECT_SCHEMA_NAME(c.object_id) AS object_schema, OBJECT_NAME(c.object_id) AS object_name,
       CASE WHEN c.is_track_columns_updated_on = 1 THEN ''(ON, TRACK_COLUMNS_UPDATED = ON)'' ELSE ''(ON)'' END AS [CHANGE_TRACKING]
FROM sys.change_tracking_tables c';
