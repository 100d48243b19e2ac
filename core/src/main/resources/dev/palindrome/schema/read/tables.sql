-- What can be said about a table as a whole.

-- question: options of tables
-- tells: TABLE / ANSI_NULLS_OFF LOCK_ESCALATION MEMORY_OPTIMIZED CHANGE_DATA_CAPTURE TABLE_KIND
-- Microsoft: sys-tables-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       CASE WHEN t.uses_ansi_nulls = 0 THEN 'yes' END AS [ANSI_NULLS_OFF],
       CASE WHEN t.lock_escalation <> 0 THEN t.lock_escalation_desc END AS [LOCK_ESCALATION],
       CASE WHEN t.is_memory_optimized = 1 THEN t.durability_desc END AS [MEMORY_OPTIMIZED],
       CASE WHEN t.is_tracked_by_cdc = 1 THEN 'yes' END AS [CHANGE_DATA_CAPTURE],
       CASE WHEN t.is_filetable = 1 THEN 'FILETABLE' WHEN t.is_external = 1 THEN 'EXTERNAL' END AS [TABLE_KIND]
FROM #objects o
JOIN sys.tables t ON t.object_id = o.object_id
WHERE o.changed = 1;

-- question: graph tables
-- tells: TABLE / TABLE_KIND
-- Microsoft: sys-tables-transact-sql (is_node and is_edge)
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       CASE WHEN t.is_node = 1 THEN 'NODE' ELSE 'EDGE' END AS [TABLE_KIND]
FROM #objects o
JOIN sys.tables t ON t.object_id = o.object_id
WHERE o.changed = 1 AND (t.is_node = 1 OR t.is_edge = 1);

-- The compression of a clustered columnstore index is told with the index.
-- question: filegroups, partitions and compression of tables
-- tells: TABLE / DATA_SPACE COMPRESSION
-- Microsoft: sys-indexes-transact-sql (index_id 0 and 1), sys-index-columns-transact-sql (partition_ordinal),
-- sys-columns-transact-sql, sys-partitions-transact-sql, sys-data-spaces-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       CASE WHEN d.type = 'PS'
            THEN QUOTENAME(d.name)
                 + COALESCE('(' + (SELECT QUOTENAME(c.name) FROM sys.index_columns ic
                                   JOIN sys.columns c ON c.object_id = ic.object_id AND c.column_id = ic.column_id
                                   WHERE ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.partition_ordinal = 1) + ')', '')
            WHEN d.is_default = 0 THEN QUOTENAME(d.name) END AS [DATA_SPACE],
       CASE WHEN i.type <> 5 THEN
            CASE WHEN p.least = p.most THEN NULLIF(p.how, 'NONE')
                 ELSE '(' + (SELECT STRING_AGG(q.how + ' ON PARTITIONS (' + q.numbers + ')', ', ') WITHIN GROUP (ORDER BY q.how)
                             FROM (SELECT x.data_compression_desc COLLATE DATABASE_DEFAULT AS how,
                                          STRING_AGG(CAST(x.partition_number AS nvarchar(max)), ', ') WITHIN GROUP (ORDER BY x.partition_number) AS numbers
                                   FROM sys.partitions x
                                   WHERE x.object_id = i.object_id AND x.index_id = i.index_id AND x.data_compression <> 0
                                   GROUP BY x.data_compression_desc COLLATE DATABASE_DEFAULT) q) + ')' END
       END AS [COMPRESSION]
FROM #objects o
JOIN sys.indexes i ON i.object_id = o.object_id AND i.index_id IN (0, 1)
LEFT JOIN sys.data_spaces d ON d.data_space_id = i.data_space_id
LEFT JOIN (SELECT object_id, index_id, MIN(data_compression) AS least, MAX(data_compression) AS most,
                  MAX(data_compression_desc COLLATE DATABASE_DEFAULT) AS how
           FROM sys.partitions GROUP BY object_id, index_id) p
       ON p.object_id = i.object_id AND p.index_id = i.index_id
WHERE o.changed = 1 AND o.kind = 'TABLE';

-- Large values of a partitioned table are where its rows are.
-- question: filegroups of large and FILESTREAM values
-- tells: TABLE / TEXTIMAGE_ON FILESTREAM_ON
-- Microsoft: sys-tables-transact-sql (lob_data_space_id, filestream_data_space_id), sys-data-spaces-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       CASE WHEN l.type = 'FG' AND l.is_default = 0 THEN QUOTENAME(l.name) END AS [TEXTIMAGE_ON],
       CASE WHEN f.is_default = 0 THEN QUOTENAME(f.name) END AS [FILESTREAM_ON]
FROM #objects o
JOIN sys.tables t ON t.object_id = o.object_id
LEFT JOIN sys.data_spaces l ON l.data_space_id = t.lob_data_space_id
LEFT JOIN sys.data_spaces f ON f.data_space_id = t.filestream_data_space_id
WHERE o.changed = 1 AND o.kind = 'TABLE' AND t.is_memory_optimized = 0
  AND (l.type = 'FG' AND l.is_default = 0 OR f.is_default = 0);

-- question: periods of temporal tables
-- tells: TABLE / PERIOD
-- Microsoft: sys-tables-transact-sql, sys-periods-transact-sql, sys-columns-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       '(' + QUOTENAME(s.name) + ', ' + QUOTENAME(e.name) + ')' AS [PERIOD]
FROM #objects o
JOIN sys.periods p ON p.object_id = o.object_id
JOIN sys.columns s ON s.object_id = p.object_id AND s.column_id = p.start_column_id
JOIN sys.columns e ON e.object_id = p.object_id AND e.column_id = p.end_column_id
WHERE o.kind = 'TABLE';

-- question: histories of temporal tables
-- tells: TABLE / HISTORY_TABLE
-- Microsoft: sys-tables-transact-sql (temporal_type, history_table_id, history_retention_period)
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       CASE t.temporal_type WHEN 1 THEN '(HISTORY)'
            WHEN 2 THEN '(' + CASE WHEN OBJECT_NAME(t.history_table_id) LIKE 'MSSQL[_]TemporalHistoryFor[_]%'
                                     OR OBJECT_NAME(t.history_table_id) LIKE 'MSSQL[_]LedgerHistoryFor[_]%' THEN 'ON'
                                   ELSE QUOTENAME(OBJECT_SCHEMA_NAME(t.history_table_id)) + '.'
                                        + QUOTENAME(OBJECT_NAME(t.history_table_id)) END
                 + CASE WHEN t.history_retention_period > 0
                        THEN ', ' + CAST(t.history_retention_period AS varchar(10)) + ' '
                             + t.history_retention_period_unit_desc COLLATE DATABASE_DEFAULT ELSE '' END + ')' END AS [HISTORY_TABLE]
FROM #objects o
JOIN sys.tables t ON t.object_id = o.object_id
WHERE t.temporal_type <> 0;

-- question: ledger tables
-- tells: TABLE / LEDGER
-- if there is: sys.tables.ledger_type
-- Microsoft: sys-tables-transact-sql (ledger_type and ledger_view_id, from 2022)
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       t.ledger_type_desc COLLATE DATABASE_DEFAULT
       + COALESCE(' LEDGER_VIEW ' + QUOTENAME(OBJECT_SCHEMA_NAME(t.ledger_view_id)) + '.' + QUOTENAME(OBJECT_NAME(t.ledger_view_id)), '') AS [LEDGER]
FROM #objects o
JOIN sys.tables t ON t.object_id = o.object_id
WHERE t.ledger_type IN (2, 3);

-- question: columns of ledger views
-- tells: TABLE / DETAILS
-- if there is: sys.columns.ledger_view_column_type
-- Microsoft: sys-tables-transact-sql (ledger_view_id), sys-columns-transact-sql (ledger_view_column_type, from 2022)
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       '(' + STRING_AGG(CAST(QUOTENAME(c.name) AS nvarchar(max)), ', ') WITHIN GROUP (ORDER BY c.ledger_view_column_type) + ')' AS [DETAILS]
FROM #objects o
JOIN sys.tables t ON t.object_id = o.object_id
JOIN sys.columns c ON c.object_id = t.ledger_view_id
WHERE t.ledger_view_id <> 0 AND c.ledger_view_column_type <> 0
GROUP BY o.kind, o.schema_name, o.object_name;

-- question: FileTables
-- tells: TABLE / DETAILS
-- Microsoft: sys-filetables-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       '(' + COALESCE('DIRECTORY ' + QUOTENAME(f.directory_name COLLATE DATABASE_DEFAULT), 'NO DIRECTORY')
       + COALESCE(', COLLATE ' + f.filename_collation_name COLLATE DATABASE_DEFAULT, '')
       + CASE WHEN f.is_enabled = 0 THEN ', NAMESPACE OFF' ELSE '' END + ')' AS [DETAILS]
FROM #objects o
JOIN sys.filetables f ON f.object_id = o.object_id
WHERE o.changed = 1;

-- question: external tables
-- tells: TABLE / DETAILS
-- Microsoft: sys-external-tables-transact-sql, sys-external-data-sources-transact-sql,
-- sys-external-file-formats-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       '(' + COALESCE('DATA_SOURCE = ' + QUOTENAME(s.name COLLATE DATABASE_DEFAULT), 'NO DATA_SOURCE')
       + COALESCE(', LOCATION = ' + e.location COLLATE DATABASE_DEFAULT, '')
       + COALESCE(', FILE_FORMAT = ' + QUOTENAME(f.name COLLATE DATABASE_DEFAULT), '')
       + COALESCE(', REJECT_TYPE = ' + CAST(e.reject_type AS nvarchar(60)) COLLATE DATABASE_DEFAULT, '')
       + COALESCE(', REJECT_VALUE = ' + CAST(e.reject_value AS varchar(30)), '') + ')' AS [DETAILS]
FROM #objects o
JOIN sys.external_tables e ON e.object_id = o.object_id
LEFT JOIN sys.external_data_sources s ON s.data_source_id = e.data_source_id
LEFT JOIN sys.external_file_formats f ON f.file_format_id = e.file_format_id
WHERE o.changed = 1;

-- question: change tracking of tables
-- tells: TABLE / CHANGE_TRACKING
-- Microsoft: sys-change-tracking-tables-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       CASE WHEN c.is_track_columns_updated_on = 1 THEN '(ON, TRACK_COLUMNS_UPDATED = ON)' ELSE '(ON)' END AS [CHANGE_TRACKING]
FROM #objects o
JOIN sys.change_tracking_tables c ON c.object_id = o.object_id;
