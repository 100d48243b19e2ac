-- Columns with their defaults. A collation is told where it is not the database's.
-- Microsoft: sys-columns-transact-sql, sys-types-transact-sql, sys-default-constraints-transact-sql,
-- sys-computed-columns-transact-sql, sys-identity-columns-transact-sql, sys-xml-schema-collections-transact-sql,
-- sys-databases-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'COLUMN' AS part_kind, c.name AS part_name,
       CASE WHEN c.is_computed = 1 THEN NULL
            WHEN ty.is_user_defined = 1 THEN QUOTENAME(ts.name) + '.' + QUOTENAME(ty.name)
            ELSE UPPER(ty.name) + CASE
                WHEN c.max_length = -1 AND ty.name IN ('nvarchar', 'varchar', 'varbinary') THEN '(MAX)'
                WHEN ty.name IN ('nchar', 'nvarchar') THEN '(' + CAST(c.max_length / 2 AS varchar(10)) + ')'
                WHEN ty.name IN ('char', 'varchar', 'binary', 'varbinary') THEN '(' + CAST(c.max_length AS varchar(10)) + ')'
                WHEN ty.name IN ('decimal', 'numeric') THEN '(' + CAST(c.precision AS varchar(10)) + ',' + CAST(c.scale AS varchar(10)) + ')'
                WHEN ty.name IN ('datetime2', 'datetimeoffset', 'time') THEN '(' + CAST(c.scale AS varchar(10)) + ')'
                WHEN ty.name = 'vector' THEN '(' + CAST((c.max_length - 8) / 4 AS varchar(10)) + ')'
                ELSE '' END
       END AS [TYPE],
       cc.definition AS [COMPUTED],
       CASE WHEN cc.is_persisted = 1 THEN 'yes' END AS [PERSISTED],
       CASE WHEN c.is_nullable = 0 THEN 'yes' END AS [NOT_NULL],
       CASE WHEN c.is_identity = 1 THEN '(' + CAST(ic.seed_value AS varchar(50)) + ',' + CAST(ic.increment_value AS varchar(50)) + ')' END AS [IDENTITY],
       CASE WHEN ic.is_not_for_replication = 1 THEN 'yes' END AS [NOT_FOR_REPLICATION],
       CASE WHEN c.is_computed = 0 AND c.collation_name <> d.collation_name
            THEN c.collation_name END AS [COLLATION],
       dc.definition AS [DEFAULT],
       CASE WHEN dc.is_system_named = 0 THEN dc.name END AS default_name,
       CASE WHEN dc.is_system_named = 1 THEN dc.name END AS default_system_name,
       CASE WHEN c.is_sparse = 1 THEN 'yes' END AS [SPARSE],
       CASE WHEN c.is_column_set = 1 THEN 'yes' END AS [COLUMN_SET],
       CASE WHEN c.is_rowguidcol = 1 THEN 'yes' END AS [ROWGUIDCOL],
       CASE WHEN c.is_filestream = 1 THEN 'yes' END AS [FILESTREAM],
       CASE WHEN c.generated_always_type <> 0 THEN '(' + c.generated_always_type_desc COLLATE DATABASE_DEFAULT + ')' END AS [GENERATED],
       CASE WHEN c.is_hidden = 1 THEN 'yes' END AS [HIDDEN],
       CASE WHEN c.encryption_type IS NOT NULL THEN c.encryption_type_desc END AS [ENCRYPTED],
       CASE WHEN c.xml_collection_id <> 0 THEN QUOTENAME(xs.name) + '.' + QUOTENAME(x.name)
            + CASE WHEN c.is_xml_document = 1 THEN '(DOCUMENT)' ELSE '' END END AS [XML_COLLECTION]
FROM @objects o
JOIN sys.columns c ON c.object_id = o.object_id
JOIN sys.types ty ON ty.user_type_id = c.user_type_id
LEFT JOIN sys.schemas ts ON ts.schema_id = ty.schema_id
LEFT JOIN sys.databases d ON d.name = DB_NAME()
LEFT JOIN sys.computed_columns cc ON cc.object_id = c.object_id AND cc.column_id = c.column_id
LEFT JOIN sys.identity_columns ic ON ic.object_id = c.object_id AND ic.column_id = c.column_id
LEFT JOIN sys.default_constraints dc ON dc.object_id = c.default_object_id
LEFT JOIN sys.xml_schema_collections x ON x.xml_collection_id = c.xml_collection_id AND c.xml_collection_id <> 0
LEFT JOIN sys.schemas xs ON xs.schema_id = x.schema_id
WHERE o.changed = 1 AND o.kind IN ('TABLE', 'TABLE_TYPE')
ORDER BY o.object_id, c.column_id;

-- Microsoft: sys-masked-columns-transact-sql
IF OBJECT_ID('sys.masked_columns') IS NOT NULL
    EXEC sp_executesql N'
SELECT ''TABLE'' AS object_kind, OBJECT_SCHEMA_NAME(m.object_id) AS object_schema, OBJECT_NAME(m.object_id) AS object_name,
       ''COLUMN'' AS part_kind, m.name AS part_name, m.masking_function AS [MASKED]
FROM sys.masked_columns m WHERE m.is_masked = 1';
