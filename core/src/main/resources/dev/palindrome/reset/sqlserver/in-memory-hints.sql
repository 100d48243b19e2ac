-- What tells that a memory-optimised table may have been written: how many rows were inserted, updated and deleted since the
-- database was started, also by transactions that were taken back.
-- Microsoft: sys-dm-db-xtp-object-stats-transact-sql
SELECT x.object_id,
       CONCAT(SUM(x.row_insert_attempts), ' inserted, ', SUM(x.row_update_attempts), ' updated, ',
              SUM(x.row_delete_attempts), ' deleted') AS hint
FROM sys.dm_db_xtp_object_stats x
GROUP BY x.object_id
