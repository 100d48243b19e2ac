-- What may be in a database and is not read. It is named as not compared where there is any of it.

-- question: Service Broker's queues, services, contracts, message types, routes, bindings and priorities
-- tells:
-- Microsoft: sys-service-queues-transact-sql, sys-services-transact-sql, sys-service-contracts-transact-sql,
-- sys-service-message-types-transact-sql (those of every database have numbers below 65536), sys-routes-transact-sql (so has
-- AutoCreatedLocal), sys-remote-service-bindings-transact-sql, sys-conversation-priorities-transact-sql
SELECT N'Service Broker''s queues, services, contracts, message types, routes, bindings and priorities' AS not_compared, CAST(SUM(n.number) AS nvarchar(20)) + N' in this database' AS why
FROM (SELECT COUNT(*) AS number FROM sys.service_queues q WHERE q.is_ms_shipped = 0
      UNION ALL SELECT COUNT(*) FROM sys.services s WHERE s.service_id > 65535
      UNION ALL SELECT COUNT(*) FROM sys.service_contracts c WHERE c.service_contract_id > 65535
      UNION ALL SELECT COUNT(*) FROM sys.service_message_types m WHERE m.message_type_id > 65535
      UNION ALL SELECT COUNT(*) FROM sys.routes r WHERE r.name <> 'AutoCreatedLocal'
      UNION ALL SELECT COUNT(*) FROM sys.remote_service_bindings b
      UNION ALL SELECT COUNT(*) FROM sys.conversation_priorities y) n
HAVING SUM(n.number) > 0;

-- question: certificates and keys
-- tells:
-- Microsoft: sys-certificates-transact-sql, sys-asymmetric-keys-transact-sql, sys-symmetric-keys-transact-sql,
-- sys-column-master-keys-transact-sql, sys-column-encryption-keys-transact-sql
SELECT N'certificates and keys' AS not_compared, CAST(SUM(n.number) AS nvarchar(20)) + N' in this database' AS why
FROM (SELECT COUNT(*) AS number FROM sys.certificates c WHERE c.name NOT LIKE '##%'
      UNION ALL SELECT COUNT(*) FROM sys.asymmetric_keys a
      UNION ALL SELECT COUNT(*) FROM sys.symmetric_keys s
      UNION ALL SELECT COUNT(*) FROM sys.column_master_keys m
      UNION ALL SELECT COUNT(*) FROM sys.column_encryption_keys k) n
HAVING SUM(n.number) > 0;

-- question: credentials
-- tells:
-- Microsoft: sys-database-scoped-credentials-transact-sql
SELECT N'credentials' AS not_compared, CAST(COUNT(*) AS nvarchar(20)) + N' in this database' AS why
FROM sys.database_scoped_credentials c
HAVING COUNT(*) > 0;

-- They go when a module is altered or dropped.
-- question: signatures of modules
-- tells:
-- Microsoft: sys-crypt-properties-transact-sql
SELECT N'signatures of modules' AS not_compared, CAST(COUNT(*) AS nvarchar(20)) + N' in this database' AS why
FROM sys.crypt_properties c
HAVING COUNT(*) > 0;

-- The one filegroup and the two files that a new database has are none of a migration's; those of Azure SQL Database and of
-- Fabric (EngineEdition 5 and 12) are the platform's.
-- question: filegroups and files
-- tells:
-- Microsoft: sys-filegroups-transact-sql, sys-database-files-transact-sql, serverproperty-transact-sql
SELECT N'filegroups and files' AS not_compared, CAST(SUM(n.number) AS nvarchar(20)) + N' more than a new database has' AS why
FROM (SELECT COUNT(*) AS number FROM sys.filegroups g WHERE g.name <> 'PRIMARY'
      UNION ALL SELECT COUNT(*) FROM sys.database_files f WHERE f.file_id > 2) n
WHERE CAST(SERVERPROPERTY('EngineEdition') AS int) NOT IN (5, 12)
HAVING SUM(n.number) > 0;

-- question: further options of tables
-- tells:
-- Microsoft: sys-tables-transact-sql, sp-tableoption-transact-sql, objectproperty-transact-sql (TableHasVarDecimalStorageFormat)
SELECT N'further options of tables' AS not_compared,
       CAST(COUNT(*) AS nvarchar(20)) + N' tables with text in row, large values out of row, table lock on bulk load or vardecimal' AS why
FROM sys.tables t
WHERE t.is_ms_shipped = 0 AND t.is_external = 0 AND t.is_memory_optimized = 0
  AND (t.text_in_row_limit > 0 OR t.large_value_types_out_of_row = 1 OR t.lock_on_bulk_load = 1
       OR OBJECTPROPERTY(t.object_id, 'TableHasVarDecimalStorageFormat') = 1)
HAVING COUNT(*) > 0;

-- question: what is published for replication
-- tells:
-- Microsoft: sys-objects-transact-sql (is_published, is_schema_published)
SELECT N'what is published for replication' AS not_compared, CAST(COUNT(*) AS nvarchar(20)) + N' in this database' AS why
FROM sys.objects o
WHERE o.is_ms_shipped = 0 AND (o.is_published = 1 OR o.is_schema_published = 1)
HAVING COUNT(*) > 0;

-- question: samples that statistics keep
-- tells:
-- if there is: sys.stats.has_persisted_sample
-- Microsoft: sys-stats-transact-sql (has_persisted_sample, from 2019), sys-objects-transact-sql
SELECT N'samples that statistics keep' AS not_compared, CAST(COUNT(*) AS nvarchar(20)) + N' statistics with PERSIST_SAMPLE_PERCENT' AS why
FROM sys.stats s
JOIN sys.objects o ON o.object_id = s.object_id
WHERE o.is_ms_shipped = 0 AND s.has_persisted_sample = 1
HAVING COUNT(*) > 0;

-- question: audit specifications
-- tells:
-- Microsoft: sys-database-audit-specifications-transact-sql
SELECT N'audit specifications' AS not_compared, CAST(COUNT(*) AS nvarchar(20)) + N' in this database' AS why
FROM sys.database_audit_specifications a
HAVING COUNT(*) > 0;

-- question: sensitivity classifications
-- tells:
-- if there is: sys.sensitivity_classifications.major_id
-- Microsoft: sys-sensitivity-classifications-transact-sql (from 2019)
SELECT N'sensitivity classifications' AS not_compared, CAST(COUNT(*) AS nvarchar(20)) + N' in this database' AS why
FROM sys.sensitivity_classifications s
HAVING COUNT(*) > 0;

-- question: stoplists and search property lists
-- tells:
-- Microsoft: sys-fulltext-stoplists-transact-sql, sys-registered-search-property-lists-transact-sql
SELECT N'stoplists and search property lists' AS not_compared, CAST(SUM(n.number) AS nvarchar(20)) + N' in this database' AS why
FROM (SELECT COUNT(*) AS number FROM sys.fulltext_stoplists s
      UNION ALL SELECT COUNT(*) FROM sys.registered_search_property_lists p) n
HAVING SUM(n.number) > 0;

-- question: rules and defaults that are bound
-- tells:
-- Microsoft: sys-objects-transact-sql (types R and D without a parent)
SELECT N'rules and defaults that are bound' AS not_compared, CAST(COUNT(*) AS nvarchar(20)) + N' in this database' AS why
FROM sys.objects o
WHERE RTRIM(o.type) IN ('R', 'D') AND o.parent_object_id = 0
HAVING COUNT(*) > 0;

-- question: further procedures of one name
-- tells:
-- Microsoft: sys-numbered-procedures-transact-sql
SELECT N'further procedures of one name' AS not_compared, CAST(COUNT(*) AS nvarchar(20)) + N' in this database' AS why
FROM sys.numbered_procedures p
HAVING COUNT(*) > 0;

-- question: plan guides
-- tells:
-- Microsoft: sys-plan-guides-transact-sql
SELECT N'plan guides' AS not_compared, CAST(COUNT(*) AS nvarchar(20)) + N' in this database' AS why
FROM sys.plan_guides p
HAVING COUNT(*) > 0;

-- question: event notifications
-- tells:
-- Microsoft: sys-event-notifications-transact-sql
SELECT N'event notifications' AS not_compared, CAST(COUNT(*) AS nvarchar(20)) + N' in this database' AS why
FROM sys.event_notifications e
HAVING COUNT(*) > 0;

-- question: external data sources and file formats
-- tells:
-- Microsoft: sys-external-data-sources-transact-sql, sys-external-file-formats-transact-sql
SELECT N'external data sources and file formats' AS not_compared, CAST(SUM(n.number) AS nvarchar(20)) + N' in this database' AS why
FROM (SELECT COUNT(*) AS number FROM sys.external_data_sources s
      UNION ALL SELECT COUNT(*) FROM sys.external_file_formats f) n
HAVING SUM(n.number) > 0;

-- question: external libraries
-- tells:
-- Microsoft: sys-external-libraries-transact-sql
SELECT N'external libraries' AS not_compared, CAST(COUNT(*) AS nvarchar(20)) + N' in this database' AS why
FROM sys.external_libraries l
HAVING COUNT(*) > 0;

-- question: external languages
-- tells:
-- if there is: sys.external_languages.language
-- Microsoft: sys-external-languages-transact-sql (from 2019; R and Python are every database's)
SELECT N'external languages' AS not_compared, CAST(COUNT(*) AS nvarchar(20)) + N' in this database' AS why
FROM sys.external_languages l
WHERE l.language NOT IN ('R', 'Python')
HAVING COUNT(*) > 0;

-- question: external models
-- tells:
-- if there is: sys.external_models.name
-- Microsoft: sys-external-models-transact-sql (from 2025)
SELECT N'external models' AS not_compared, CAST(COUNT(*) AS nvarchar(20)) + N' in this database' AS why
FROM sys.external_models m
HAVING COUNT(*) > 0;

-- question: XML_COMPRESSION of partitions
-- tells:
-- if there is: sys.partitions.xml_compression
-- Microsoft: sys-partitions-transact-sql (xml_compression, from 2022)
SELECT N'XML_COMPRESSION of partitions' AS not_compared, CAST(COUNT(*) AS nvarchar(20)) + N' in this database' AS why
FROM sys.partitions p
WHERE p.xml_compression = 1
HAVING COUNT(*) > 0;

-- question: extended properties of Service Broker's objects, files, filegroups and plan guides
-- tells:
-- Microsoft: extended-properties-catalog-views-sys-extended-properties,
-- sys-filegroups-transact-sql
SELECT N'extended properties of Service Broker''s objects, files, filegroups and plan guides' AS not_compared, CAST(SUM(n.number) AS nvarchar(20)) + N' in this database' AS why
FROM (SELECT COUNT(*) AS number FROM sys.extended_properties e WHERE e.class IN (15, 16, 17, 18, 19, 22, 27)
      UNION ALL SELECT COUNT(*) FROM sys.extended_properties e JOIN sys.filegroups f ON f.data_space_id = e.major_id WHERE e.class = 20) n
HAVING SUM(n.number) > 0;

-- question: permissions on keys, certificates, full-text objects and Service Broker's objects
-- tells:
-- Microsoft: sys-database-permissions-transact-sql
SELECT N'permissions on keys, certificates, full-text objects and Service Broker''s objects' AS not_compared, CAST(COUNT(*) AS nvarchar(20)) + N' in this database' AS why
FROM sys.database_permissions d
WHERE d.class IN (15, 16, 17, 18, 19, 23, 24, 25, 26, 29, 31, 32) AND d.grantee_principal_id > 4
HAVING COUNT(*) > 0;

-- Those that are not what a new database has. Azure SQL Database, Managed Instance and Fabric (EngineEdition 5, 8 and 12)
-- encrypt every new one.
-- question: further options of the database
-- tells:
-- Microsoft: sys-databases-transact-sql, alter-database-transact-sql-set-options, serverproperty-transact-sql,
-- transparent-data-encryption-tde-overview
SELECT N'further options of the database' AS not_compared, STUFF(o.names, 1, 2, '') AS why
FROM sys.databases d
CROSS APPLY (SELECT CASE WHEN d.page_verify_option <> 2 THEN ', PAGE_VERIFY' ELSE '' END
                    + CASE WHEN d.delayed_durability <> 0 THEN ', DELAYED_DURABILITY' ELSE '' END
                    + CASE WHEN d.target_recovery_time_in_seconds NOT IN (0, 60) THEN ', TARGET_RECOVERY_TIME' ELSE '' END
                    + CASE WHEN d.is_auto_create_stats_incremental_on = 1 THEN ', AUTO_CREATE_STATISTICS (INCREMENTAL = ON)' ELSE '' END
                    + CASE WHEN d.is_memory_optimized_elevate_to_snapshot_on = 1 THEN ', MEMORY_OPTIMIZED_ELEVATE_TO_SNAPSHOT' ELSE '' END
                    + CASE WHEN d.is_honor_broker_priority_on = 1 THEN ', HONOR_BROKER_PRIORITY' ELSE '' END
                    + CASE WHEN d.is_supplemental_logging_enabled = 1 THEN ', SUPPLEMENTAL_LOGGING' ELSE '' END
                    + CASE WHEN d.is_encrypted = 1 AND CAST(SERVERPROPERTY('EngineEdition') AS int) NOT IN (5, 8, 12)
                           THEN ', ENCRYPTION' ELSE '' END
                    + CASE WHEN d.containment = 1 AND d.is_nested_triggers_on = 0 THEN ', NESTED_TRIGGERS' ELSE '' END
                    + CASE WHEN d.containment = 1 AND d.is_transform_noise_words_on = 1 THEN ', TRANSFORM_NOISE_WORDS' ELSE '' END
                    + CASE WHEN d.containment = 1 AND d.two_digit_year_cutoff <> 2049 THEN ', TWO_DIGIT_YEAR_CUTOFF' ELSE '' END AS names) o
WHERE d.name = DB_NAME() AND o.names <> '';

-- A new one has the server's.
-- question: languages of the contained database
-- tells:
-- Microsoft: sys-databases-transact-sql, create-database-transact-sql (DEFAULT_LANGUAGE), sys-configurations-transact-sql,
-- configure-the-default-language-server-configuration-option (a langid),
-- configure-the-default-full-text-language-server-configuration-option (an lcid), sys-syslanguages-transact-sql
SELECT N'languages of the contained database' AS not_compared, STUFF(o.names, 1, 2, '') AS why
FROM sys.databases d
CROSS APPLY (SELECT CASE WHEN d.default_language_lcid <> (SELECT l.lcid FROM sys.configurations c
                                                          JOIN sys.syslanguages l ON l.langid = CAST(c.value_in_use AS int)
                                                          WHERE c.name = 'default language')
                         THEN ', DEFAULT_LANGUAGE' ELSE '' END
                    + CASE WHEN d.default_fulltext_language_lcid <> (SELECT CAST(c.value_in_use AS int) FROM sys.configurations c
                                                                     WHERE c.name = 'default full-text language')
                           THEN ', DEFAULT_FULLTEXT_LANGUAGE' ELSE '' END AS names) o
WHERE d.name = DB_NAME() AND d.containment = 1 AND o.names <> '';

-- question: TEMPORAL_HISTORY_RETENTION of the database
-- tells:
-- if there is: sys.databases.is_temporal_history_retention_enabled
-- Microsoft: sys-databases-transact-sql (is_temporal_history_retention_enabled, from 2017),
-- alter-database-transact-sql-set-options (ON from the beginning)
SELECT N'TEMPORAL_HISTORY_RETENTION of the database' AS not_compared, N'it is off' AS why
FROM sys.databases d
WHERE d.name = DB_NAME() AND d.is_temporal_history_retention_enabled = 0;

-- question: MIXED_PAGE_ALLOCATION of the database
-- tells:
-- if there is: sys.databases.is_mixed_page_allocation_on
-- Microsoft: sys-databases-transact-sql, alter-database-transact-sql-set-options (OFF from the beginning)
SELECT N'MIXED_PAGE_ALLOCATION of the database' AS not_compared, N'it is on' AS why
FROM sys.databases d
WHERE d.name = DB_NAME() AND d.is_mixed_page_allocation_on = 1;

-- question: scoped configurations for secondaries
-- tells:
-- Microsoft: sys-database-scoped-configurations-transact-sql (value_for_secondary)
SELECT N'scoped configurations for secondaries' AS not_compared, CAST(COUNT(*) AS nvarchar(20)) + N' in this database' AS why
FROM sys.database_scoped_configurations c
WHERE c.value_for_secondary IS NOT NULL
HAVING COUNT(*) > 0;

-- It is always on in Azure SQL Database, Managed Instance and Fabric (EngineEdition 5, 8 and 12).
-- question: OPTIMIZED_LOCKING of the database
-- tells:
-- if there is: sys.databases.is_optimized_locking_on
-- Microsoft: sys-databases-transact-sql (is_optimized_locking_on, from 2025), optimized-locking
SELECT N'OPTIMIZED_LOCKING of the database' AS not_compared, N'it is on' AS why
FROM sys.databases d
WHERE d.name = DB_NAME() AND d.is_optimized_locking_on = 1
  AND CAST(SERVERPROPERTY('EngineEdition') AS int) NOT IN (5, 8, 12);

-- So is this.
-- question: ACCELERATED_DATABASE_RECOVERY of the database
-- tells:
-- if there is: sys.databases.is_accelerated_database_recovery_on
-- Microsoft: sys-databases-transact-sql (is_accelerated_database_recovery_on, from 2019),
-- accelerated-database-recovery-concepts
SELECT N'ACCELERATED_DATABASE_RECOVERY of the database' AS not_compared, N'it is on' AS why
FROM sys.databases d
WHERE d.name = DB_NAME() AND d.is_accelerated_database_recovery_on = 1
  AND CAST(SERVERPROPERTY('EngineEdition') AS int) NOT IN (5, 8, 12);
