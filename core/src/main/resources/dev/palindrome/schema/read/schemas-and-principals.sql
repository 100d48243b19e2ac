-- Schemas, roles, users and members of roles; nothing that every database has.

-- question: schemas
-- tells: SCHEMA
-- Microsoft: sys-schemas-transact-sql, sys-database-principals-transact-sql
SELECT 'SCHEMA' AS object_kind, s.name AS object_name,
       CASE WHEN p.name <> 'dbo' THEN QUOTENAME(p.name) END AS [OWNER]
FROM sys.schemas s
LEFT JOIN sys.database_principals p ON p.principal_id = s.principal_id
WHERE s.name NOT IN ('sys', 'INFORMATION_SCHEMA', 'guest')
  AND (s.name = 'dbo'
       OR NOT EXISTS (SELECT * FROM sys.database_principals r WHERE r.name = s.name AND r.is_fixed_role = 1));

-- question: roles and users
-- tells: ROLE USER
-- Microsoft: sys-database-principals-transact-sql
SELECT CASE WHEN p.type IN ('R', 'A') THEN 'ROLE' ELSE 'USER' END AS object_kind, p.name AS object_name,
       p.type_desc AS [VALUE],
       CASE WHEN p.type <> 'R' AND p.default_schema_name <> 'dbo' THEN QUOTENAME(p.default_schema_name) END AS [DEFAULT_SCHEMA],
       CASE WHEN p.type = 'R' AND w.name <> 'dbo' THEN QUOTENAME(w.name) END AS [OWNER]
FROM sys.database_principals p
LEFT JOIN sys.database_principals w ON w.principal_id = p.owning_principal_id
WHERE p.is_fixed_role = 0 AND p.principal_id > 4 AND p.name NOT IN ('public', 'dbo', 'guest', 'sys', 'INFORMATION_SCHEMA');

-- A user without a login has none of this name.
-- question: logins of users
-- tells: USER / DETAILS
-- Microsoft: sys-database-principals-transact-sql (authentication_type_desc, default_language_name), suser-sname-transact-sql
SELECT 'USER' AS object_kind, p.name AS object_name,
       '(' + p.authentication_type_desc COLLATE DATABASE_DEFAULT + COALESCE(', LOGIN = ' + QUOTENAME(SUSER_SNAME(p.sid) COLLATE DATABASE_DEFAULT), '')
       + COALESCE(', DEFAULT_LANGUAGE = ' + p.default_language_name COLLATE DATABASE_DEFAULT, '') + ')' AS [DETAILS]
FROM sys.database_principals p
WHERE p.type NOT IN ('R', 'A') AND p.principal_id > 4 AND p.name NOT IN ('dbo', 'guest', 'sys', 'INFORMATION_SCHEMA');

-- question: members of roles
-- tells: MEMBER
-- Microsoft: sys-database-role-members-transact-sql, sys-database-principals-transact-sql
SELECT CASE WHEN r.is_fixed_role = 1 THEN 'DATABASE' ELSE 'ROLE' END AS object_kind,
       CASE WHEN r.is_fixed_role = 1 THEN NULL ELSE r.name END AS object_name,
       'MEMBER' AS part_kind, CASE WHEN r.is_fixed_role = 1 THEN r.name ELSE m.name END AS part_name,
       CASE WHEN r.is_fixed_role = 1 THEN m.name END AS part_name_2
FROM sys.database_role_members rm
JOIN sys.database_principals r ON r.principal_id = rm.role_principal_id
JOIN sys.database_principals m ON m.principal_id = rm.member_principal_id
WHERE m.name <> 'dbo';

-- Where it is somebody else than the owner of its schema.
-- question: owners of objects
-- tells: TABLE VIEW PROCEDURE FUNCTION SEQUENCE SYNONYM SECURITY_POLICY / OWNER
-- Microsoft: sys-objects-transact-sql (principal_id), sys-database-principals-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name, QUOTENAME(p.name) AS [OWNER]
FROM #objects o
JOIN sys.objects b ON b.object_id = o.object_id
JOIN sys.database_principals p ON p.principal_id = b.principal_id;

-- question: owners of types
-- tells: ALIAS_TYPE TABLE_TYPE CLR_TYPE / OWNER
-- Microsoft: sys-types-transact-sql (principal_id), sys-database-principals-transact-sql, sys-schemas-transact-sql
SELECT CASE WHEN t.is_table_type = 1 THEN 'TABLE_TYPE' WHEN t.is_assembly_type = 1 THEN 'CLR_TYPE' ELSE 'ALIAS_TYPE' END AS object_kind,
       s.name AS object_schema, t.name AS object_name, QUOTENAME(p.name) AS [OWNER]
FROM sys.types t
JOIN sys.schemas s ON s.schema_id = t.schema_id
JOIN sys.database_principals p ON p.principal_id = t.principal_id
WHERE t.is_user_defined = 1;

-- question: owners of XML schema collections
-- tells: XML_SCHEMA_COLLECTION / OWNER
-- Microsoft: sys-xml-schema-collections-transact-sql, sys-database-principals-transact-sql, sys-schemas-transact-sql
SELECT 'XML_SCHEMA_COLLECTION' AS object_kind, s.name AS object_schema, x.name AS object_name, QUOTENAME(p.name) AS [OWNER]
FROM sys.xml_schema_collections x
JOIN sys.schemas s ON s.schema_id = x.schema_id
JOIN sys.database_principals p ON p.principal_id = x.principal_id
WHERE s.name <> 'sys';

-- question: owners of assemblies
-- tells: ASSEMBLY / OWNER
-- Microsoft: sys-assemblies-transact-sql, sys-database-principals-transact-sql
SELECT 'ASSEMBLY' AS object_kind, a.name AS object_name, QUOTENAME(p.name) AS [OWNER]
FROM sys.assemblies a
JOIN sys.database_principals p ON p.principal_id = a.principal_id
WHERE CAST(a.is_user_defined AS int) = 1 AND p.name <> 'dbo';
