-- Full-text catalogues and indexes.
-- Microsoft: sys-fulltext-catalogs-transact-sql, sys-fulltext-indexes-transact-sql, sys-fulltext-index-columns-transact-sql
SELECT 'FULL_TEXT_CATALOG' AS object_kind, c.name AS object_name,
       CASE WHEN c.is_default = 1 THEN 'DEFAULT' ELSE '' END
       + CASE WHEN c.is_accent_sensitivity_on = 0 THEN '_ACCENT_INSENSITIVE' ELSE '' END AS [VALUE]
FROM sys.fulltext_catalogs c;

SELECT o.kind AS object_kind, o.schema_name AS object_schema, o.object_name,
       'FULL_TEXT_INDEX' AS part_kind, c.name AS part_name,
       '(' + (SELECT STRING_AGG(CAST(QUOTENAME(k.name) + ' ' + CAST(x.language_id AS varchar(10)) AS nvarchar(max)), ', ') WITHIN GROUP (ORDER BY k.name)
              FROM sys.fulltext_index_columns x
              JOIN sys.columns k ON k.object_id = x.object_id AND k.column_id = x.column_id
              WHERE x.object_id = f.object_id) + ')' AS [COLUMNS],
       f.change_tracking_state_desc AS [DETAILS],
       CASE WHEN f.is_enabled = 0 THEN 'yes' END AS [DISABLED]
FROM @objects o
JOIN sys.fulltext_indexes f ON f.object_id = o.object_id
LEFT JOIN sys.fulltext_catalogs c ON c.fulltext_catalog_id = f.fulltext_catalog_id;
