-- Foreign keys and checks.
-- Microsoft: sys-foreign-keys-transact-sql, sys-foreign-key-columns-transact-sql, sys-check-constraints-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'FOREIGN_KEY' AS part_kind, f.name AS part_name, f.is_system_named AS system_named,
       '(' + (SELECT STRING_AGG(CAST(QUOTENAME(c.name) AS nvarchar(max)), ', ') WITHIN GROUP (ORDER BY fc.constraint_column_id)
              FROM sys.foreign_key_columns fc
              JOIN sys.columns c ON c.object_id = fc.parent_object_id AND c.column_id = fc.parent_column_id
              WHERE fc.constraint_object_id = f.object_id) + ')' AS [COLUMNS],
       QUOTENAME(rs.name) + '.' + QUOTENAME(r.name)
       + '(' + (SELECT STRING_AGG(CAST(QUOTENAME(c.name) AS nvarchar(max)), ', ') WITHIN GROUP (ORDER BY fc.constraint_column_id)
                FROM sys.foreign_key_columns fc
                JOIN sys.columns c ON c.object_id = fc.referenced_object_id AND c.column_id = fc.referenced_column_id
                WHERE fc.constraint_object_id = f.object_id) + ')' AS [REFERENCES],
       CASE WHEN f.delete_referential_action <> 0 THEN f.delete_referential_action_desc END AS [ON_DELETE],
       CASE WHEN f.update_referential_action <> 0 THEN f.update_referential_action_desc END AS [ON_UPDATE],
       CASE WHEN f.is_disabled = 1 THEN 'yes' END AS [DISABLED],
       CASE WHEN f.is_not_trusted = 1 AND f.is_disabled = 0 THEN 'yes' END AS [NOT_TRUSTED],
       CASE WHEN f.is_not_for_replication = 1 THEN 'yes' END AS [NOT_FOR_REPLICATION]
FROM @objects o
JOIN sys.foreign_keys f ON f.parent_object_id = o.object_id
JOIN sys.objects r ON r.object_id = f.referenced_object_id
JOIN sys.schemas rs ON rs.schema_id = r.schema_id
WHERE o.changed = 1;

SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'CHECK' AS part_kind, k.name AS part_name, k.is_system_named AS system_named,
       k.definition AS [CONDITION],
       CASE WHEN k.is_disabled = 1 THEN 'yes' END AS [DISABLED],
       CASE WHEN k.is_not_trusted = 1 AND k.is_disabled = 0 THEN 'yes' END AS [NOT_TRUSTED],
       CASE WHEN k.is_not_for_replication = 1 THEN 'yes' END AS [NOT_FOR_REPLICATION]
FROM @objects o
JOIN sys.check_constraints k ON k.parent_object_id = o.object_id
WHERE o.changed = 1;
