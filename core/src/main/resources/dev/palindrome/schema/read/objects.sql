-- Every object that stands on its own, and whether it may have changed since the moment that the caller has seen. The
-- questions that follow find them in #objects. What is in a table of this kind is the server's: histories without a name
-- of their own for as long as they are histories (switched off, they are tables like others that stay behind), the view of a
-- ledger table, and what a dropped ledger table leaves behind. Where a server's sys.views has no
-- ledger_view_type (from 2022), the name means that of the derived table.
-- Microsoft: sys-objects-transact-sql, sys-schemas-transact-sql, sys-table-types-transact-sql, sys-views-transact-sql,
-- sys-foreign-keys-transact-sql, sys-tables-transact-sql (history_table_id), temporal-tables and ledger-updatable-ledger-tables (names that the server makes up)
CREATE TABLE #objects (
    object_id int NOT NULL PRIMARY KEY,
    kind varchar(30) COLLATE DATABASE_DEFAULT NOT NULL,
    schema_name nvarchar(128) COLLATE DATABASE_DEFAULT NOT NULL,
    object_name nvarchar(128) COLLATE DATABASE_DEFAULT NOT NULL,
    modify_date datetime NULL,
    changed bit NOT NULL
);
INSERT INTO #objects (object_id, kind, schema_name, object_name, modify_date, changed)
SELECT o.object_id,
       CASE RTRIM(o.type) WHEN 'U' THEN 'TABLE' WHEN 'ET' THEN 'TABLE' WHEN 'V' THEN 'VIEW'
            WHEN 'P' THEN 'PROCEDURE' WHEN 'PC' THEN 'PROCEDURE' WHEN 'RF' THEN 'PROCEDURE'
            WHEN 'SO' THEN 'SEQUENCE' WHEN 'SN' THEN 'SYNONYM' WHEN 'SP' THEN 'SECURITY_POLICY' ELSE 'FUNCTION' END,
       s.name, o.name, o.modify_date, 0
FROM (SELECT 0 AS ledger_view_type) lacking
CROSS JOIN sys.objects o
JOIN sys.schemas s ON s.schema_id = o.schema_id
WHERE RTRIM(o.type) IN ('U', 'ET', 'V', 'P', 'PC', 'RF', 'FN', 'IF', 'TF', 'FS', 'FT', 'AF', 'SO', 'SN', 'SP')
  AND o.is_ms_shipped = 0 AND s.name <> 'sys'
  AND NOT (RTRIM(o.type) = 'U' AND (o.name LIKE 'MSSQL[_]TemporalHistoryFor[_]%' OR o.name LIKE 'MSSQL[_]LedgerHistoryFor[_]%')
           AND EXISTS (SELECT * FROM sys.tables c WHERE c.history_table_id = o.object_id))
  AND o.name NOT LIKE 'MSSQL[_]DroppedLedger%'
  AND NOT (RTRIM(o.type) = 'V' AND EXISTS (SELECT * FROM sys.views v WHERE v.object_id = o.object_id AND ledger_view_type = 1));
INSERT INTO #objects (object_id, kind, schema_name, object_name, modify_date, changed)
SELECT t.type_table_object_id, 'TABLE_TYPE', s.name, t.name, NULL, 1
FROM sys.table_types t
JOIN sys.schemas s ON s.schema_id = t.schema_id
WHERE t.is_user_defined = 1
  AND t.type_table_object_id NOT IN (SELECT k.object_id FROM #objects k);
UPDATE #objects SET changed = 1
WHERE modify_date IS NULL OR modify_date >= @since
   OR object_id IN (SELECT c.parent_object_id FROM sys.objects c WHERE c.modify_date >= @since OR c.modify_date IS NULL);
UPDATE #objects SET changed = 1
WHERE object_id IN (SELECT f.parent_object_id FROM sys.foreign_keys f
                    JOIN #objects r ON r.object_id = f.referenced_object_id AND r.changed = 1);
SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name, o.changed, o.object_id,
       CONVERT(varchar(30), o.modify_date, 126) AS modify_date
FROM #objects o;
-- Names and dates of what belongs to each object: dropping or renaming a part need not change the date of its owner, and
-- a date is local time, which goes back once a year. CHECKSUM takes capitals for small letters where the collation does,
-- and a sum of names alone does not tell who has which: hence a hash, with the part's number.
-- Microsoft: sys-objects-transact-sql (modify_date), sys-columns-transact-sql, sys-indexes-transact-sql,
-- hashbytes-transact-sql
SELECT o.object_id, COUNT(*) AS parts,
       SUM(CAST(CAST(SUBSTRING(HASHBYTES('SHA2_256', p.part), 1, 4) AS int) AS bigint)) AS names
FROM #objects o
JOIN (SELECT c.object_id, CONCAT(c.column_id, ' ', c.name) AS part FROM sys.columns c
      UNION ALL SELECT i.object_id, CONCAT(i.index_id, ' ', i.is_disabled, ' ', i.name) FROM sys.indexes i
      UNION ALL SELECT k.parent_object_id, CONCAT(k.object_id, ' ', CONVERT(varchar(30), k.modify_date, 126), ' ', k.name)
      FROM sys.objects k WHERE k.parent_object_id <> 0) p
  ON p.object_id = o.object_id
GROUP BY o.object_id;
