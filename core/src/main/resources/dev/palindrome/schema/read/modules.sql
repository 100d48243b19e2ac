-- Views, procedures, functions and triggers, with the settings that are stored with them.
-- Microsoft: sys-sql-modules-transact-sql, sys-triggers-transact-sql, sys-trigger-events-transact-sql,
-- sys-assembly-modules-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       COALESCE(m.definition, N'(encrypted)') AS [DEFINITION],
       CASE WHEN m.uses_quoted_identifier = 0 THEN 'yes' END AS [QUOTED_IDENTIFIER_OFF],
       CASE WHEN m.uses_ansi_nulls = 0 THEN 'yes' END AS [ANSI_NULLS_OFF],
       CASE WHEN m.execute_as_principal_id = -2 THEN 'OWNER'
            WHEN m.execute_as_principal_id IS NOT NULL THEN QUOTENAME(USER_NAME(m.execute_as_principal_id)) END AS [EXECUTE_AS]
FROM @objects o
JOIN sys.sql_modules m ON m.object_id = o.object_id
WHERE o.changed = 1;

SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'EXTERNAL NAME ' + QUOTENAME(a.name) + '.' + QUOTENAME(m.assembly_class) + COALESCE('.' + QUOTENAME(m.assembly_method), '') AS [DEFINITION]
FROM @objects o
JOIN sys.assembly_modules m ON m.object_id = o.object_id
JOIN sys.assemblies a ON a.assembly_id = m.assembly_id
WHERE o.changed = 1;

SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'TRIGGER' AS part_kind, t.name AS part_name,
       COALESCE(m.definition, N'(encrypted)') AS [DEFINITION],
       CASE WHEN t.is_disabled = 1 THEN 'yes' END AS [DISABLED],
       CASE WHEN t.is_not_for_replication = 1 THEN 'yes' END AS [NOT_FOR_REPLICATION],
       CASE WHEN m.uses_quoted_identifier = 0 THEN 'yes' END AS [QUOTED_IDENTIFIER_OFF],
       CASE WHEN m.uses_ansi_nulls = 0 THEN 'yes' END AS [ANSI_NULLS_OFF],
       CASE WHEN m.execute_as_principal_id = -2 THEN 'OWNER'
            WHEN m.execute_as_principal_id IS NOT NULL THEN QUOTENAME(USER_NAME(m.execute_as_principal_id)) END AS [EXECUTE_AS],
       '(' + (SELECT STRING_AGG(CASE WHEN e.is_first = 1 THEN 'FIRST ' ELSE 'LAST ' END + e.type_desc COLLATE DATABASE_DEFAULT, ', ') WITHIN GROUP (ORDER BY e.type_desc)
              FROM sys.trigger_events e WHERE e.object_id = t.object_id AND (e.is_first = 1 OR e.is_last = 1)) + ')' AS [FIRING_ORDER]
FROM @objects o
JOIN sys.triggers t ON t.parent_id = o.object_id
LEFT JOIN sys.sql_modules m ON m.object_id = t.object_id
WHERE o.changed = 1;

SELECT 'DATABASE_TRIGGER' AS object_kind, t.name AS object_name,
       COALESCE(m.definition, N'(encrypted)') AS [DEFINITION],
       CASE WHEN t.is_disabled = 1 THEN 'yes' END AS [DISABLED],
       CASE WHEN m.uses_quoted_identifier = 0 THEN 'yes' END AS [QUOTED_IDENTIFIER_OFF],
       CASE WHEN m.uses_ansi_nulls = 0 THEN 'yes' END AS [ANSI_NULLS_OFF]
FROM sys.triggers t
LEFT JOIN sys.sql_modules m ON m.object_id = t.object_id
WHERE t.parent_class = 0 AND t.is_ms_shipped = 0;
