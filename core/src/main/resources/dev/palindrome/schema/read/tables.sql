-- What can be said about a table as a whole.
-- Microsoft: sys-tables-transact-sql, sys-periods-transact-sql, sys-indexes-transact-sql (index_id 0 and 1),
-- sys-partitions-transact-sql, sys-data-spaces-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       CASE WHEN t.uses_ansi_nulls = 0 THEN 'yes' END AS [ANSI_NULLS_OFF],
       CASE WHEN t.lock_escalation_desc <> 'TABLE' THEN t.lock_escalation_desc END AS [LOCK_ESCALATION],
       CASE WHEN t.is_memory_optimized = 1 THEN t.durability_desc END AS [MEMORY_OPTIMIZED],
       CASE WHEN t.is_tracked_by_cdc = 1 THEN 'yes' END AS [CHANGE_DATA_CAPTURE],
       CASE WHEN t.is_filetable = 1 THEN 'FILETABLE' WHEN t.is_external = 1 THEN 'EXTERNAL' END AS [TABLE_KIND]
FROM @objects o
JOIN sys.tables t ON t.object_id = o.object_id
WHERE o.changed = 1;

SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       CASE WHEN d.type = 'PS' OR d.is_default = 0 THEN QUOTENAME(d.name) END AS [DATA_SPACE],
       CASE WHEN p.data_compression_desc <> 'NONE' THEN p.data_compression_desc END AS [COMPRESSION]
FROM @objects o
JOIN sys.indexes i ON i.object_id = o.object_id AND i.index_id IN (0, 1)
LEFT JOIN sys.data_spaces d ON d.data_space_id = i.data_space_id
LEFT JOIN (SELECT object_id, index_id, MAX(data_compression_desc) AS data_compression_desc
           FROM sys.partitions GROUP BY object_id, index_id) p
       ON p.object_id = i.object_id AND p.index_id = i.index_id
WHERE o.changed = 1 AND o.kind = 'TABLE';
