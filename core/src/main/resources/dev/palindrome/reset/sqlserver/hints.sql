-- What tells that a table may have been written: how often and when, how many rows there are. A table that nobody has used
-- since the server started has no usage. TRUNCATE does not show in the usage, but in the rows. Nor does SWITCH:
-- it is an ALTER TABLE and sets modify_date, and the partitions are others or have other numbers of rows. What was counted is
-- forgotten when the server or the database stops. That ends this session, too, which is why it is told when it began.
-- Microsoft: sys-dm-db-index-usage-stats-transact-sql, sys-dm-db-partition-stats-transact-sql, checksum-agg-transact-sql,
-- sys-objects-transact-sql (modify_date), alter-table-transact-sql (SWITCH), sys-dm-exec-sessions-transact-sql (everyone sees
-- the own session)
SELECT t.object_id,
       CONCAT((SELECT CONCAT(SUM(p.row_count), ' rows in ', CHECKSUM_AGG(BINARY_CHECKSUM(p.partition_id, p.row_count)))
               FROM sys.dm_db_partition_stats p
               WHERE p.object_id = t.object_id AND p.index_id IN (0, 1)), ', ',
              (SELECT SUM(u.user_updates) FROM sys.dm_db_index_usage_stats u
               WHERE u.database_id = DB_ID() AND u.object_id = t.object_id), ' writes, ',
              (SELECT CONVERT(varchar(30), MAX(u.last_user_update), 126) FROM sys.dm_db_index_usage_stats u
               WHERE u.database_id = DB_ID() AND u.object_id = t.object_id), ', altered ',
              CONVERT(varchar(30), t.modify_date, 126), ', counted since ', s.since) AS hint
FROM sys.tables t
CROSS JOIN (SELECT MAX(CONVERT(varchar(30), login_time, 126)) AS since
            FROM sys.dm_exec_sessions WHERE session_id = @@SPID) s
WHERE t.is_ms_shipped = 0 AND t.is_memory_optimized = 0
