-- Extended properties of the database, schemas, objects, columns, indexes and constraints. Palindrome's own mark on the
-- database (who made it, and when) is none of the migrations'.
-- Microsoft: extended-properties-catalog-views-sys-extended-properties
SELECT CASE e.class WHEN 0 THEN 'DATABASE' WHEN 3 THEN 'SCHEMA' ELSE o.kind END AS object_kind,
       o.schema_name AS object_schema,
       CASE e.class WHEN 3 THEN SCHEMA_NAME(e.major_id) ELSE o.object_name END AS object_name,
       'EXTENDED_PROPERTY' AS part_kind, e.name AS part_name,
       CASE WHEN e.class = 7 THEN 'INDEX' WHEN e.minor_id > 0 THEN 'COLUMN' WHEN h.object_id IS NOT NULL THEN 'PART' END AS part_name_2,
       CASE WHEN e.class = 7 THEN i.name WHEN e.minor_id > 0 THEN c.name ELSE h.name END AS part_name_3,
       CAST(e.value AS nvarchar(4000)) AS [VALUE]
FROM sys.extended_properties e
LEFT JOIN sys.objects h ON e.class = 1 AND h.object_id = e.major_id AND h.parent_object_id <> 0
LEFT JOIN @objects o ON e.class IN (1, 7) AND o.object_id = COALESCE(h.parent_object_id, e.major_id)
LEFT JOIN sys.columns c ON e.class = 1 AND e.minor_id > 0 AND c.object_id = e.major_id AND c.column_id = e.minor_id
LEFT JOIN sys.indexes i ON e.class = 7 AND i.object_id = e.major_id AND i.index_id = e.minor_id
WHERE e.class = 3 OR e.class = 0 AND e.name <> N'palindrome' OR e.class IN (1, 7) AND o.object_id IS NOT NULL;

-- Microsoft: sys-parameters-transact-sql
IF OBJECT_ID('sys.parameters') IS NOT NULL
    EXEC sp_executesql N'
SELECT CASE RTRIM(o.type) WHEN ''P'' THEN ''PROCEDURE'' WHEN ''PC'' THEN ''PROCEDURE'' ELSE ''FUNCTION'' END AS object_kind,
       OBJECT_SCHEMA_NAME(o.object_id) AS object_schema, o.name AS object_name,
       ''EXTENDED_PROPERTY'' AS part_kind, e.name AS part_name, ''PARAMETER'' AS part_name_2, p.name AS part_name_3,
       CAST(e.value AS nvarchar(4000)) AS [VALUE]
FROM sys.extended_properties e
JOIN sys.objects o ON o.object_id = e.major_id
JOIN sys.parameters p ON p.object_id = e.major_id AND p.parameter_id = e.minor_id
WHERE e.class = 2';
-- The setting outlives the batch, and the connection may be a migration's.
SET NOCOUNT OFF;
