-- Whether this server counts writes and lets this login see them: a write of our own must show. Trace flag 2330 switches
-- counting off, AUTO_CLOSE forgets what was counted.
-- Microsoft: sys-dm-db-index-usage-stats-transact-sql, sys-databases-transact-sql (is_auto_close_on)
SET NOCOUNT ON;
CREATE TABLE #palindrome_probe (id int NOT NULL PRIMARY KEY);
INSERT INTO #palindrome_probe (id) VALUES (1);
SELECT COUNT(*) AS counted
FROM sys.dm_db_index_usage_stats u
WHERE u.database_id = DB_ID('tempdb') AND u.object_id = OBJECT_ID('tempdb..#palindrome_probe') AND u.user_updates > 0
  AND EXISTS (SELECT * FROM sys.databases d WHERE d.database_id = DB_ID() AND d.is_auto_close_on = 0)
  AND EXISTS (SELECT * FROM sys.dm_db_partition_stats);
DROP TABLE #palindrome_probe;
