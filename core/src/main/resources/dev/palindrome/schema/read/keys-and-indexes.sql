-- Primary keys, UNIQUE constraints and indexes; a constraint's index is the constraint.
-- Microsoft: sys-indexes-transact-sql, sys-index-columns-transact-sql, sys-key-constraints-transact-sql,
-- sys-partitions-transact-sql, sys-data-spaces-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       CASE WHEN i.is_primary_key = 1 THEN 'PRIMARY_KEY' WHEN i.is_unique_constraint = 1 THEN 'UNIQUE_KEY' ELSE 'INDEX' END AS part_kind,
       i.name AS part_name,
       CASE WHEN k.is_system_named = 1 OR o.kind = 'TABLE_TYPE' AND (i.is_primary_key = 1 OR i.is_unique_constraint = 1)
            THEN 1 ELSE 0 END AS system_named,
       '(' + (SELECT STRING_AGG(CAST(QUOTENAME(c.name) + CASE WHEN ix.is_descending_key = 1 THEN ' DESC' ELSE '' END AS nvarchar(max)), ', ')
                     WITHIN GROUP (ORDER BY ix.key_ordinal * 10000 + ix.index_column_id)
              FROM sys.index_columns ix
              JOIN sys.columns c ON c.object_id = ix.object_id AND c.column_id = ix.column_id
              WHERE ix.object_id = i.object_id AND ix.index_id = i.index_id
                AND (ix.key_ordinal > 0 OR i.type IN (3, 4, 5, 6) AND ix.is_included_column = 0 OR i.type = 6)) + ')' AS [COLUMNS],
       CASE WHEN i.type <> 6 THEN
       '(' + (SELECT STRING_AGG(CAST(QUOTENAME(c.name) AS nvarchar(max)), ', ') WITHIN GROUP (ORDER BY ix.index_column_id)
              FROM sys.index_columns ix
              JOIN sys.columns c ON c.object_id = ix.object_id AND c.column_id = ix.column_id
              WHERE ix.object_id = i.object_id AND ix.index_id = i.index_id AND ix.is_included_column = 1) + ')' END AS [INCLUDED],
       CASE WHEN i.is_unique = 1 AND i.is_primary_key = 0 AND i.is_unique_constraint = 0 THEN 'yes' END AS [UNIQUE],
       CASE WHEN i.type_desc <> CASE WHEN i.is_primary_key = 1 THEN 'CLUSTERED' ELSE 'NONCLUSTERED' END
            THEN REPLACE(i.type_desc, ' ', '_') END AS [INDEX_KIND],
       i.filter_definition AS [FILTER],
       CASE WHEN i.is_disabled = 1 THEN 'yes' END AS [DISABLED],
       '(' + NULLIF(STUFF(
            CASE WHEN i.ignore_dup_key = 1 THEN ', IGNORE_DUP_KEY = ON' ELSE '' END
            + CASE WHEN i.fill_factor NOT IN (0, 100) THEN ', FILLFACTOR = ' + CAST(i.fill_factor AS varchar(3)) ELSE '' END
            + CASE WHEN i.is_padded = 1 THEN ', PAD_INDEX = ON' ELSE '' END
            + CASE WHEN i.allow_row_locks = 0 THEN ', ALLOW_ROW_LOCKS = OFF' ELSE '' END
            + CASE WHEN i.allow_page_locks = 0 AND i.type NOT IN (5, 6, 7) THEN ', ALLOW_PAGE_LOCKS = OFF' ELSE '' END,
            1, 2, ''), '') + ')' AS [OPTIONS],
       CASE WHEN i.index_id > 1 AND (d.type = 'PS' OR d.is_default = 0) THEN QUOTENAME(d.name) END AS [DATA_SPACE],
       CASE WHEN i.index_id > 1 AND i.type NOT IN (5, 6) AND p.data_compression_desc <> 'NONE'
            THEN p.data_compression_desc END AS [COMPRESSION]
FROM @objects o
JOIN sys.indexes i ON i.object_id = o.object_id
LEFT JOIN sys.key_constraints k ON k.parent_object_id = i.object_id AND k.unique_index_id = i.index_id
LEFT JOIN sys.data_spaces d ON d.data_space_id = i.data_space_id
LEFT JOIN (SELECT object_id, index_id, MAX(data_compression_desc) AS data_compression_desc
           FROM sys.partitions GROUP BY object_id, index_id) p
       ON p.object_id = i.object_id AND p.index_id = i.index_id
WHERE o.changed = 1 AND i.index_id > 0 AND i.is_hypothetical = 0;

-- Microsoft: sys-xml-indexes-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name, 'INDEX' AS part_kind, x.name AS part_name,
       CASE WHEN x.using_xml_index_id IS NULL THEN '(PRIMARY)'
            ELSE '(USING ' + QUOTENAME(u.name) + ' FOR ' + x.secondary_type_desc COLLATE DATABASE_DEFAULT + ')' END AS [DETAILS]
FROM @objects o
JOIN sys.xml_indexes x ON x.object_id = o.object_id
LEFT JOIN sys.indexes u ON u.object_id = x.object_id AND u.index_id = x.using_xml_index_id
WHERE o.changed = 1;

-- Microsoft: sys-spatial-indexes-transact-sql, sys-spatial-index-tessellations-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name, 'INDEX' AS part_kind, x.name AS part_name,
       '(' + t.tessellation_scheme COLLATE DATABASE_DEFAULT
       + COALESCE(', BOX ' + CAST(t.bounding_box_xmin AS varchar(30)) + ' ' + CAST(t.bounding_box_ymin AS varchar(30))
                  + ' ' + CAST(t.bounding_box_xmax AS varchar(30)) + ' ' + CAST(t.bounding_box_ymax AS varchar(30)), '')
       + COALESCE(', GRIDS ' + t.level_1_grid_desc COLLATE DATABASE_DEFAULT + ' '
                  + t.level_2_grid_desc COLLATE DATABASE_DEFAULT + ' '
                  + t.level_3_grid_desc COLLATE DATABASE_DEFAULT + ' '
                  + t.level_4_grid_desc COLLATE DATABASE_DEFAULT, '')
       + COALESCE(', CELLS ' + CAST(t.cells_per_object AS varchar(10)), '') + ')' AS [DETAILS]
FROM @objects o
JOIN sys.spatial_indexes x ON x.object_id = o.object_id
JOIN sys.spatial_index_tessellations t ON t.object_id = x.object_id AND t.index_id = x.index_id
WHERE o.changed = 1;
