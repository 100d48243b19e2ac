-- Schemas, roles, users and members of roles; nothing that every database has.
-- Microsoft: sys-schemas-transact-sql, sys-database-principals-transact-sql, sys-database-role-members-transact-sql
SELECT 'SCHEMA' AS object_kind, s.name AS object_name,
       CASE WHEN p.name <> 'dbo' THEN QUOTENAME(p.name) END AS [OWNER]
FROM sys.schemas s
LEFT JOIN sys.database_principals p ON p.principal_id = s.principal_id
WHERE s.name NOT IN ('sys', 'INFORMATION_SCHEMA', 'guest')
  AND (s.name = 'dbo'
       OR NOT EXISTS (SELECT * FROM sys.database_principals r WHERE r.name = s.name AND r.is_fixed_role = 1));

SELECT CASE WHEN p.type IN ('R', 'A') THEN 'ROLE' ELSE 'USER' END AS object_kind, p.name AS object_name,
       p.type_desc AS [VALUE],
       CASE WHEN p.type NOT IN ('R') AND p.default_schema_name <> 'dbo' THEN QUOTENAME(p.default_schema_name) END AS [DEFAULT_SCHEMA]
FROM sys.database_principals p
WHERE p.is_fixed_role = 0 AND p.principal_id > 4 AND p.name NOT IN ('public', 'dbo', 'guest', 'sys', 'INFORMATION_SCHEMA');

SELECT CASE WHEN r.is_fixed_role = 1 THEN 'DATABASE' ELSE 'ROLE' END AS object_kind,
       CASE WHEN r.is_fixed_role = 1 THEN NULL ELSE r.name END AS object_name,
       'MEMBER' AS part_kind, CASE WHEN r.is_fixed_role = 1 THEN r.name ELSE m.name END AS part_name,
       CASE WHEN r.is_fixed_role = 1 THEN m.name END AS part_name_2
FROM sys.database_role_members rm
JOIN sys.database_principals r ON r.principal_id = rm.role_principal_id
JOIN sys.database_principals m ON m.principal_id = rm.member_principal_id
WHERE m.name <> 'dbo';
