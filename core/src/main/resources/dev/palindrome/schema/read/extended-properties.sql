-- Extended properties. Their values are of type sql_variant, of which a conversion would cut long ones. Palindrome's own mark on the database (who made
-- it, and when) is none of the migrations'. What is no text has its type beside it (Microsoft:
-- sql-variant-property-transact-sql).

-- question: extended properties of the database and its schemas
-- tells: EXTENDED_PROPERTY of DATABASE SCHEMA
-- Microsoft: extended-properties-catalog-views-sys-extended-properties
SELECT CASE e.class WHEN 0 THEN 'DATABASE' ELSE 'SCHEMA' END AS object_kind,
       CASE e.class WHEN 3 THEN SCHEMA_NAME(e.major_id) END AS object_name,
       'EXTENDED_PROPERTY' AS part_kind, e.name AS part_name,
       e.value AS [VALUE],
       NULLIF(NULLIF(CAST(SQL_VARIANT_PROPERTY(e.value, 'BaseType') AS varchar(30)), 'nvarchar'), 'varchar') AS [DETAILS]
FROM sys.extended_properties e
WHERE e.class = 3 OR e.class = 0 AND e.name <> N'palindrome';

-- question: extended properties of objects, columns, indexes and constraints
-- tells: EXTENDED_PROPERTY of TABLE VIEW PROCEDURE FUNCTION SEQUENCE SYNONYM SECURITY_POLICY
-- Microsoft: extended-properties-catalog-views-sys-extended-properties, sys-objects-transact-sql,
-- sys-columns-transact-sql, sys-indexes-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'EXTENDED_PROPERTY' AS part_kind, e.name AS part_name,
       CASE WHEN e.class = 7 THEN 'INDEX' WHEN e.minor_id > 0 THEN 'COLUMN' WHEN h.object_id IS NOT NULL THEN 'PART' END AS part_name_2,
       CASE WHEN e.class = 7 THEN i.name WHEN e.minor_id > 0 THEN c.name ELSE h.name END AS part_name_3,
       e.value AS [VALUE],
       NULLIF(NULLIF(CAST(SQL_VARIANT_PROPERTY(e.value, 'BaseType') AS varchar(30)), 'nvarchar'), 'varchar') AS [DETAILS]
FROM sys.extended_properties e
LEFT JOIN sys.objects h ON e.class = 1 AND h.object_id = e.major_id AND h.parent_object_id <> 0
JOIN #objects o ON o.object_id = COALESCE(h.parent_object_id, e.major_id)
LEFT JOIN sys.columns c ON e.class = 1 AND e.minor_id > 0 AND c.object_id = e.major_id AND c.column_id = e.minor_id
LEFT JOIN sys.indexes i ON e.class = 7 AND i.object_id = e.major_id AND i.index_id = e.minor_id
WHERE e.class IN (1, 7);

-- They are the type's, not its table's.
-- question: extended properties of columns of table types
-- tells: EXTENDED_PROPERTY of TABLE_TYPE
-- Microsoft: extended-properties-catalog-views-sys-extended-properties (class 8), sys-table-types-transact-sql,
-- sys-columns-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'EXTENDED_PROPERTY' AS part_kind, e.name AS part_name, 'COLUMN' AS part_name_2, c.name AS part_name_3,
       e.value AS [VALUE],
       NULLIF(NULLIF(CAST(SQL_VARIANT_PROPERTY(e.value, 'BaseType') AS varchar(30)), 'nvarchar'), 'varchar') AS [DETAILS]
FROM sys.extended_properties e
JOIN sys.table_types t ON t.user_type_id = e.major_id
JOIN #objects o ON o.object_id = t.type_table_object_id
JOIN sys.columns c ON c.object_id = o.object_id AND c.column_id = e.minor_id
WHERE e.class = 8;

-- question: extended properties of parameters
-- tells: EXTENDED_PROPERTY of PROCEDURE FUNCTION
-- Microsoft: extended-properties-catalog-views-sys-extended-properties, sys-parameters-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'EXTENDED_PROPERTY' AS part_kind, e.name AS part_name, 'PARAMETER' AS part_name_2, p.name AS part_name_3,
       e.value AS [VALUE],
       NULLIF(NULLIF(CAST(SQL_VARIANT_PROPERTY(e.value, 'BaseType') AS varchar(30)), 'nvarchar'), 'varchar') AS [DETAILS]
FROM sys.extended_properties e
JOIN #objects o ON o.object_id = e.major_id
JOIN sys.parameters p ON p.object_id = e.major_id AND p.parameter_id = e.minor_id
WHERE e.class = 2;

-- question: extended properties of types
-- tells: EXTENDED_PROPERTY of ALIAS_TYPE TABLE_TYPE CLR_TYPE
-- Microsoft: extended-properties-catalog-views-sys-extended-properties, sys-types-transact-sql,
-- sys-schemas-transact-sql
SELECT CASE WHEN t.is_table_type = 1 THEN 'TABLE_TYPE' WHEN t.is_assembly_type = 1 THEN 'CLR_TYPE' ELSE 'ALIAS_TYPE' END AS object_kind,
       s.name AS object_schema, t.name AS object_name,
       'EXTENDED_PROPERTY' AS part_kind, e.name AS part_name,
       e.value AS [VALUE],
       NULLIF(NULLIF(CAST(SQL_VARIANT_PROPERTY(e.value, 'BaseType') AS varchar(30)), 'nvarchar'), 'varchar') AS [DETAILS]
FROM sys.extended_properties e
JOIN sys.types t ON t.user_type_id = e.major_id AND t.is_user_defined = 1
JOIN sys.schemas s ON s.schema_id = t.schema_id
WHERE e.class = 6;

-- question: extended properties of XML schema collections
-- tells: EXTENDED_PROPERTY of XML_SCHEMA_COLLECTION
-- Microsoft: extended-properties-catalog-views-sys-extended-properties, sys-xml-schema-collections-transact-sql,
-- sys-schemas-transact-sql
SELECT 'XML_SCHEMA_COLLECTION' AS object_kind, s.name AS object_schema, x.name AS object_name,
       'EXTENDED_PROPERTY' AS part_kind, e.name AS part_name,
       e.value AS [VALUE],
       NULLIF(NULLIF(CAST(SQL_VARIANT_PROPERTY(e.value, 'BaseType') AS varchar(30)), 'nvarchar'), 'varchar') AS [DETAILS]
FROM sys.extended_properties e
JOIN sys.xml_schema_collections x ON x.xml_collection_id = e.major_id
JOIN sys.schemas s ON s.schema_id = x.schema_id
WHERE e.class = 10 AND s.name <> 'sys';

-- question: extended properties of roles and users
-- tells: EXTENDED_PROPERTY of ROLE USER
-- Microsoft: extended-properties-catalog-views-sys-extended-properties, sys-database-principals-transact-sql
SELECT CASE WHEN p.type IN ('R', 'A') THEN 'ROLE' ELSE 'USER' END AS object_kind, p.name AS object_name,
       'EXTENDED_PROPERTY' AS part_kind, e.name AS part_name,
       e.value AS [VALUE],
       NULLIF(NULLIF(CAST(SQL_VARIANT_PROPERTY(e.value, 'BaseType') AS varchar(30)), 'nvarchar'), 'varchar') AS [DETAILS]
FROM sys.extended_properties e
JOIN sys.database_principals p ON p.principal_id = e.major_id
WHERE e.class = 4 AND p.is_fixed_role = 0 AND p.principal_id > 4;

-- question: extended properties of assemblies
-- tells: EXTENDED_PROPERTY of ASSEMBLY
-- Microsoft: extended-properties-catalog-views-sys-extended-properties, sys-assemblies-transact-sql
SELECT 'ASSEMBLY' AS object_kind, a.name AS object_name, 'EXTENDED_PROPERTY' AS part_kind, e.name AS part_name,
       e.value AS [VALUE],
       NULLIF(NULLIF(CAST(SQL_VARIANT_PROPERTY(e.value, 'BaseType') AS varchar(30)), 'nvarchar'), 'varchar') AS [DETAILS]
FROM sys.extended_properties e
JOIN sys.assemblies a ON a.assembly_id = e.major_id AND CAST(a.is_user_defined AS int) = 1
WHERE e.class = 5;

-- question: extended properties of partition functions and schemes
-- tells: EXTENDED_PROPERTY of PARTITION_FUNCTION PARTITION_SCHEME
-- Microsoft: extended-properties-catalog-views-sys-extended-properties, sys-partition-functions-transact-sql,
-- sys-partition-schemes-transact-sql
SELECT CASE e.class WHEN 21 THEN 'PARTITION_FUNCTION' ELSE 'PARTITION_SCHEME' END AS object_kind,
       CASE e.class WHEN 21 THEN f.name ELSE s.name END AS object_name,
       'EXTENDED_PROPERTY' AS part_kind, e.name AS part_name,
       e.value AS [VALUE],
       NULLIF(NULLIF(CAST(SQL_VARIANT_PROPERTY(e.value, 'BaseType') AS varchar(30)), 'nvarchar'), 'varchar') AS [DETAILS]
FROM sys.extended_properties e
LEFT JOIN sys.partition_functions f ON e.class = 21 AND f.function_id = e.major_id
LEFT JOIN sys.partition_schemes s ON e.class = 20 AND s.data_space_id = e.major_id
WHERE f.function_id IS NOT NULL OR s.data_space_id IS NOT NULL;

-- question: extended properties of triggers of the database
-- tells: EXTENDED_PROPERTY of DATABASE_TRIGGER
-- Microsoft: extended-properties-catalog-views-sys-extended-properties, sys-triggers-transact-sql
SELECT 'DATABASE_TRIGGER' AS object_kind, t.name AS object_name, 'EXTENDED_PROPERTY' AS part_kind, e.name AS part_name,
       e.value AS [VALUE],
       NULLIF(NULLIF(CAST(SQL_VARIANT_PROPERTY(e.value, 'BaseType') AS varchar(30)), 'nvarchar'), 'varchar') AS [DETAILS]
FROM sys.extended_properties e
JOIN sys.triggers t ON t.object_id = e.major_id AND t.parent_class = 0 AND t.is_ms_shipped = 0
WHERE e.class = 1;
