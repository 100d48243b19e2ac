-- What is granted or denied. Nothing that every database has.

-- question: permissions on the database and its schemas
-- tells: PERMISSION of DATABASE SCHEMA
-- Microsoft: sys-database-permissions-transact-sql, sys-database-principals-transact-sql
SELECT CASE WHEN d.class = 0 THEN 'DATABASE' ELSE 'SCHEMA' END AS object_kind,
       CASE WHEN d.class = 3 THEN SCHEMA_NAME(d.major_id) END AS object_name,
       'PERMISSION' AS part_kind, g.name AS part_name, d.permission_name AS part_name_2, d.state_desc AS [VALUE]
FROM sys.database_permissions d
JOIN sys.database_principals g ON g.principal_id = d.grantee_principal_id
WHERE d.class IN (0, 3) AND g.name <> 'dbo'
  AND NOT (d.class = 0 AND g.name = 'public' AND d.permission_name LIKE 'VIEW ANY COLUMN % KEY DEFINITION');

-- question: permissions on objects and columns
-- tells: PERMISSION of TABLE VIEW PROCEDURE FUNCTION SEQUENCE SYNONYM SECURITY_POLICY
-- Microsoft: sys-database-permissions-transact-sql, sys-database-principals-transact-sql, sys-columns-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'PERMISSION' AS part_kind, g.name AS part_name, d.permission_name AS part_name_2, c.name AS part_name_3,
       d.state_desc AS [VALUE]
FROM sys.database_permissions d
JOIN sys.database_principals g ON g.principal_id = d.grantee_principal_id
JOIN #objects o ON o.object_id = d.major_id
LEFT JOIN sys.columns c ON d.minor_id > 0 AND c.object_id = d.major_id AND c.column_id = d.minor_id
WHERE d.class = 1 AND g.name <> 'dbo';

-- question: permissions on types
-- tells: PERMISSION of ALIAS_TYPE TABLE_TYPE CLR_TYPE
-- Microsoft: sys-database-permissions-transact-sql, sys-database-principals-transact-sql, sys-types-transact-sql,
-- sys-schemas-transact-sql
SELECT CASE WHEN t.is_table_type = 1 THEN 'TABLE_TYPE' WHEN t.is_assembly_type = 1 THEN 'CLR_TYPE' ELSE 'ALIAS_TYPE' END AS object_kind,
       s.name AS object_schema, t.name AS object_name,
       'PERMISSION' AS part_kind, g.name AS part_name, d.permission_name AS part_name_2, d.state_desc AS [VALUE]
FROM sys.database_permissions d
JOIN sys.database_principals g ON g.principal_id = d.grantee_principal_id
JOIN sys.types t ON t.user_type_id = d.major_id AND t.is_user_defined = 1
JOIN sys.schemas s ON s.schema_id = t.schema_id
WHERE d.class = 6 AND g.name <> 'dbo';

-- question: permissions on XML schema collections
-- tells: PERMISSION of XML_SCHEMA_COLLECTION
-- Microsoft: sys-database-permissions-transact-sql, sys-database-principals-transact-sql,
-- sys-xml-schema-collections-transact-sql, sys-schemas-transact-sql
SELECT 'XML_SCHEMA_COLLECTION' AS object_kind, s.name AS object_schema, x.name AS object_name,
       'PERMISSION' AS part_kind, g.name AS part_name, d.permission_name AS part_name_2, d.state_desc AS [VALUE]
FROM sys.database_permissions d
JOIN sys.database_principals g ON g.principal_id = d.grantee_principal_id
JOIN sys.xml_schema_collections x ON x.xml_collection_id = d.major_id
JOIN sys.schemas s ON s.schema_id = x.schema_id
WHERE d.class = 10 AND g.name <> 'dbo' AND s.name <> 'sys';

-- question: permissions on roles and users
-- tells: PERMISSION of ROLE USER
-- Microsoft: sys-database-permissions-transact-sql, sys-database-principals-transact-sql
SELECT CASE WHEN p.type IN ('R', 'A') THEN 'ROLE' ELSE 'USER' END AS object_kind, p.name AS object_name,
       'PERMISSION' AS part_kind, g.name AS part_name, d.permission_name AS part_name_2, d.state_desc AS [VALUE]
FROM sys.database_permissions d
JOIN sys.database_principals g ON g.principal_id = d.grantee_principal_id
JOIN sys.database_principals p ON p.principal_id = d.major_id
WHERE d.class = 4 AND g.name <> 'dbo' AND p.is_fixed_role = 0 AND p.principal_id > 4;

-- question: permissions on assemblies
-- tells: PERMISSION of ASSEMBLY
-- Microsoft: sys-database-permissions-transact-sql, sys-database-principals-transact-sql, sys-assemblies-transact-sql
SELECT 'ASSEMBLY' AS object_kind, a.name AS object_name,
       'PERMISSION' AS part_kind, g.name AS part_name, d.permission_name AS part_name_2, d.state_desc AS [VALUE]
FROM sys.database_permissions d
JOIN sys.database_principals g ON g.principal_id = d.grantee_principal_id
JOIN sys.assemblies a ON a.assembly_id = d.major_id AND CAST(a.is_user_defined AS int) = 1
WHERE d.class = 5 AND g.name <> 'dbo';
