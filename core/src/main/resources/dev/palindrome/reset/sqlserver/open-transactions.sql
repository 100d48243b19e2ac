-- Other sessions with a transaction that has written to this database and is not over. A transaction that has only read has
-- no begin time there.
-- Microsoft: sys-dm-tran-database-transactions-transact-sql (database_transaction_begin_time),
-- sys-dm-tran-session-transactions-transact-sql, sys-dm-exec-sessions-transact-sql
SELECT CONCAT('session ', s.session_id, ' of ', s.login_name COLLATE DATABASE_DEFAULT, ' (',
              s.program_name COLLATE DATABASE_DEFAULT, ' on ', s.host_name COLLATE DATABASE_DEFAULT,
              '), in a transaction since ', CONVERT(varchar(23), d.database_transaction_begin_time, 126)) AS session
FROM sys.dm_tran_database_transactions d
JOIN sys.dm_tran_session_transactions t ON t.transaction_id = d.transaction_id
JOIN sys.dm_exec_sessions s ON s.session_id = t.session_id
WHERE d.database_id = DB_ID() AND d.database_transaction_begin_time IS NOT NULL
  AND t.is_user_transaction = 1 AND s.session_id <> @@SPID
ORDER BY s.session_id
