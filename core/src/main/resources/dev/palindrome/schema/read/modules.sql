-- Views, procedures, functions and triggers, with the settings that are stored with them. A definition is NULL where the
-- module is encrypted, and to whoever may not see definitions; only the first is said here.

-- question: views, procedures and functions
-- tells: VIEW PROCEDURE FUNCTION / DEFINITION QUOTED_IDENTIFIER_OFF ANSI_NULLS_OFF EXECUTE_AS
-- Microsoft: sys-sql-modules-transact-sql, objectproperty-transact-sql (IsEncrypted)
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       CASE WHEN m.definition IS NULL AND OBJECTPROPERTY(m.object_id, 'IsEncrypted') = 1 THEN N'(encrypted)' ELSE m.definition END AS [DEFINITION],
       CASE WHEN m.uses_quoted_identifier = 0 THEN 'yes' END AS [QUOTED_IDENTIFIER_OFF],
       CASE WHEN m.uses_ansi_nulls = 0 THEN 'yes' END AS [ANSI_NULLS_OFF],
       CASE WHEN m.execute_as_principal_id = -2 THEN 'OWNER'
            WHEN m.execute_as_principal_id IS NOT NULL THEN QUOTENAME(USER_NAME(m.execute_as_principal_id)) END AS [EXECUTE_AS]
FROM #objects o
JOIN sys.sql_modules m ON m.object_id = o.object_id
WHERE o.changed = 1;

-- question: procedures and functions of assemblies
-- tells: PROCEDURE FUNCTION / DEFINITION EXECUTE_AS
-- Microsoft: sys-assembly-modules-transact-sql, sys-assemblies-transact-sql, sys-objects-transact-sql (type AF)
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       CASE WHEN RTRIM(b.type) = 'AF' THEN 'AGGREGATE ' ELSE '' END
       + 'EXTERNAL NAME ' + QUOTENAME(a.name) + '.' + QUOTENAME(m.assembly_class COLLATE DATABASE_DEFAULT)
       + COALESCE('.' + QUOTENAME(m.assembly_method COLLATE DATABASE_DEFAULT), '')
       + CASE WHEN m.null_on_null_input = 1 THEN ' RETURNS NULL ON NULL INPUT' ELSE '' END AS [DEFINITION],
       CASE WHEN m.execute_as_principal_id = -2 THEN 'OWNER'
            WHEN m.execute_as_principal_id IS NOT NULL THEN QUOTENAME(USER_NAME(m.execute_as_principal_id)) END AS [EXECUTE_AS]
FROM #objects o
JOIN sys.objects b ON b.object_id = o.object_id
JOIN sys.assembly_modules m ON m.object_id = o.object_id
JOIN sys.assemblies a ON a.assembly_id = m.assembly_id
WHERE o.changed = 1;

-- Where there is no text they are known from here alone: parameters (number 0 is what comes back), then columns of a table
-- that comes back, and what it is ordered by.
-- question: parameters of procedures and functions of assemblies
-- tells: PROCEDURE FUNCTION / DETAILS
-- Microsoft: sys-parameters-transact-sql, sys-columns-transact-sql, sys-types-transact-sql, sys-assembly-modules-transact-sql,
-- sys-function-order-columns-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       '(' + STRING_AGG(CAST(x.part AS nvarchar(max)), ', ') WITHIN GROUP (ORDER BY x.place) + ')' AS [DETAILS]
FROM #objects o
JOIN sys.assembly_modules m ON m.object_id = o.object_id
JOIN (SELECT p.object_id, p.parameter_id AS place, CONCAT(p.name, ' ', QUOTENAME(t.name), ' ', p.max_length, ' ', p.precision, ' ', p.scale,
                    CASE WHEN p.is_output = 1 THEN ' OUTPUT' ELSE '' END) AS part
      FROM sys.parameters p
      JOIN sys.types t ON t.user_type_id = p.user_type_id
      UNION ALL
      SELECT c.object_id, 10000 + c.column_id, CONCAT(c.name, ' ', QUOTENAME(y.name), ' ', c.max_length, ' ', c.precision, ' ', c.scale)
      FROM sys.columns c
      JOIN sys.types y ON y.user_type_id = c.user_type_id
      UNION ALL
      SELECT f.object_id, 20000 + f.order_column_id, CONCAT('ORDER ', k.name, CASE WHEN f.is_descending = 1 THEN ' DESC' ELSE '' END)
      FROM sys.function_order_columns f
      JOIN sys.columns k ON k.object_id = f.object_id AND k.column_id = f.column_id) x ON x.object_id = o.object_id
WHERE o.changed = 1
GROUP BY o.kind, o.schema_name, o.object_name;

-- question: triggers
-- tells: TRIGGER
-- Microsoft: sys-triggers-transact-sql, sys-sql-modules-transact-sql, sys-trigger-events-transact-sql,
-- objectproperty-transact-sql (IsEncrypted)
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'TRIGGER' AS part_kind, t.name AS part_name,
       CASE WHEN m.definition IS NULL AND OBJECTPROPERTY(t.object_id, 'IsEncrypted') = 1 THEN N'(encrypted)' ELSE m.definition END AS [DEFINITION],
       CASE WHEN t.is_disabled = 1 THEN 'yes' END AS [DISABLED],
       CASE WHEN t.is_not_for_replication = 1 THEN 'yes' END AS [NOT_FOR_REPLICATION],
       CASE WHEN m.uses_quoted_identifier = 0 THEN 'yes' END AS [QUOTED_IDENTIFIER_OFF],
       CASE WHEN m.uses_ansi_nulls = 0 THEN 'yes' END AS [ANSI_NULLS_OFF],
       CASE WHEN m.execute_as_principal_id = -2 THEN 'OWNER'
            WHEN m.execute_as_principal_id IS NOT NULL THEN QUOTENAME(USER_NAME(m.execute_as_principal_id)) END AS [EXECUTE_AS],
       '(' + (SELECT STRING_AGG(CASE WHEN e.is_first = 1 THEN 'FIRST ' ELSE 'LAST ' END + e.type_desc COLLATE DATABASE_DEFAULT, ', ') WITHIN GROUP (ORDER BY e.type)
              FROM sys.trigger_events e WHERE e.object_id = t.object_id AND (e.is_first = 1 OR e.is_last = 1)) + ')' AS [FIRING_ORDER]
FROM #objects o
JOIN sys.triggers t ON t.parent_id = o.object_id
LEFT JOIN sys.sql_modules m ON m.object_id = t.object_id
WHERE o.changed = 1 AND t.parent_class = 1;

-- question: triggers of assemblies
-- tells: TRIGGER / DEFINITION EXECUTE_AS
-- Microsoft: sys-triggers-transact-sql, sys-assembly-modules-transact-sql, sys-assemblies-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'TRIGGER' AS part_kind, t.name AS part_name,
       'EXTERNAL NAME ' + QUOTENAME(a.name) + '.' + QUOTENAME(m.assembly_class COLLATE DATABASE_DEFAULT)
       + COALESCE('.' + QUOTENAME(m.assembly_method COLLATE DATABASE_DEFAULT), '') AS [DEFINITION],
       CASE WHEN m.execute_as_principal_id = -2 THEN 'OWNER'
            WHEN m.execute_as_principal_id IS NOT NULL THEN QUOTENAME(USER_NAME(m.execute_as_principal_id)) END AS [EXECUTE_AS]
FROM #objects o
JOIN sys.triggers t ON t.parent_id = o.object_id
JOIN sys.assembly_modules m ON m.object_id = t.object_id
JOIN sys.assemblies a ON a.assembly_id = m.assembly_id
WHERE o.changed = 1 AND t.parent_class = 1;

-- question: events of triggers of assemblies
-- tells: TRIGGER / DETAILS
-- Microsoft: sys-triggers-transact-sql (is_instead_of_trigger), sys-trigger-events-transact-sql, sys-assembly-modules-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'TRIGGER' AS part_kind, t.name AS part_name,
       '(' + CASE WHEN t.is_instead_of_trigger = 1 THEN 'INSTEAD OF ' ELSE 'AFTER ' END
       + (SELECT STRING_AGG(e.type_desc COLLATE DATABASE_DEFAULT, ', ') WITHIN GROUP (ORDER BY e.type)
          FROM sys.trigger_events e WHERE e.object_id = t.object_id) + ')' AS [DETAILS]
FROM #objects o
JOIN sys.triggers t ON t.parent_id = o.object_id
JOIN sys.assembly_modules m ON m.object_id = t.object_id
WHERE o.changed = 1 AND t.parent_class = 1;

-- question: triggers of the database
-- tells: DATABASE_TRIGGER
-- Microsoft: sys-triggers-transact-sql, sys-sql-modules-transact-sql, sys-trigger-events-transact-sql,
-- objectproperty-transact-sql (IsEncrypted)
SELECT 'DATABASE_TRIGGER' AS object_kind, t.name AS object_name,
       CASE WHEN m.definition IS NULL AND OBJECTPROPERTY(t.object_id, 'IsEncrypted') = 1 THEN N'(encrypted)' ELSE m.definition END AS [DEFINITION],
       CASE WHEN t.is_disabled = 1 THEN 'yes' END AS [DISABLED],
       CASE WHEN m.uses_quoted_identifier = 0 THEN 'yes' END AS [QUOTED_IDENTIFIER_OFF],
       CASE WHEN m.uses_ansi_nulls = 0 THEN 'yes' END AS [ANSI_NULLS_OFF],
       CASE WHEN m.execute_as_principal_id = -2 THEN 'OWNER'
            WHEN m.execute_as_principal_id IS NOT NULL THEN QUOTENAME(USER_NAME(m.execute_as_principal_id)) END AS [EXECUTE_AS],
       '(' + (SELECT STRING_AGG(CASE WHEN e.is_first = 1 THEN 'FIRST ' ELSE 'LAST ' END + e.type_desc COLLATE DATABASE_DEFAULT, ', ') WITHIN GROUP (ORDER BY e.type)
              FROM sys.trigger_events e WHERE e.object_id = t.object_id AND (e.is_first = 1 OR e.is_last = 1)) + ')' AS [FIRING_ORDER]
FROM sys.triggers t
LEFT JOIN sys.sql_modules m ON m.object_id = t.object_id
WHERE t.parent_class = 0 AND t.is_ms_shipped = 0;

-- question: triggers of the database that are in assemblies
-- tells: DATABASE_TRIGGER / DEFINITION EXECUTE_AS DETAILS
-- Microsoft: sys-triggers-transact-sql, sys-trigger-events-transact-sql, sys-assembly-modules-transact-sql,
-- sys-assemblies-transact-sql
SELECT 'DATABASE_TRIGGER' AS object_kind, t.name AS object_name,
       'EXTERNAL NAME ' + QUOTENAME(a.name) + '.' + QUOTENAME(m.assembly_class COLLATE DATABASE_DEFAULT)
       + COALESCE('.' + QUOTENAME(m.assembly_method COLLATE DATABASE_DEFAULT), '') AS [DEFINITION],
       CASE WHEN m.execute_as_principal_id = -2 THEN 'OWNER'
            WHEN m.execute_as_principal_id IS NOT NULL THEN QUOTENAME(USER_NAME(m.execute_as_principal_id)) END AS [EXECUTE_AS],
       '(' + (SELECT STRING_AGG(e.type_desc COLLATE DATABASE_DEFAULT, ', ') WITHIN GROUP (ORDER BY e.type)
              FROM sys.trigger_events e WHERE e.object_id = t.object_id) + ')' AS [DETAILS]
FROM sys.triggers t
JOIN sys.assembly_modules m ON m.object_id = t.object_id
JOIN sys.assemblies a ON a.assembly_id = m.assembly_id
WHERE t.parent_class = 0 AND t.is_ms_shipped = 0;

-- question: security policies
-- tells: SECURITY_POLICY
-- Microsoft: sys-security-policies-transact-sql, sys-security-predicates-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       (SELECT STRING_AGG(CAST('ADD ' + y.predicate_type_desc COLLATE DATABASE_DEFAULT + ' PREDICATE '
                               + SUBSTRING(y.predicate_definition COLLATE DATABASE_DEFAULT, 2, LEN(y.predicate_definition) - 2)
                               + ' ON ' + QUOTENAME(OBJECT_SCHEMA_NAME(y.target_object_id)) + '.' + QUOTENAME(OBJECT_NAME(y.target_object_id))
                               + COALESCE(' ' + y.operation_desc COLLATE DATABASE_DEFAULT, '') AS nvarchar(max)), ', ')
               WITHIN GROUP (ORDER BY y.security_predicate_id)
        FROM sys.security_predicates y WHERE y.object_id = p.object_id) AS [DEFINITION],
       CASE WHEN p.is_schema_bound = 0 THEN '(SCHEMABINDING = OFF)' END AS [OPTIONS],
       CASE WHEN p.is_enabled = 0 THEN 'yes' END AS [DISABLED],
       CASE WHEN p.is_not_for_replication = 1 THEN 'yes' END AS [NOT_FOR_REPLICATION]
FROM #objects o
JOIN sys.security_policies p ON p.object_id = o.object_id
WHERE o.changed = 1;

-- question: rights to see definitions
-- tells: / DEFINITION DEFAULT CONDITION COMPUTED FILTER
-- Microsoft: has-perms-by-name-transact-sql, metadata-visibility-configuration
SELECT N'definitions of checks, defaults, computed columns, filters and modules' AS not_compared,
       N'the login has no right to VIEW DEFINITION in this database' AS why
WHERE HAS_PERMS_BY_NAME(NULL, 'DATABASE', 'VIEW DEFINITION') = 0;
