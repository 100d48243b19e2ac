-- Every object that stands on its own, and whether it may have changed since the moment that the caller has seen.
-- Microsoft: sys-objects-transact-sql, sys-table-types-transact-sql, sys-tables-transact-sql (temporal_type),
-- temporal-tables (names that the server makes up for history tables)
SET NOCOUNT ON;
DECLARE @since datetime = CAST(? AS datetime);
DECLARE @objects TABLE (
    object_id int NOT NULL PRIMARY KEY,
    kind varchar(30) NOT NULL,
    schema_name nvarchar(128) NOT NULL,
    object_name nvarchar(128) NOT NULL,
    modify_date datetime NULL,
    changed bit NOT NULL
);
INSERT INTO @objects (object_id, kind, schema_name, object_name, modify_date, changed)
SELECT o.object_id,
       CASE RTRIM(o.type) WHEN 'U' THEN 'TABLE' WHEN 'V' THEN 'VIEW'
            WHEN 'P' THEN 'PROCEDURE' WHEN 'PC' THEN 'PROCEDURE' WHEN 'RF' THEN 'PROCEDURE'
            WHEN 'SO' THEN 'SEQUENCE' WHEN 'SN' THEN 'SYNONYM' ELSE 'FUNCTION' END,
       s.name, o.name, o.modify_date, 0
FROM sys.objects o
JOIN sys.schemas s ON s.schema_id = o.schema_id
WHERE RTRIM(o.type) IN ('U', 'V', 'P', 'PC', 'RF', 'FN', 'IF', 'TF', 'FS', 'FT', 'AF', 'SO', 'SN')
  AND o.is_ms_shipped = 0 AND s.name <> 'sys'
  AND NOT (RTRIM(o.type) = 'U' AND o.name LIKE 'MSSQL[_]TemporalHistoryFor[_]%');
INSERT INTO @objects (object_id, kind, schema_name, object_name, modify_date, changed)
SELECT t.type_table_object_id, 'TABLE_TYPE', s.name, t.name, NULL, 1
FROM sys.table_types t
JOIN sys.schemas s ON s.schema_id = t.schema_id
WHERE t.is_user_defined = 1
  AND t.type_table_object_id NOT IN (SELECT object_id FROM @objects);
UPDATE @objects SET changed = 1
WHERE modify_date IS NULL OR modify_date >= @since
   OR object_id IN (SELECT c.parent_object_id FROM sys.objects c WHERE c.modify_date >= @since OR c.modify_date IS NULL);
UPDATE @objects SET changed = 1
WHERE object_id IN (SELECT f.parent_object_id FROM sys.foreign_keys f
                    JOIN @objects r ON r.object_id = f.referenced_object_id AND r.changed = 1);
SELECT kind AS object_kind, schema_name AS object_schema, object_name, changed, object_id,
       CONVERT(varchar(30), modify_date, 126) AS modify_date
FROM @objects;
