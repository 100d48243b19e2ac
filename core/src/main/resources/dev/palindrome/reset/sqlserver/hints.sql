-- What tells that a table may have been written: how often and when, how many rows there are. A table that nobody has used
-- since the server started has no usage. TRUNCATE does not show in the usage, but in the rows.
-- Microsoft: sys-dm-db-index-usage-stats-transact-sql, sys-dm-db-partition-stats-transact-sql
SELECT t.object_id,
       CONCAT((SELECT SUM(p.row_count) FROM sys.dm_db_partition_stats p
               WHERE p.object_id = t.object_id AND p.index_id IN (0, 1)), ' rows, ',
              (SELECT SUM(u.user_updates) FROM sys.dm_db_index_usage_stats u
               WHERE u.database_id = DB_ID() AND u.object_id = t.object_id), ' writes, ',
              (SELECT CONVERT(varchar(30), MAX(u.last_user_update), 126) FROM sys.dm_db_index_usage_stats u
               WHERE u.database_id = DB_ID() AND u.object_id = t.object_id)) AS hint
FROM sys.tables t
WHERE t.is_ms_shipped = 0 AND t.is_memory_optimized = 0
