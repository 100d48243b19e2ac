-- What is granted or denied on the database, schemas, objects and columns, types.
-- Microsoft: sys-database-permissions-transact-sql
SELECT CASE WHEN d.class = 0 THEN 'DATABASE' WHEN d.class = 3 THEN 'SCHEMA' ELSE o.kind END AS object_kind,
       CASE WHEN d.class = 1 THEN o.schema_name END AS object_schema,
       CASE WHEN d.class = 3 THEN SCHEMA_NAME(d.major_id) WHEN d.class = 1 THEN o.object_name END AS object_name,
       'PERMISSION' AS part_kind, g.name AS part_name, d.permission_name AS part_name_2, c.name AS part_name_3,
       d.state_desc AS [VALUE]
FROM sys.database_permissions d
JOIN sys.database_principals g ON g.principal_id = d.grantee_principal_id
LEFT JOIN @objects o ON d.class = 1 AND o.object_id = d.major_id
LEFT JOIN sys.columns c ON d.class = 1 AND d.minor_id > 0 AND c.object_id = d.major_id AND c.column_id = d.minor_id
WHERE (d.class IN (0, 3) OR d.class = 1 AND o.object_id IS NOT NULL)
  AND g.name <> 'dbo'
  AND NOT (d.class = 0 AND g.name = 'public' AND d.permission_name LIKE 'VIEW ANY COLUMN % KEY DEFINITION');
