-- The columns that an INSERT can give values to: neither computed nor a rowversion (type 189) nor a column set. Columns of a
-- period can be given while the period is dropped.
-- Types of the CLR, the system's among them, have one system_type_id, 240.
-- Microsoft: sys-columns-transact-sql, type-name-transact-sql
SELECT c.object_id, c.name AS column_name, CAST(c.is_identity AS int) AS is_identity,
       CASE WHEN c.system_type_id = 240 THEN TYPE_NAME(c.user_type_id) ELSE TYPE_NAME(c.system_type_id) END AS type_name,
       CASE WHEN c.xml_collection_id <> 0 THEN 1 ELSE 0 END AS is_typed_xml
FROM sys.columns c
JOIN sys.tables t ON t.object_id = c.object_id
WHERE t.is_ms_shipped = 0 AND c.is_computed = 0 AND c.is_column_set = 0 AND c.system_type_id <> 189
ORDER BY c.object_id, c.column_id
