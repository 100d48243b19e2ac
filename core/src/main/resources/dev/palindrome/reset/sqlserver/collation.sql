-- The database's collation, where it is not the one that the server gives to new databases.
-- Microsoft: databasepropertyex-transact-sql, serverproperty-transact-sql
SELECT CAST(DATABASEPROPERTYEX(DB_NAME(), 'Collation') AS nvarchar(128)) AS collation
WHERE CAST(DATABASEPROPERTYEX(DB_NAME(), 'Collation') AS nvarchar(128)) <> CAST(SERVERPROPERTY('Collation') AS nvarchar(128))
