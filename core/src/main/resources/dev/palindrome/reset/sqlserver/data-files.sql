-- The files of which a database snapshot needs a counterpart: those with rows. FILESTREAM (type 2) is not in a snapshot.
-- Microsoft: sys-database-files-transact-sql, create-a-database-snapshot-transact-sql
SELECT f.name, f.physical_name
FROM sys.database_files f
WHERE f.type = 0
ORDER BY f.file_id
