-- The database's options that a migration can set. Whether Service Broker is on is left out: a restored copy of a
-- database has it off.

-- question: options of the database
-- tells: DATABASE / COLLATION COMPATIBILITY_LEVEL OPTIONS
-- Microsoft: sys-databases-transact-sql, alter-database-transact-sql-set-options
SELECT 'DATABASE' AS object_kind,
       d.collation_name AS [COLLATION],
       CAST(d.compatibility_level AS varchar(3)) AS [COMPATIBILITY_LEVEL],
       '(RECOVERY = ' + d.recovery_model_desc COLLATE DATABASE_DEFAULT
       + CASE WHEN d.is_read_committed_snapshot_on = 1 THEN ', READ_COMMITTED_SNAPSHOT = ON' ELSE '' END
       + CASE WHEN d.snapshot_isolation_state IN (1, 3) THEN ', ALLOW_SNAPSHOT_ISOLATION = ON' ELSE '' END
       + CASE WHEN d.is_read_only = 1 THEN ', READ_ONLY = ON' ELSE '' END
       + CASE WHEN d.is_auto_close_on = 1 THEN ', AUTO_CLOSE = ON' ELSE '' END
       + CASE WHEN d.is_auto_shrink_on = 1 THEN ', AUTO_SHRINK = ON' ELSE '' END
       + CASE WHEN d.is_auto_create_stats_on = 0 THEN ', AUTO_CREATE_STATISTICS = OFF' ELSE '' END
       + CASE WHEN d.is_auto_update_stats_on = 0 THEN ', AUTO_UPDATE_STATISTICS = OFF' ELSE '' END
       + CASE WHEN d.is_auto_update_stats_async_on = 1 THEN ', AUTO_UPDATE_STATISTICS_ASYNC = ON' ELSE '' END
       + CASE WHEN d.is_ansi_null_default_on = 1 THEN ', ANSI_NULL_DEFAULT = ON' ELSE '' END
       + CASE WHEN d.is_ansi_nulls_on = 1 THEN ', ANSI_NULLS = ON' ELSE '' END
       + CASE WHEN d.is_ansi_padding_on = 1 THEN ', ANSI_PADDING = ON' ELSE '' END
       + CASE WHEN d.is_ansi_warnings_on = 1 THEN ', ANSI_WARNINGS = ON' ELSE '' END
       + CASE WHEN d.is_arithabort_on = 1 THEN ', ARITHABORT = ON' ELSE '' END
       + CASE WHEN d.is_concat_null_yields_null_on = 1 THEN ', CONCAT_NULL_YIELDS_NULL = ON' ELSE '' END
       + CASE WHEN d.is_numeric_roundabort_on = 1 THEN ', NUMERIC_ROUNDABORT = ON' ELSE '' END
       + CASE WHEN d.is_quoted_identifier_on = 1 THEN ', QUOTED_IDENTIFIER = ON' ELSE '' END
       + CASE WHEN d.is_recursive_triggers_on = 1 THEN ', RECURSIVE_TRIGGERS = ON' ELSE '' END
       + CASE WHEN d.is_cursor_close_on_commit_on = 1 THEN ', CURSOR_CLOSE_ON_COMMIT = ON' ELSE '' END
       + CASE WHEN d.is_local_cursor_default = 1 THEN ', CURSOR_DEFAULT = LOCAL' ELSE '' END
       + CASE WHEN d.is_trustworthy_on = 1 THEN ', TRUSTWORTHY = ON' ELSE '' END
       + CASE WHEN d.is_db_chaining_on = 1 THEN ', DB_CHAINING = ON' ELSE '' END
       + CASE WHEN d.is_parameterization_forced = 1 THEN ', PARAMETERIZATION = FORCED' ELSE '' END
       + CASE WHEN d.is_query_store_on = 1 THEN ', QUERY_STORE = ON' ELSE '' END
       + CASE WHEN d.is_date_correlation_on = 1 THEN ', DATE_CORRELATION_OPTIMIZATION = ON' ELSE '' END
       + CASE WHEN d.is_cdc_enabled = 1 THEN ', CHANGE_DATA_CAPTURE = ON' ELSE '' END
       + CASE WHEN d.containment = 1 THEN ', CONTAINMENT = PARTIAL' ELSE '' END
       + ')' AS [OPTIONS]
FROM sys.databases d
WHERE d.name = DB_NAME();

-- What it is set to, and not what it has come to: a full one makes itself read-only.
-- question: options of the query store
-- tells: DATABASE / DETAILS
-- Microsoft: sys-database-query-store-options-transact-sql (wait_stats_capture_mode_desc from 2017)
SELECT 'DATABASE' AS object_kind,
       '(QUERY_STORE = ' + q.desired_state_desc COLLATE DATABASE_DEFAULT
       + ', MAX_STORAGE_SIZE_MB = ' + CAST(q.max_storage_size_mb AS varchar(20))
       + ', DATA_FLUSH_INTERVAL_SECONDS = ' + CAST(q.flush_interval_seconds AS varchar(20))
       + ', INTERVAL_LENGTH_MINUTES = ' + CAST(q.interval_length_minutes AS varchar(20))
       + ', STALE_QUERY_THRESHOLD_DAYS = ' + CAST(q.stale_query_threshold_days AS varchar(20))
       + ', MAX_PLANS_PER_QUERY = ' + CAST(q.max_plans_per_query AS varchar(20))
       + ', QUERY_CAPTURE_MODE = ' + q.query_capture_mode_desc COLLATE DATABASE_DEFAULT
       + ', SIZE_BASED_CLEANUP_MODE = ' + q.size_based_cleanup_mode_desc COLLATE DATABASE_DEFAULT
       + ', WAIT_STATS_CAPTURE_MODE = ' + q.wait_stats_capture_mode_desc COLLATE DATABASE_DEFAULT + ')' AS [DETAILS]
FROM sys.database_query_store_options q
WHERE q.desired_state <> 0;

-- question: change tracking of the database
-- tells: DATABASE / CHANGE_TRACKING
-- Microsoft: sys-change-tracking-databases-transact-sql
SELECT 'DATABASE' AS object_kind,
       '(ON, CHANGE_RETENTION = ' + CAST(c.retention_period AS varchar(10)) + ' ' + c.retention_period_units_desc COLLATE DATABASE_DEFAULT
       + CASE WHEN c.is_auto_cleanup_on = 0 THEN ', AUTO_CLEANUP = OFF' ELSE '' END + ')' AS [CHANGE_TRACKING]
FROM sys.change_tracking_databases c
WHERE c.database_id = DB_ID();

-- Those that are not at their defaults.
-- question: scoped configurations of the database
-- tells: DATABASE / SCOPED_CONFIGURATION
-- Microsoft: sys-database-scoped-configurations-transact-sql (is_value_default from 2017),
-- sql-variant-property-transact-sql
SELECT 'DATABASE' AS object_kind,
       '(' + STRING_AGG(CAST(c.name COLLATE DATABASE_DEFAULT + ' = '
                             + CASE WHEN CAST(SQL_VARIANT_PROPERTY(c.value, 'BaseType') AS varchar(30)) = 'bit'
                                    THEN CASE WHEN c.value = 1 THEN 'ON' ELSE 'OFF' END
                                    ELSE COALESCE(CAST(c.value AS nvarchar(200)) COLLATE DATABASE_DEFAULT, 'NULL') END AS nvarchar(max)), ', ')
             WITHIN GROUP (ORDER BY c.name) + ')' AS [SCOPED_CONFIGURATION]
FROM sys.database_scoped_configurations c
WHERE c.is_value_default = 0
HAVING COUNT(*) > 0;
