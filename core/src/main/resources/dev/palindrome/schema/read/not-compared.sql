-- What may be in a database and is not read. It is named as not compared where there is any of it.

-- question: Service Broker's queues, services, contracts and message types
-- tells:
-- Microsoft: sys-service-queues-transact-sql, sys-services-transact-sql, sys-service-contracts-transact-sql,
-- sys-service-message-types-transact-sql (those of every database have numbers below 65536)
SELECT N'Service Broker''s queues, services, contracts and message types' AS not_compared, CAST(SUM(n.number) AS nvarchar(20)) + N' in this database' AS why
FROM (SELECT COUNT(*) AS number FROM sys.service_queues q WHERE q.is_ms_shipped = 0
      UNION ALL SELECT COUNT(*) FROM sys.services s WHERE s.service_id > 65535
      UNION ALL SELECT COUNT(*) FROM sys.service_contracts c WHERE c.service_contract_id > 65535
      UNION ALL SELECT COUNT(*) FROM sys.service_message_types m WHERE m.message_type_id > 65535) n
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

-- question: audit specifications
-- tells:
-- Microsoft: sys-database-audit-specifications-transact-sql
SELECT N'audit specifications' AS not_compared, CAST(SUM(n.number) AS nvarchar(20)) + N' in this database' AS why
FROM (SELECT COUNT(*) AS number FROM sys.database_audit_specifications a) n
HAVING SUM(n.number) > 0;

-- question: sensitivity classifications
-- tells:
-- if there is: sys.sensitivity_classifications.major_id
-- Microsoft: sys-sensitivity-classifications-transact-sql (from 2019)
SELECT N'sensitivity classifications' AS not_compared, CAST(SUM(n.number) AS nvarchar(20)) + N' in this database' AS why
FROM (SELECT COUNT(*) AS number FROM sys.sensitivity_classifications s) n
HAVING SUM(n.number) > 0;

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
SELECT N'rules and defaults that are bound' AS not_compared, CAST(SUM(n.number) AS nvarchar(20)) + N' in this database' AS why
FROM (SELECT COUNT(*) AS number FROM sys.objects o WHERE RTRIM(o.type) IN ('R', 'D') AND o.parent_object_id = 0) n
HAVING SUM(n.number) > 0;

-- question: further procedures of one name
-- tells:
-- Microsoft: sys-numbered-procedures-transact-sql
SELECT N'further procedures of one name' AS not_compared, CAST(SUM(n.number) AS nvarchar(20)) + N' in this database' AS why
FROM (SELECT COUNT(*) AS number FROM sys.numbered_procedures p) n
HAVING SUM(n.number) > 0;

-- question: plan guides
-- tells:
-- Microsoft: sys-plan-guides-transact-sql
SELECT N'plan guides' AS not_compared, CAST(SUM(n.number) AS nvarchar(20)) + N' in this database' AS why
FROM (SELECT COUNT(*) AS number FROM sys.plan_guides p) n
HAVING SUM(n.number) > 0;

-- question: event notifications
-- tells:
-- Microsoft: sys-event-notifications-transact-sql
SELECT N'event notifications' AS not_compared, CAST(SUM(n.number) AS nvarchar(20)) + N' in this database' AS why
FROM (SELECT COUNT(*) AS number FROM sys.event_notifications e) n
HAVING SUM(n.number) > 0;

-- question: external data sources and file formats
-- tells:
-- Microsoft: sys-external-data-sources-transact-sql, sys-external-file-formats-transact-sql
SELECT N'external data sources and file formats' AS not_compared, CAST(SUM(n.number) AS nvarchar(20)) + N' in this database' AS why
FROM (SELECT COUNT(*) AS number FROM sys.external_data_sources s
      UNION ALL SELECT COUNT(*) FROM sys.external_file_formats f) n
HAVING SUM(n.number) > 0;

-- question: XML_COMPRESSION of partitions
-- tells:
-- if there is: sys.partitions.xml_compression
-- Microsoft: sys-partitions-transact-sql (xml_compression, from 2022)
SELECT N'XML_COMPRESSION of partitions' AS not_compared, CAST(SUM(n.number) AS nvarchar(20)) + N' in this database' AS why
FROM (SELECT COUNT(*) AS number FROM sys.partitions p WHERE p.xml_compression = 1) n
HAVING SUM(n.number) > 0;

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
SELECT N'permissions on keys, certificates, full-text objects and Service Broker''s objects' AS not_compared, CAST(SUM(n.number) AS nvarchar(20)) + N' in this database' AS why
FROM (SELECT COUNT(*) AS number FROM sys.database_permissions d WHERE d.class IN (15, 16, 17, 18, 19, 23, 24, 25, 26, 29, 31, 32) AND d.grantee_principal_id > 4) n
HAVING SUM(n.number) > 0;

-- Those that are not what a new database has.
-- question: further options of the database
-- tells:
-- Microsoft: sys-databases-transact-sql, alter-database-transact-sql-set-options
SELECT N'further options of the database' AS not_compared,
       STUFF(CASE WHEN d.page_verify_option <> 2 THEN ', PAGE_VERIFY' ELSE '' END
             + CASE WHEN d.delayed_durability <> 0 THEN ', DELAYED_DURABILITY' ELSE '' END
             + CASE WHEN d.target_recovery_time_in_seconds NOT IN (0, 60) THEN ', TARGET_RECOVERY_TIME' ELSE '' END
             + CASE WHEN d.is_auto_create_stats_incremental_on = 1 THEN ', AUTO_CREATE_STATISTICS (INCREMENTAL = ON)' ELSE '' END
             + CASE WHEN d.is_memory_optimized_elevate_to_snapshot_on = 1 THEN ', MEMORY_OPTIMIZED_ELEVATE_TO_SNAPSHOT' ELSE '' END
             + CASE WHEN d.is_honor_broker_priority_on = 1 THEN ', HONOR_BROKER_PRIORITY' ELSE '' END
             + CASE WHEN d.is_supplemental_logging_enabled = 1 THEN ', SUPPLEMENTAL_LOGGING' ELSE '' END
             + CASE WHEN d.is_encrypted = 1 THEN ', ENCRYPTION' ELSE '' END, 1, 2, '') AS why
FROM sys.databases d
WHERE d.name = DB_NAME()
  AND (d.page_verify_option <> 2 OR d.delayed_durability <> 0 OR d.target_recovery_time_in_seconds NOT IN (0, 60)
       OR d.is_auto_create_stats_incremental_on = 1 OR d.is_memory_optimized_elevate_to_snapshot_on = 1
       OR d.is_honor_broker_priority_on = 1 OR d.is_supplemental_logging_enabled = 1 OR d.is_encrypted = 1);

-- question: ACCELERATED_DATABASE_RECOVERY of the database
-- tells:
-- if there is: sys.databases.is_accelerated_database_recovery_on
-- Microsoft: sys-databases-transact-sql (is_accelerated_database_recovery_on, from 2019)
SELECT N'ACCELERATED_DATABASE_RECOVERY of the database' AS not_compared, N'it is on' AS why
FROM sys.databases d
WHERE d.name = DB_NAME() AND d.is_accelerated_database_recovery_on = 1;
