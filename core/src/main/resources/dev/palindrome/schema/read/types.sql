-- Alias types, table types, CLR types, assemblies, collections of XML schemas.

-- question: alias types
-- tells: ALIAS_TYPE
-- Microsoft: sys-types-transact-sql, sys-schemas-transact-sql
SELECT 'ALIAS_TYPE' AS object_kind, s.name AS object_schema, t.name AS object_name,
       UPPER(b.name COLLATE Latin1_General_BIN2) COLLATE DATABASE_DEFAULT + CASE
           WHEN t.max_length = -1 THEN '(MAX)'
           WHEN b.name IN ('nchar', 'nvarchar') THEN '(' + CAST(t.max_length / 2 AS varchar(10)) + ')'
           WHEN b.name IN ('char', 'varchar', 'binary', 'varbinary') THEN '(' + CAST(t.max_length AS varchar(10)) + ')'
           WHEN b.name IN ('decimal', 'numeric') THEN '(' + CAST(t.precision AS varchar(10)) + ',' + CAST(t.scale AS varchar(10)) + ')'
           WHEN b.name IN ('datetime2', 'datetimeoffset', 'time') THEN '(' + CAST(t.scale AS varchar(10)) + ')'
           ELSE '' END AS [TYPE],
       CASE WHEN t.is_nullable = 0 THEN 'yes' END AS [NOT_NULL]
FROM sys.types t
JOIN sys.types b ON b.user_type_id = t.system_type_id
JOIN sys.schemas s ON s.schema_id = t.schema_id
WHERE t.is_user_defined = 1 AND t.is_table_type = 0 AND t.is_assembly_type = 0;

-- question: table types in memory
-- tells: TABLE_TYPE / MEMORY_OPTIMIZED
-- Microsoft: sys-table-types-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name, 'ON' AS [MEMORY_OPTIMIZED]
FROM #objects o
JOIN sys.table_types t ON t.type_table_object_id = o.object_id
WHERE t.is_memory_optimized = 1;

-- question: CLR types
-- tells: CLR_TYPE
-- Microsoft: sys-assembly-types-transact-sql, sys-assemblies-transact-sql, sys-schemas-transact-sql
SELECT 'CLR_TYPE' AS object_kind, s.name AS object_schema, t.name AS object_name,
       QUOTENAME(a.name) + '.' + QUOTENAME(t.assembly_class COLLATE DATABASE_DEFAULT) AS [VALUE]
FROM sys.assembly_types t
JOIN sys.assemblies a ON a.assembly_id = t.assembly_id
JOIN sys.schemas s ON s.schema_id = t.schema_id
WHERE t.is_user_defined = 1;

-- question: assemblies
-- tells: ASSEMBLY / VALUE
-- Microsoft: sys-assemblies-transact-sql
SELECT 'ASSEMBLY' AS object_kind, a.name AS object_name,
       a.permission_set_desc COLLATE DATABASE_DEFAULT + CASE WHEN CAST(a.is_visible AS int) = 0 THEN ' VISIBILITY OFF' ELSE '' END AS [VALUE]
FROM sys.assemblies a
WHERE CAST(a.is_user_defined AS int) = 1;

-- question: contents of assemblies
-- tells: ASSEMBLY / DETAILS
-- Microsoft: sys-assemblies-transact-sql, sys-assembly-files-transact-sql, hashbytes-transact-sql
SELECT 'ASSEMBLY' AS object_kind, a.name AS object_name,
       STRING_AGG(CAST(CONVERT(varchar(66), HASHBYTES('SHA2_256', f.content), 1) AS nvarchar(max)), ', ')
       WITHIN GROUP (ORDER BY f.file_id) AS [DETAILS]
FROM sys.assemblies a
JOIN sys.assembly_files f ON f.assembly_id = a.assembly_id
WHERE CAST(a.is_user_defined AS int) = 1
GROUP BY a.name;

-- question: names of XML schema collections
-- tells: XML_SCHEMA_COLLECTION
-- Microsoft: sys-xml-schema-collections-transact-sql, sys-schemas-transact-sql
SELECT 'XML_SCHEMA_COLLECTION' AS object_kind, s.name AS object_schema, x.name AS object_name
FROM sys.xml_schema_collections x
JOIN sys.schemas s ON s.schema_id = x.schema_id
WHERE s.name <> 'sys';

-- question: contents of XML schema collections
-- tells: XML_SCHEMA_COLLECTION / DEFINITION
-- Microsoft: sys-xml-schema-collections-transact-sql, sys-xml-schema-components-transact-sql,
-- sys-xml-schema-facets-transact-sql, sys-xml-schema-namespaces-transact-sql, sys-schemas-transact-sql
SELECT 'XML_SCHEMA_COLLECTION' AS object_kind, s.name AS object_schema, x.name AS object_name,
       (SELECT STRING_AGG(q.part, ', ') WITHIN GROUP (ORDER BY q.part)
        FROM (SELECT CAST(COALESCE(n.name COLLATE DATABASE_DEFAULT, '') + ':' + COALESCE(c.name COLLATE DATABASE_DEFAULT, '') + ' '
                          + c.kind_desc COLLATE DATABASE_DEFAULT + ' ' + c.derivation_desc COLLATE DATABASE_DEFAULT
                          + COALESCE(' ' + b.name COLLATE DATABASE_DEFAULT, '')
                          + COALESCE(' ' + f.kind_desc COLLATE DATABASE_DEFAULT + '=' + CAST(f.value AS nvarchar(4000)) COLLATE DATABASE_DEFAULT, '')
                          AS nvarchar(max)) AS part
              FROM sys.xml_schema_components c
              LEFT JOIN sys.xml_schema_namespaces n ON n.xml_collection_id = c.xml_collection_id AND n.xml_namespace_id = c.xml_namespace_id
              LEFT JOIN sys.xml_schema_components b ON b.xml_component_id = c.base_xml_component_id
              LEFT JOIN sys.xml_schema_facets f ON f.xml_component_id = c.xml_component_id
              WHERE c.xml_collection_id = x.xml_collection_id) q) AS [DEFINITION]
FROM sys.xml_schema_collections x
JOIN sys.schemas s ON s.schema_id = x.schema_id
WHERE s.name <> 'sys';

-- question: occurrences in XML schema collections
-- tells: XML_SCHEMA_COLLECTION / DETAILS
-- Microsoft: sys-xml-schema-collections-transact-sql, sys-xml-schema-components-transact-sql,
-- sys-xml-schema-component-placements-transact-sql, sys-schemas-transact-sql
SELECT 'XML_SCHEMA_COLLECTION' AS object_kind, s.name AS object_schema, x.name AS object_name,
       (SELECT STRING_AGG(q.part, ', ') WITHIN GROUP (ORDER BY q.part)
        FROM (SELECT CAST(c.kind_desc COLLATE DATABASE_DEFAULT + COALESCE(' ' + c.name COLLATE DATABASE_DEFAULT, '')
                          + ': ' + d.kind_desc COLLATE DATABASE_DEFAULT + COALESCE(' ' + d.name COLLATE DATABASE_DEFAULT, '')
                          + ' ' + CAST(p.min_occurrences AS varchar(20)) + '..' + CAST(p.max_occurrences AS varchar(20))
                          + COALESCE(' = ' + p.default_value COLLATE DATABASE_DEFAULT, '')
                          + CASE WHEN p.is_default_fixed = 1 THEN ' FIXED' ELSE '' END AS nvarchar(max)) AS part
              FROM sys.xml_schema_components c
              JOIN sys.xml_schema_component_placements p ON p.xml_component_id = c.xml_component_id
              JOIN sys.xml_schema_components d ON d.xml_component_id = p.placed_xml_component_id
              WHERE c.xml_collection_id = x.xml_collection_id) q) AS [DETAILS]
FROM sys.xml_schema_collections x
JOIN sys.schemas s ON s.schema_id = x.schema_id
WHERE s.name <> 'sys';
