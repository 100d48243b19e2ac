-- Predicates that hide rows or refuse them, from the database's owner, too. A text of its own: a server that lacks a view does
-- not run a batch that names it.
-- Names and descriptions in the catalogue have collations of their own, which do not go into one text.
-- Microsoft: collation-precedence, row-level-security, sys-security-predicates-transact-sql, sys-security-policies-transact-sql (both: 2016)
IF OBJECT_ID('sys.security_predicates') IS NOT NULL
    EXEC sp_executesql N'
SELECT p.target_object_id, CAST(y.is_enabled AS int) AS is_enabled,
       CONCAT(QUOTENAME(OBJECT_SCHEMA_NAME(y.object_id)), ''.'', QUOTENAME(y.name),
              CASE WHEN y.is_enabled = 1 THEN '' on '' ELSE '', which is off, on '' END,
              QUOTENAME(OBJECT_SCHEMA_NAME(p.target_object_id)), ''.'', QUOTENAME(OBJECT_NAME(p.target_object_id)), '': '',
              p.predicate_type_desc COLLATE DATABASE_DEFAULT, '' '', p.operation_desc COLLATE DATABASE_DEFAULT, '' '',
              p.predicate_definition COLLATE DATABASE_DEFAULT) AS predicate
FROM sys.security_predicates p
JOIN sys.security_policies y ON y.object_id = p.object_id
ORDER BY predicate';
ELSE
    SELECT 0 AS target_object_id WHERE 1 = 0;
