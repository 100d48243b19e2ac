-- Foreign keys that are held to.
-- Microsoft: sys-foreign-keys-transact-sql
SELECT f.parent_object_id, f.referenced_object_id, f.name AS constraint_name,
       CAST(f.is_not_trusted AS int) AS not_trusted
FROM sys.foreign_keys f
WHERE f.is_disabled = 0 AND f.is_ms_shipped = 0
ORDER BY f.parent_object_id, f.name
