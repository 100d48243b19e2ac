-- What tells that a memory-optimised table may have been written: how many rows were inserted, updated and deleted since the
-- database was started, also by transactions that were taken back. Stopping the database ends this session, too, which is why
-- it is told when it began.
-- Microsoft: sys-dm-db-xtp-object-stats-transact-sql, sys-dm-exec-sessions-transact-sql
SELECT x.object_id,
       CONCAT(SUM(x.row_insert_attempts), ' inserted, ', SUM(x.row_update_attempts), ' updated, ',
              SUM(x.row_delete_attempts), ' deleted, counted since ', MAX(s.since)) AS hint
FROM sys.dm_db_xtp_object_stats x
CROSS JOIN (SELECT MAX(CONVERT(varchar(30), login_time, 126)) AS since
            FROM sys.dm_exec_sessions WHERE session_id = @@SPID) s
GROUP BY x.object_id
