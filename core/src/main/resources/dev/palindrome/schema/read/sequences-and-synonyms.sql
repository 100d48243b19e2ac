-- question: sequences
-- tells: SEQUENCE
-- Microsoft: sys-sequences-transact-sql, sys-types-transact-sql, sys-schemas-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       CASE WHEN ty.is_user_defined = 1 THEN QUOTENAME(ts.name) + '.' + QUOTENAME(ty.name)
            WHEN ty.name IN ('decimal', 'numeric') THEN UPPER(ty.name COLLATE Latin1_General_BIN2) COLLATE DATABASE_DEFAULT + '(' + CAST(q.precision AS varchar(10)) + ',0)'
            ELSE UPPER(ty.name COLLATE Latin1_General_BIN2) COLLATE DATABASE_DEFAULT END AS [TYPE],
       q.start_value AS [START],
       q.increment AS [INCREMENT],
       q.minimum_value AS [MINIMUM],
       q.maximum_value AS [MAXIMUM],
       CASE WHEN q.is_cycling = 1 THEN 'yes' END AS [CYCLE],
       CASE WHEN q.is_cached = 0 THEN 'NONE' WHEN q.cache_size IS NOT NULL THEN CAST(q.cache_size AS varchar(10)) END AS [CACHE]
FROM #objects o
JOIN sys.sequences q ON q.object_id = o.object_id
JOIN sys.types ty ON ty.user_type_id = q.user_type_id
LEFT JOIN sys.schemas ts ON ts.schema_id = ty.schema_id
WHERE o.changed = 1;

-- question: synonyms
-- tells: SYNONYM
-- Microsoft: sys-synonyms-transact-sql
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name, y.base_object_name AS [TARGET]
FROM #objects o
JOIN sys.synonyms y ON y.object_id = o.object_id
WHERE o.changed = 1;
