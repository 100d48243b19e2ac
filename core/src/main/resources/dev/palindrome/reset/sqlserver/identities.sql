-- How far identities have counted; last_value is NULL where none was ever given.
-- Microsoft: sys-identity-columns-transact-sql, type-name-transact-sql
SELECT i.object_id, CAST(i.seed_value AS decimal(38, 0)) AS seed_value,
       CAST(i.increment_value AS decimal(38, 0)) AS increment_value,
       CAST(i.last_value AS decimal(38, 0)) AS last_value,
       TYPE_NAME(i.system_type_id) AS type_name, i.precision
FROM sys.identity_columns i
JOIN sys.tables t ON t.object_id = i.object_id
WHERE t.is_ms_shipped = 0
