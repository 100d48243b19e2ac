-- The columns that an INSERT can give values to: neither computed nor a rowversion (type 189) nor a column set. Columns of a
-- period can be given while the period is dropped.
-- Microsoft: sys-columns-transact-sql
SELECT c.object_id, c.name AS column_name, CAST(c.is_identity AS int) AS is_identity,
       CASE WHEN c.xml_collection_id <> 0 THEN 1 ELSE 0 END AS is_typed_xml
FROM sys.columns c
JOIN sys.tables t ON t.object_id = c.object_id
WHERE t.is_ms_shipped = 0 AND c.is_computed = 0 AND c.is_column_set = 0 AND c.system_type_id <> 189
ORDER BY c.object_id, c.column_id
