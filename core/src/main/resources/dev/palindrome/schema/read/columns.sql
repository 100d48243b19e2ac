-- Columns with their defaults. What a graph or ledger table has besides is the server's, and named anew at each creation.

-- Values of type sql_variant are told as they are: what they become as a text is the driver's business, and never cut.
-- question: columns
-- tells: COLUMN
-- Microsoft: sys-columns-transact-sql (graph_type from 2017), sys-types-transact-sql, sys-schemas-transact-sql,
-- sys-default-constraints-transact-sql, sys-computed-columns-transact-sql, sys-identity-columns-transact-sql,
-- sys-xml-schema-collections-transact-sql, databasepropertyex-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'COLUMN' AS part_kind, c.name AS part_name,
       CASE WHEN c.is_computed = 1 THEN NULL
            WHEN ty.is_user_defined = 1 THEN QUOTENAME(ts.name) + '.' + QUOTENAME(ty.name)
            ELSE UPPER(ty.name COLLATE Latin1_General_BIN2) COLLATE DATABASE_DEFAULT + CASE
                WHEN c.max_length = -1 AND ty.name IN ('nvarchar', 'varchar', 'varbinary') THEN '(MAX)'
                WHEN ty.name IN ('nchar', 'nvarchar') THEN '(' + CAST(c.max_length / 2 AS varchar(10)) + ')'
                WHEN ty.name IN ('char', 'varchar', 'binary', 'varbinary') THEN '(' + CAST(c.max_length AS varchar(10)) + ')'
                WHEN ty.name IN ('decimal', 'numeric') THEN '(' + CAST(c.precision AS varchar(10)) + ',' + CAST(c.scale AS varchar(10)) + ')'
                WHEN ty.name IN ('datetime2', 'datetimeoffset', 'time') THEN '(' + CAST(c.scale AS varchar(10)) + ')'
                ELSE '' END
       END AS [TYPE],
       cc.definition AS [COMPUTED],
       CASE WHEN cc.is_persisted = 1 THEN 'yes' END AS [PERSISTED],
       CASE WHEN c.is_nullable = 0 THEN 'yes' END AS [NOT_NULL],
       ic.seed_value AS identity_seed, ic.increment_value AS identity_increment,
       CASE WHEN ic.is_not_for_replication = 1 THEN 'yes' END AS [NOT_FOR_REPLICATION],
       CASE WHEN c.is_computed = 0 THEN c.collation_name END AS [COLLATION],
       DATABASEPROPERTYEX(DB_NAME(), 'Collation') AS database_collation,
       dc.definition AS [DEFAULT],
       CASE WHEN dc.is_system_named = 0 THEN dc.name END AS default_name,
       CASE WHEN dc.is_system_named = 1 THEN dc.name END AS default_system_name,
       CASE WHEN c.is_sparse = 1 THEN 'yes' END AS [SPARSE],
       CASE WHEN c.is_column_set = 1 THEN 'yes' END AS [COLUMN_SET],
       CASE WHEN c.is_rowguidcol = 1 THEN 'yes' END AS [ROWGUIDCOL],
       CASE WHEN c.is_filestream = 1 THEN 'yes' END AS [FILESTREAM],
       CASE WHEN c.generated_always_type <> 0 THEN '(' + c.generated_always_type_desc COLLATE DATABASE_DEFAULT + ')' END AS [GENERATED],
       CASE WHEN c.is_hidden = 1 THEN 'yes' END AS [HIDDEN],
       CASE WHEN c.xml_collection_id <> 0 THEN QUOTENAME(xs.name) + '.' + QUOTENAME(x.name)
            + CASE WHEN c.is_xml_document = 1 THEN '(DOCUMENT)' ELSE '' END END AS [XML_COLLECTION]
FROM #objects o
JOIN sys.columns c ON c.object_id = o.object_id
JOIN sys.types ty ON ty.user_type_id = c.user_type_id
LEFT JOIN sys.schemas ts ON ts.schema_id = ty.schema_id
LEFT JOIN sys.computed_columns cc ON cc.object_id = c.object_id AND cc.column_id = c.column_id
LEFT JOIN sys.identity_columns ic ON ic.object_id = c.object_id AND ic.column_id = c.column_id
LEFT JOIN sys.default_constraints dc ON dc.object_id = c.default_object_id
LEFT JOIN sys.xml_schema_collections x ON x.xml_collection_id = c.xml_collection_id AND c.xml_collection_id <> 0
LEFT JOIN sys.schemas xs ON xs.schema_id = x.schema_id
WHERE o.changed = 1 AND o.kind IN ('TABLE', 'TABLE_TYPE')
  AND c.graph_type IS NULL AND c.name NOT LIKE 'MSSQL[_]DroppedLedgerColumn[_]%'
ORDER BY o.object_id, c.column_id;

-- Those of other types know no other way (Microsoft: set-ansi-padding-transact-sql). ALTER COLUMN always makes it ON.
-- question: columns with ANSI_PADDING OFF
-- tells: COLUMN / ANSI_PADDING_OFF
-- Microsoft: sys-columns-transact-sql (is_ansi_padded; types 165, 167, 173 and 175 are varbinary, varchar, binary and char),
-- columnproperty-transact-sql (UsesAnsiTrim)
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'COLUMN' AS part_kind, c.name AS part_name, 'yes' AS [ANSI_PADDING_OFF]
FROM #objects o
JOIN sys.columns c ON c.object_id = o.object_id
WHERE o.changed = 1 AND o.kind = 'TABLE' AND c.is_computed = 0 AND c.system_type_id IN (165, 167, 173, 175)
  AND c.is_ansi_padded = 0 AND COLUMNPROPERTY(c.object_id, c.name, 'UsesAnsiTrim') = 0;

-- question: masks of columns
-- tells: COLUMN / MASKED
-- Microsoft: sys-masked-columns-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'COLUMN' AS part_kind, m.name AS part_name, m.masking_function AS [MASKED]
FROM #objects o
JOIN sys.masked_columns m ON m.object_id = o.object_id
WHERE o.changed = 1 AND o.kind = 'TABLE' AND m.is_masked = 1;

-- question: encrypted columns
-- tells: COLUMN / ENCRYPTED
-- Microsoft: sys-columns-transact-sql, sys-column-encryption-keys-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'COLUMN' AS part_kind, c.name AS part_name,
       '(COLUMN_ENCRYPTION_KEY = ' + QUOTENAME(k.name) + ', ENCRYPTION_TYPE = ' + c.encryption_type_desc COLLATE DATABASE_DEFAULT
       + ', ALGORITHM = ''' + c.encryption_algorithm_name COLLATE DATABASE_DEFAULT + ''')' AS [ENCRYPTED]
FROM #objects o
JOIN sys.columns c ON c.object_id = o.object_id
JOIN sys.column_encryption_keys k ON k.column_encryption_key_id = c.column_encryption_key_id
WHERE o.changed = 1 AND o.kind IN ('TABLE', 'TABLE_TYPE') AND c.encryption_type IS NOT NULL;

-- question: dimensions of vectors
-- tells:
-- if there is: sys.columns.vector_base_type_desc
-- Microsoft: sys-columns-transact-sql (vector_dimensions and vector_base_type_desc, from 2025), vector-data-type
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'COLUMN' AS part_kind, c.name AS part_name,
       'VECTOR(' + CAST(c.vector_dimensions AS varchar(10))
       + CASE WHEN c.vector_base_type_desc = 'float32' THEN '' ELSE ',' + UPPER(c.vector_base_type_desc COLLATE Latin1_General_BIN2) COLLATE DATABASE_DEFAULT END + ')' AS [TYPE]
FROM #objects o
JOIN sys.columns c ON c.object_id = o.object_id
WHERE o.changed = 1 AND o.kind IN ('TABLE', 'TABLE_TYPE') AND c.vector_dimensions > 0 AND c.is_computed = 0;
