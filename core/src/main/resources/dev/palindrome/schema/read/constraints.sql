-- Foreign keys, checks, and what an edge of a graph may connect.

-- question: foreign keys
-- tells: FOREIGN_KEY
-- Microsoft: sys-foreign-keys-transact-sql, sys-foreign-key-columns-transact-sql, sys-columns-transact-sql,
-- sys-objects-transact-sql, sys-schemas-transact-sql
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
FROM #objects o
JOIN sys.foreign_keys f ON f.parent_object_id = o.object_id
JOIN sys.objects r ON r.object_id = f.referenced_object_id
JOIN sys.schemas rs ON rs.schema_id = r.schema_id
WHERE o.changed = 1;

-- question: checks
-- tells: CHECK
-- Microsoft: sys-check-constraints-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'CHECK' AS part_kind, k.name AS part_name, k.is_system_named AS system_named,
       k.definition AS [CONDITION],
       CASE WHEN k.is_disabled = 1 THEN 'yes' END AS [DISABLED],
       CASE WHEN k.is_not_trusted = 1 AND k.is_disabled = 0 THEN 'yes' END AS [NOT_TRUSTED],
       CASE WHEN k.is_not_for_replication = 1 THEN 'yes' END AS [NOT_FOR_REPLICATION]
FROM #objects o
JOIN sys.check_constraints k ON k.parent_object_id = o.object_id
WHERE o.changed = 1;

-- question: edge constraints
-- tells: EDGE_CONSTRAINT
-- if there is: sys.edge_constraints.delete_referential_action
-- Microsoft: sys-edge-constraints-transact-sql and sys-edge-constraint-clauses-transact-sql (from 2019)
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'EDGE_CONSTRAINT' AS part_kind, e.name AS part_name, e.is_system_named AS system_named,
       '(' + (SELECT STRING_AGG(CAST(QUOTENAME(OBJECT_SCHEMA_NAME(c.from_object_id)) + '.' + QUOTENAME(OBJECT_NAME(c.from_object_id)) + ' TO '
                                     + QUOTENAME(OBJECT_SCHEMA_NAME(c.to_object_id)) + '.' + QUOTENAME(OBJECT_NAME(c.to_object_id)) AS nvarchar(max)), ', ')
                     WITHIN GROUP (ORDER BY OBJECT_NAME(c.from_object_id), OBJECT_NAME(c.to_object_id))
              FROM sys.edge_constraint_clauses c WHERE c.object_id = e.object_id) + ')' AS [VALUE],
       CASE WHEN e.delete_referential_action <> 0 THEN e.delete_referential_action_desc END AS [ON_DELETE],
       CASE WHEN e.is_disabled = 1 THEN 'yes' END AS [DISABLED],
       CASE WHEN e.is_not_trusted = 1 AND e.is_disabled = 0 THEN 'yes' END AS [NOT_TRUSTED]
FROM #objects o
JOIN sys.edge_constraints e ON e.parent_object_id = o.object_id
WHERE o.changed = 1;
