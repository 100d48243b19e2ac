-- Every table that holds rows of the user's, and what it is. The rows of an external table are elsewhere.
-- Microsoft: sys-tables-transact-sql, sys-schemas-transact-sql, sys-columns-transact-sql (generated_always_type: above 4 it
-- is a ledger's), sys-types-transact-sql, temporal-tables (names of histories without one; type 189 is rowversion). Where a server's sys.tables has no is_node and is_edge (2017), the names mean those
-- of the derived table.
SELECT t.object_id, s.name AS schema_name, t.name AS table_name,
       CASE WHEN t.is_memory_optimized = 1 THEN 'MEMORY_OPTIMIZED'
            WHEN EXISTS (SELECT * FROM sys.tables g
                         WHERE g.object_id = t.object_id AND (is_node = 1 OR is_edge = 1)) THEN 'GRAPH'
            WHEN t.is_filetable = 1 THEN 'FILETABLE'
            WHEN EXISTS (SELECT * FROM sys.columns c
                         JOIN sys.tables l ON l.object_id = c.object_id
                         WHERE c.generated_always_type > 4 AND t.object_id IN (l.object_id, l.history_table_id)) THEN 'LEDGER'
            WHEN EXISTS (SELECT * FROM sys.columns c
                         WHERE c.object_id = t.object_id AND c.encryption_type IS NOT NULL) THEN 'ENCRYPTED'
            WHEN EXISTS (SELECT * FROM sys.columns c
                         JOIN sys.types ty ON ty.user_type_id = c.user_type_id
                         WHERE c.object_id = t.object_id AND ty.is_assembly_type = 1 AND ty.is_user_defined = 1) THEN 'CLR'
            WHEN t.name LIKE 'MSSQL[_]TemporalHistoryFor[_]%'
                 AND EXISTS (SELECT * FROM sys.columns c
                             JOIN sys.tables l ON l.object_id = c.object_id
                             WHERE l.history_table_id = t.object_id AND (c.is_computed = 1 OR c.system_type_id = 189)) THEN 'UNLIKE_HISTORY'
            ELSE 'ORDINARY' END AS kind
FROM (SELECT 0 AS is_node, 0 AS is_edge) lacking
CROSS JOIN sys.tables t
JOIN sys.schemas s ON s.schema_id = t.schema_id
WHERE t.is_ms_shipped = 0 AND t.is_external = 0
ORDER BY s.name, t.name
