-- Partition functions with their boundaries, partition schemes with their filegroups.
-- Microsoft: sys-partition-functions-transact-sql, sys-partition-range-values-transact-sql,
-- sys-partition-parameters-transact-sql, sys-partition-schemes-transact-sql, sys-destination-data-spaces-transact-sql
SELECT 'PARTITION_FUNCTION' AS object_kind, f.name AS object_name, UPPER(t.name) AS [TYPE],
       CASE WHEN f.boundary_value_on_right = 1 THEN 'RIGHT' ELSE 'LEFT' END
       + '(' + COALESCE((SELECT STRING_AGG(CAST(CONVERT(nvarchar(100), v.value, 121) AS nvarchar(max)), ', ') WITHIN GROUP (ORDER BY v.boundary_id)
                         FROM sys.partition_range_values v WHERE v.function_id = f.function_id), '') + ')' AS [BOUNDARIES]
FROM sys.partition_functions f
JOIN sys.partition_parameters p ON p.function_id = f.function_id AND p.parameter_id = 1
JOIN sys.types t ON t.user_type_id = p.system_type_id;

SELECT 'PARTITION_SCHEME' AS object_kind, s.name AS object_name,
       QUOTENAME(f.name)
       + '(' + (SELECT STRING_AGG(CAST(QUOTENAME(d.name) AS nvarchar(max)), ', ') WITHIN GROUP (ORDER BY dd.destination_id)
                FROM sys.destination_data_spaces dd
                JOIN sys.data_spaces d ON d.data_space_id = dd.data_space_id
                WHERE dd.partition_scheme_id = s.data_space_id) + ')' AS [VALUE]
FROM sys.partition_schemes s
JOIN sys.partition_functions f ON f.function_id = s.function_id;
