-- Partition functions with their boundaries, partition schemes with their filegroups.

-- Boundaries are told as literals, one that is NULL too: SQL Server keeps them as values of one type, whose length a plain
-- conversion would cut. They are made below what aggregates them: an aggregate may not name a column of the query around it
-- beside others (Microsoft: database-engine-events-and-errors, 8124).
-- question: partition functions
-- tells: PARTITION_FUNCTION
-- Microsoft: sys-partition-functions-transact-sql, sys-partition-range-values-transact-sql,
-- sys-partition-parameters-transact-sql, sys-types-transact-sql, sql-variant-property-transact-sql,
-- cast-and-convert-transact-sql (styles), databasepropertyex-transact-sql
SELECT 'PARTITION_FUNCTION' AS object_kind, f.name AS object_name,
       UPPER(t.name COLLATE Latin1_General_BIN2) COLLATE DATABASE_DEFAULT + CASE
           WHEN t.name IN ('nchar', 'nvarchar') THEN '(' + CAST(p.max_length / 2 AS varchar(10)) + ')'
           WHEN t.name IN ('char', 'varchar', 'binary', 'varbinary') THEN '(' + CAST(p.max_length AS varchar(10)) + ')'
           WHEN t.name IN ('decimal', 'numeric') THEN '(' + CAST(p.precision AS varchar(10)) + ',' + CAST(p.scale AS varchar(10)) + ')'
           WHEN t.name IN ('datetime2', 'datetimeoffset', 'time') THEN '(' + CAST(p.scale AS varchar(10)) + ')'
           ELSE '' END AS [TYPE],
       p.collation_name AS [COLLATION],
       DATABASEPROPERTYEX(DB_NAME(), 'Collation') AS database_collation,
       CASE WHEN f.boundary_value_on_right = 1 THEN 'RIGHT' ELSE 'LEFT' END
       + '(' + COALESCE((SELECT STRING_AGG(b.part, ', ') WITHIN GROUP (ORDER BY b.boundary_id)
                         FROM (SELECT v.boundary_id, COALESCE(
                             CASE WHEN t.name IN ('varchar', 'char')
                                  THEN '''' + REPLACE(CAST(CAST(v.value AS varchar(8000)) AS nvarchar(max)), '''', '''''') + ''''
                                  WHEN t.name IN ('nvarchar', 'nchar')
                                  THEN 'N''' + REPLACE(CAST(CAST(v.value AS nvarchar(4000)) AS nvarchar(max)), '''', '''''') + ''''
                                  WHEN t.name IN ('varbinary', 'binary', 'timestamp') THEN CONVERT(nvarchar(max), CAST(v.value AS varbinary(8000)), 1)
                                  WHEN t.name IN ('float', 'real') THEN CONVERT(nvarchar(max), CAST(v.value AS float), 3)
                                  WHEN t.name IN ('money', 'smallmoney') THEN CONVERT(nvarchar(max), CAST(v.value AS money), 2)
                                  WHEN t.name IN ('date', 'time', 'datetime', 'smalldatetime', 'datetime2', 'datetimeoffset', 'uniqueidentifier')
                                  THEN '''' + CAST(CONVERT(nvarchar(100), v.value, 126) AS nvarchar(max)) + ''''
                                  ELSE CAST(CAST(v.value AS nvarchar(100)) AS nvarchar(max)) END, 'NULL') AS part
                               FROM sys.partition_range_values v WHERE v.function_id = f.function_id) b), '') + ')' AS [BOUNDARIES]
FROM sys.partition_functions f
JOIN sys.partition_parameters p ON p.function_id = f.function_id AND p.parameter_id = 1
JOIN sys.types t ON t.user_type_id = p.system_type_id;

-- question: partition schemes
-- tells: PARTITION_SCHEME
-- Microsoft: sys-partition-schemes-transact-sql, sys-partition-functions-transact-sql,
-- sys-destination-data-spaces-transact-sql, sys-data-spaces-transact-sql
SELECT 'PARTITION_SCHEME' AS object_kind, s.name AS object_name,
       QUOTENAME(f.name)
       + '(' + (SELECT STRING_AGG(CAST(QUOTENAME(d.name) AS nvarchar(max)), ', ') WITHIN GROUP (ORDER BY dd.destination_id)
                FROM sys.destination_data_spaces dd
                JOIN sys.data_spaces d ON d.data_space_id = dd.data_space_id
                WHERE dd.partition_scheme_id = s.data_space_id) + ')' AS [VALUE]
FROM sys.partition_schemes s
JOIN sys.partition_functions f ON f.function_id = s.function_id;
