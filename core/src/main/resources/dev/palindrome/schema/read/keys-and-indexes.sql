-- Primary keys, UNIQUE constraints, indexes and statistics; a constraint's index is the constraint.

-- Every column of a columnstore index says that it is included; those of XML, spatial, vector and JSON indexes have no
-- place among the keys. The index that the server gives a graph table is the server's, and graph columns are called by the
-- names that statements know them by, which take no brackets: of one such name there are up to three columns, kept ones (1, 3
-- and 4, 6 and 7) and computed ones (2, 5, 8).
-- question: keys and indexes
-- tells: PRIMARY_KEY UNIQUE_KEY INDEX
-- Microsoft: sys-indexes-transact-sql, sys-index-columns-transact-sql, sys-key-constraints-transact-sql,
-- sys-columns-transact-sql (graph_type), sys-partitions-transact-sql, sys-data-spaces-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       CASE WHEN i.is_primary_key = 1 THEN 'PRIMARY_KEY' WHEN i.is_unique_constraint = 1 THEN 'UNIQUE_KEY' ELSE 'INDEX' END AS part_kind,
       i.name AS part_name,
       CASE WHEN k.is_system_named = 1 OR o.kind = 'TABLE_TYPE' AND (i.is_primary_key = 1 OR i.is_unique_constraint = 1)
            THEN 1 ELSE 0 END AS system_named,
       '(' + l.keys + ')' AS [COLUMNS],
       '(' + l.included + ')' AS [INCLUDED],
       CASE WHEN i.is_unique = 1 AND i.is_primary_key = 0 AND i.is_unique_constraint = 0 THEN 'yes' END AS [UNIQUE],
       CASE WHEN i.type <> CASE WHEN i.is_primary_key = 1 THEN 1 ELSE 2 END THEN REPLACE(i.type_desc, ' ', '_') END AS [INDEX_KIND],
       i.filter_definition AS [FILTER],
       CASE WHEN i.is_disabled = 1 THEN 'yes' END AS [DISABLED],
       '(' + NULLIF(STUFF(
            CASE WHEN i.ignore_dup_key = 1 THEN ', IGNORE_DUP_KEY = ON' ELSE '' END
            + CASE WHEN i.fill_factor NOT IN (0, 100) THEN ', FILLFACTOR = ' + CAST(i.fill_factor AS varchar(3)) ELSE '' END
            + CASE WHEN i.is_padded = 1 THEN ', PAD_INDEX = ON' ELSE '' END
            + CASE WHEN i.allow_row_locks = 0 THEN ', ALLOW_ROW_LOCKS = OFF' ELSE '' END
            + CASE WHEN i.allow_page_locks = 0 AND i.type NOT IN (5, 6, 7) THEN ', ALLOW_PAGE_LOCKS = OFF' ELSE '' END,
            1, 2, ''), '') + ')' AS [OPTIONS],
       CASE WHEN i.index_id > 1 AND d.type = 'PS'
            THEN QUOTENAME(d.name)
                 + COALESCE('(' + (SELECT QUOTENAME(c.name) FROM sys.index_columns pc
                                   JOIN sys.columns c ON c.object_id = pc.object_id AND c.column_id = pc.column_id
                                   WHERE pc.object_id = i.object_id AND pc.index_id = i.index_id AND pc.partition_ordinal = 1) + ')', '')
            WHEN i.index_id > 1 AND d.is_default = 0 THEN QUOTENAME(d.name) END AS [DATA_SPACE],
       CASE WHEN i.index_id > 1 OR i.type = 5 THEN
            CASE WHEN p.least = p.most THEN NULLIF(NULLIF(p.how, 'NONE'), 'COLUMNSTORE')
                 ELSE '(' + (SELECT STRING_AGG(q.how + ' ON PARTITIONS (' + q.numbers + ')', ', ') WITHIN GROUP (ORDER BY q.how)
                             FROM (SELECT x.data_compression_desc COLLATE DATABASE_DEFAULT AS how,
                                          STRING_AGG(CAST(x.partition_number AS nvarchar(max)), ', ') WITHIN GROUP (ORDER BY x.partition_number) AS numbers
                                   FROM sys.partitions x
                                   WHERE x.object_id = i.object_id AND x.index_id = i.index_id AND x.data_compression NOT IN (0, 3)
                                   GROUP BY x.data_compression_desc COLLATE DATABASE_DEFAULT) q) + ')' END
       END AS [COMPRESSION]
FROM #objects o
JOIN sys.indexes i ON i.object_id = o.object_id
LEFT JOIN sys.key_constraints k ON k.parent_object_id = i.object_id AND k.unique_index_id = i.index_id
LEFT JOIN sys.data_spaces d ON d.data_space_id = i.data_space_id
OUTER APPLY (SELECT MAX(CASE WHEN g.is_key = 1 THEN g.names END) AS keys, MAX(CASE WHEN g.is_key = 0 THEN g.names END) AS included
             FROM (SELECT n.is_key, STRING_AGG(n.name, ', ') WITHIN GROUP (ORDER BY n.place) AS names
                   FROM (SELECT CASE WHEN ix.is_included_column = 1 AND i.type <> 6 THEN 0 ELSE 1 END AS is_key, ix.key_ordinal * 10000
                                + ix.index_column_id AS place, CAST(CASE WHEN c.graph_type IN (1, 2) THEN CASE WHEN e.object_id IS NULL THEN '$node_id' ELSE '$edge_id' END
                                          WHEN c.graph_type IN (4, 5) THEN '$from_id' WHEN c.graph_type IN (7, 8) THEN '$to_id'
                                          ELSE QUOTENAME(c.name) END
                                     + CASE WHEN ix.is_descending_key = 1 THEN ' DESC' ELSE '' END AS nvarchar(max)) AS name FROM sys.index_columns ix
                         JOIN sys.columns c ON c.object_id = ix.object_id AND c.column_id = ix.column_id
                         LEFT JOIN (SELECT DISTINCT y.object_id FROM sys.columns y WHERE y.graph_type = 3) e ON e.object_id = c.object_id
                         WHERE ix.object_id = i.object_id AND ix.index_id = i.index_id
                           AND (ix.key_ordinal > 0 OR ix.is_included_column = 1 OR i.type IN (3, 4, 8, 9) AND ix.partition_ordinal = 0)
                           AND i.type <> 5 AND ISNULL(c.graph_type, 0) NOT IN (3, 6)
                           AND NOT (c.graph_type IN (2, 5, 8)
                                    AND EXISTS (SELECT * FROM sys.index_columns gx
                                                JOIN sys.columns gc ON gc.object_id = gx.object_id AND gc.column_id = gx.column_id
                                                WHERE gx.object_id = ix.object_id AND gx.index_id = ix.index_id
                                                  AND gc.graph_type = c.graph_type - 1))) n
                   GROUP BY n.is_key) g) l
LEFT JOIN (SELECT object_id, index_id, MIN(data_compression) AS least, MAX(data_compression) AS most,
                  MAX(data_compression_desc COLLATE DATABASE_DEFAULT) AS how
           FROM sys.partitions GROUP BY object_id, index_id) p
       ON p.object_id = i.object_id AND p.index_id = i.index_id
WHERE o.changed = 1 AND i.index_id > 0 AND i.is_hypothetical = 0 AND i.name NOT LIKE 'GRAPH[_]UNIQUE[_]INDEX[_]%';

-- question: delays of columnstore indexes
-- tells: INDEX / OPTIONS
-- Microsoft: sys-indexes-transact-sql (compression_delay)
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name, 'INDEX' AS part_kind, i.name AS part_name,
       '(COMPRESSION_DELAY = ' + CAST(i.compression_delay AS varchar(10)) + ')' AS [OPTIONS]
FROM #objects o
JOIN sys.indexes i ON i.object_id = o.object_id
WHERE o.changed = 1 AND i.type IN (5, 6) AND i.compression_delay > 0;

-- question: order of columnstore indexes
-- tells: INDEX / DETAILS
-- if there is: sys.index_columns.column_store_order_ordinal
-- Microsoft: sys-index-columns-transact-sql (column_store_order_ordinal, from 2022), sys-indexes-transact-sql,
-- sys-columns-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name, 'INDEX' AS part_kind, i.name AS part_name,
       '(ORDER (' + STRING_AGG(CAST(QUOTENAME(c.name) AS nvarchar(max)), ', ') WITHIN GROUP (ORDER BY ix.column_store_order_ordinal) + '))' AS [DETAILS]
FROM #objects o
JOIN sys.indexes i ON i.object_id = o.object_id
JOIN sys.index_columns ix ON ix.object_id = i.object_id AND ix.index_id = i.index_id
JOIN sys.columns c ON c.object_id = ix.object_id AND c.column_id = ix.column_id
WHERE o.changed = 1 AND ix.column_store_order_ordinal > 0
GROUP BY o.kind, o.schema_name, o.object_name, i.name;

-- question: OPTIMIZE_FOR_SEQUENTIAL_KEY of indexes
-- tells: PRIMARY_KEY UNIQUE_KEY INDEX / SEQUENTIAL_KEY
-- if there is: sys.indexes.optimize_for_sequential_key
-- Microsoft: sys-indexes-transact-sql (optimize_for_sequential_key, from 2019), sys-key-constraints-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       CASE WHEN i.is_primary_key = 1 THEN 'PRIMARY_KEY' WHEN i.is_unique_constraint = 1 THEN 'UNIQUE_KEY' ELSE 'INDEX' END AS part_kind,
       i.name AS part_name,
       CASE WHEN k.is_system_named = 1 THEN 1 ELSE 0 END AS system_named,
       'yes' AS [SEQUENTIAL_KEY]
FROM #objects o
JOIN sys.indexes i ON i.object_id = o.object_id
LEFT JOIN sys.key_constraints k ON k.parent_object_id = i.object_id AND k.unique_index_id = i.index_id
WHERE o.changed = 1 AND o.kind = 'TABLE' AND i.index_id > 0 AND i.optimize_for_sequential_key = 1;

-- question: buckets of hash indexes
-- tells: PRIMARY_KEY UNIQUE_KEY INDEX / DETAILS
-- Microsoft: sys-hash-indexes-transact-sql, sys-key-constraints-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       CASE WHEN i.is_primary_key = 1 THEN 'PRIMARY_KEY' WHEN i.is_unique_constraint = 1 THEN 'UNIQUE_KEY' ELSE 'INDEX' END AS part_kind,
       i.name AS part_name,
       CASE WHEN k.is_system_named = 1 OR o.kind = 'TABLE_TYPE' AND (i.is_primary_key = 1 OR i.is_unique_constraint = 1)
            THEN 1 ELSE 0 END AS system_named,
       '(BUCKET_COUNT = ' + CAST(i.bucket_count AS varchar(10)) + ')' AS [DETAILS]
FROM #objects o
JOIN sys.hash_indexes i ON i.object_id = o.object_id
LEFT JOIN sys.key_constraints k ON k.parent_object_id = i.object_id AND k.unique_index_id = i.index_id
WHERE o.changed = 1;

-- question: XML indexes
-- tells: INDEX / DETAILS
-- Microsoft: sys-xml-indexes-transact-sql (xml_index_type), sys-indexes-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name, 'INDEX' AS part_kind, x.name AS part_name,
       CASE x.xml_index_type WHEN 0 THEN '(PRIMARY)'
            WHEN 1 THEN '(USING ' + QUOTENAME(u.name) + ' FOR ' + x.secondary_type_desc COLLATE DATABASE_DEFAULT + ')'
            WHEN 2 THEN '(SELECTIVE)'
            ELSE '(SELECTIVE USING ' + QUOTENAME(u.name) + ')' END AS [DETAILS]
FROM #objects o
JOIN sys.xml_indexes x ON x.object_id = o.object_id
LEFT JOIN sys.indexes u ON u.object_id = x.object_id AND u.index_id = x.using_xml_index_id
WHERE o.changed = 1;

-- question: paths of selective XML indexes
-- tells: INDEX / DETAILS
-- Microsoft: sys-xml-indexes-transact-sql (path_id), sys-selective-xml-index-paths-transact-sql,
-- sys-selective-xml-index-namespaces-transact-sql, type-name-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name, 'INDEX' AS part_kind, x.name AS part_name,
       '(SELECTIVE' + COALESCE(' USING ' + QUOTENAME(u.name), '') + ': '
       + STRING_AGG(CAST(p.name COLLATE DATABASE_DEFAULT + ' = ' + p.path COLLATE DATABASE_DEFAULT
                         + ' AS ' + p.path_type_desc COLLATE DATABASE_DEFAULT
                         + CASE WHEN p.path_type = 0
                                THEN COALESCE(' ' + p.xquery_type_description COLLATE DATABASE_DEFAULT, '')
                                     + COALESCE(' ' + CAST(p.xquery_max_length AS varchar(10)), '')
                                ELSE COALESCE(' ' + TYPE_NAME(p.user_type_id) + '(' + CAST(p.max_length AS varchar(10)) + ' '
                                              + CAST(p.precision AS varchar(10)) + ' ' + CAST(p.scale AS varchar(10)) + ')', '') END
                         + CASE WHEN p.is_node = 1 THEN ' NODE' ELSE '' END
                         + CASE WHEN p.is_singleton = 1 THEN ' SINGLETON' ELSE '' END AS nvarchar(max)), ', ')
         WITHIN GROUP (ORDER BY p.path_id)
       + COALESCE(', XMLNAMESPACES '
                  + (SELECT STRING_AGG(CAST(CASE WHEN n.is_default_uri = 1 THEN 'DEFAULT' ELSE n.prefix COLLATE DATABASE_DEFAULT END
                                            + ' = ' + n.uri COLLATE DATABASE_DEFAULT AS nvarchar(max)), ', ')
                            WITHIN GROUP (ORDER BY n.prefix)
                     FROM sys.selective_xml_index_namespaces n
                     WHERE n.object_id = x.object_id AND n.index_id = x.index_id), '') + ')' AS [DETAILS]
FROM #objects o
JOIN sys.xml_indexes x ON x.object_id = o.object_id
JOIN sys.selective_xml_index_paths p ON p.object_id = x.object_id
     AND (x.xml_index_type = 2 AND p.index_id = x.index_id
          OR x.xml_index_type = 3 AND p.index_id = x.using_xml_index_id AND p.path_id = x.path_id)
LEFT JOIN sys.xml_indexes u ON u.object_id = x.object_id AND u.index_id = x.using_xml_index_id
WHERE o.changed = 1
GROUP BY o.kind, o.schema_name, o.object_name, x.object_id, x.index_id, x.name, u.name;

-- question: spatial indexes
-- tells: INDEX / DETAILS
-- Microsoft: sys-spatial-indexes-transact-sql, sys-spatial-index-tessellations-transact-sql,
-- cast-and-convert-transact-sql (style 3: all digits; without it six)
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name, 'INDEX' AS part_kind, x.name AS part_name,
       '(' + t.tessellation_scheme COLLATE DATABASE_DEFAULT
       + COALESCE(', BOX ' + CONVERT(varchar(30), t.bounding_box_xmin, 3) + ' ' + CONVERT(varchar(30), t.bounding_box_ymin, 3)
                  + ' ' + CONVERT(varchar(30), t.bounding_box_xmax, 3) + ' ' + CONVERT(varchar(30), t.bounding_box_ymax, 3), '')
       + COALESCE(', GRIDS ' + t.level_1_grid_desc COLLATE DATABASE_DEFAULT + ' '
                  + t.level_2_grid_desc COLLATE DATABASE_DEFAULT + ' '
                  + t.level_3_grid_desc COLLATE DATABASE_DEFAULT + ' '
                  + t.level_4_grid_desc COLLATE DATABASE_DEFAULT, '')
       + COALESCE(', CELLS ' + CAST(t.cells_per_object AS varchar(10)), '') + ')' AS [DETAILS]
FROM #objects o
JOIN sys.spatial_indexes x ON x.object_id = o.object_id
JOIN sys.spatial_index_tessellations t ON t.object_id = x.object_id AND t.index_id = x.index_id
WHERE o.changed = 1;

-- Its rows are in a table of the server's own.
-- question: compression of spatial indexes
-- tells: INDEX / COMPRESSION
-- Microsoft: sys-spatial-indexes-transact-sql, sys-internal-tables-transact-sql (EXTENDED_INDEXES), sys-partitions-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name, 'INDEX' AS part_kind, x.name AS part_name,
       MAX(p.data_compression_desc COLLATE DATABASE_DEFAULT) AS [COMPRESSION]
FROM #objects o
JOIN sys.spatial_indexes x ON x.object_id = o.object_id
JOIN sys.internal_tables t ON t.parent_id = x.object_id AND t.parent_minor_id = x.index_id
JOIN sys.partitions p ON p.object_id = t.object_id AND p.index_id = 1
WHERE o.changed = 1 AND t.internal_type_desc = 'EXTENDED_INDEXES' AND p.data_compression <> 0
GROUP BY o.kind, o.schema_name, o.object_name, x.name;

-- question: JSON indexes
-- tells: INDEX / DETAILS
-- if there is: sys.json_indexes.optimize_for_array_search
-- Microsoft: sys-json-indexes-transact-sql and sys-json-index-paths-transact-sql (from 2025)
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name, 'INDEX' AS part_kind, x.name AS part_name,
       '(FOR ' + COALESCE((SELECT STRING_AGG(CAST(p.path COLLATE DATABASE_DEFAULT AS nvarchar(max)), ', ') WITHIN GROUP (ORDER BY p.path)
                           FROM sys.json_index_paths p WHERE p.object_id = x.object_id AND p.index_id = x.index_id), '')
       + CASE WHEN x.optimize_for_array_search = 1 THEN ', OPTIMIZE_FOR_ARRAY_SEARCH = ON' ELSE '' END + ')' AS [DETAILS]
FROM #objects o
JOIN sys.json_indexes x ON x.object_id = o.object_id
WHERE o.changed = 1;

-- question: vector indexes
-- tells: INDEX / DETAILS
-- if there is: sys.vector_indexes.distance_metric
-- Microsoft: sys-vector-indexes-transact-sql (from 2025)
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name, 'INDEX' AS part_kind, x.name AS part_name,
       '(METRIC = ' + x.distance_metric COLLATE DATABASE_DEFAULT + ', TYPE = ' + x.vector_index_type COLLATE DATABASE_DEFAULT + ')' AS [DETAILS]
FROM #objects o
JOIN sys.vector_indexes x ON x.object_id = o.object_id
WHERE o.changed = 1;

-- question: statistics of indexes
-- tells: PRIMARY_KEY UNIQUE_KEY INDEX / STATISTICS_NORECOMPUTE STATISTICS_INCREMENTAL
-- Microsoft: sys-stats-transact-sql (no_recompute, is_incremental), sys-indexes-transact-sql,
-- sys-key-constraints-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       CASE WHEN i.is_primary_key = 1 THEN 'PRIMARY_KEY' WHEN i.is_unique_constraint = 1 THEN 'UNIQUE_KEY' ELSE 'INDEX' END AS part_kind,
       i.name AS part_name,
       CASE WHEN k.is_system_named = 1 THEN 1 ELSE 0 END AS system_named,
       CASE WHEN s.no_recompute = 1 THEN 'yes' END AS [STATISTICS_NORECOMPUTE],
       CASE WHEN s.is_incremental = 1 THEN 'yes' END AS [STATISTICS_INCREMENTAL]
FROM #objects o
JOIN sys.indexes i ON i.object_id = o.object_id
JOIN sys.stats s ON s.object_id = i.object_id AND s.stats_id = i.index_id
LEFT JOIN sys.key_constraints k ON k.parent_object_id = i.object_id AND k.unique_index_id = i.index_id
WHERE o.changed = 1 AND o.kind IN ('TABLE', 'VIEW') AND i.index_id > 0 AND (s.no_recompute = 1 OR s.is_incremental = 1);

-- Those that somebody created: ALTER and DROP COLUMN stop at them (error 5074). They have no date.
-- question: statistics
-- tells: STATISTICS
-- Microsoft: sys-stats-transact-sql, sys-stats-columns-transact-sql, sys-columns-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name, 'STATISTICS' AS part_kind, s.name AS part_name,
       '(' + (SELECT STRING_AGG(CAST(QUOTENAME(c.name) AS nvarchar(max)), ', ') WITHIN GROUP (ORDER BY sc.stats_column_id)
              FROM sys.stats_columns sc
              JOIN sys.columns c ON c.object_id = sc.object_id AND c.column_id = sc.column_id
              WHERE sc.object_id = s.object_id AND sc.stats_id = s.stats_id) + ')' AS [COLUMNS],
       s.filter_definition AS [FILTER],
       CASE WHEN s.no_recompute = 1 THEN 'yes' END AS [STATISTICS_NORECOMPUTE],
       CASE WHEN s.is_incremental = 1 THEN 'yes' END AS [STATISTICS_INCREMENTAL]
FROM #objects o
JOIN sys.stats s ON s.object_id = o.object_id
WHERE s.user_created = 1 AND s.is_temporary = 0;

-- question: AUTO_DROP of statistics
-- tells: STATISTICS / OPTIONS
-- if there is: sys.stats.auto_drop
-- Microsoft: sys-stats-transact-sql (auto_drop, from 2022), create-statistics-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name, 'STATISTICS' AS part_kind, s.name AS part_name,
       '(AUTO_DROP = ON)' AS [OPTIONS]
FROM #objects o
JOIN sys.stats s ON s.object_id = o.object_id
WHERE s.user_created = 1 AND s.is_temporary = 0 AND s.auto_drop = 1;

-- A key whose name the server made up is told by its kind.
-- question: full-text indexes
-- tells: FULL_TEXT_INDEX
-- Microsoft: sys-fulltext-catalogs-transact-sql, sys-fulltext-indexes-transact-sql, sys-fulltext-index-columns-transact-sql,
-- sys-columns-transact-sql, sys-indexes-transact-sql, sys-key-constraints-transact-sql, sys-fulltext-stoplists-transact-sql,
-- sys-registered-search-property-lists-transact-sql, sys-data-spaces-transact-sql, create-fulltext-index-transact-sql (STOPLIST: number 0 is SYSTEM)
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'FULL_TEXT_INDEX' AS part_kind, c.name AS part_name,
       '(' + (SELECT STRING_AGG(CAST(QUOTENAME(k.name) + COALESCE(' TYPE COLUMN ' + QUOTENAME(y.name), '')
                                     + ' ' + CAST(x.language_id AS varchar(10))
                                     + CASE WHEN x.statistical_semantics = 1 THEN ' STATISTICAL_SEMANTICS' ELSE '' END AS nvarchar(max)), ', ')
                     WITHIN GROUP (ORDER BY k.name)
              FROM sys.fulltext_index_columns x
              JOIN sys.columns k ON k.object_id = x.object_id AND k.column_id = x.column_id
              LEFT JOIN sys.columns y ON y.object_id = x.object_id AND y.column_id = x.type_column_id
              WHERE x.object_id = f.object_id) + ')' AS [COLUMNS],
       '(KEY INDEX ' + CASE WHEN u.is_system_named = 1 THEN u.type_desc COLLATE DATABASE_DEFAULT ELSE QUOTENAME(i.name) END
       + ', CHANGE_TRACKING = ' + f.change_tracking_state_desc COLLATE DATABASE_DEFAULT
       + ', STOPLIST = ' + COALESCE(QUOTENAME(s.name COLLATE DATABASE_DEFAULT), CASE WHEN f.stoplist_id = 0 THEN 'SYSTEM' ELSE 'OFF' END)
       + COALESCE(', SEARCH PROPERTY LIST = ' + QUOTENAME(p.name COLLATE DATABASE_DEFAULT), '')
       + CASE WHEN d.is_default = 0 THEN ', FILEGROUP ' + QUOTENAME(d.name) ELSE '' END + ')' AS [DETAILS],
       CASE WHEN f.is_enabled = 0 THEN 'yes' END AS [DISABLED]
FROM #objects o
JOIN sys.fulltext_indexes f ON f.object_id = o.object_id
LEFT JOIN sys.indexes i ON i.object_id = f.object_id AND i.index_id = f.unique_index_id
LEFT JOIN sys.key_constraints u ON u.parent_object_id = i.object_id AND u.unique_index_id = i.index_id
LEFT JOIN sys.fulltext_stoplists s ON s.stoplist_id = f.stoplist_id
LEFT JOIN sys.data_spaces d ON d.data_space_id = f.data_space_id
LEFT JOIN sys.registered_search_property_lists p ON p.property_list_id = f.property_list_id
LEFT JOIN sys.fulltext_catalogs c ON c.fulltext_catalog_id = f.fulltext_catalog_id;

-- question: full-text catalogues
-- tells: FULL_TEXT_CATALOG
-- Microsoft: sys-fulltext-catalogs-transact-sql, sys-database-principals-transact-sql
SELECT 'FULL_TEXT_CATALOG' AS object_kind, c.name AS object_name,
       CASE WHEN c.is_default = 1 THEN 'DEFAULT' ELSE '' END
       + CASE WHEN c.is_accent_sensitivity_on = 0 THEN '_ACCENT_INSENSITIVE' ELSE '' END AS [VALUE],
       CASE WHEN w.name <> 'dbo' THEN QUOTENAME(w.name) END AS [OWNER]
FROM sys.fulltext_catalogs c
LEFT JOIN sys.database_principals w ON w.principal_id = c.principal_id;
