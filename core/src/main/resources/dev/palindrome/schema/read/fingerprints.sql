-- Names of what belongs to each object: dropping or renaming a part need not change the date of its owner.
-- Microsoft: sys-objects-transact-sql (modify_date), checksum-transact-sql
SELECT o.object_id, COUNT(*) AS parts, SUM(CAST(CHECKSUM(p.name) AS bigint)) AS names
FROM @objects o
JOIN (SELECT object_id, name FROM sys.columns
      UNION ALL SELECT object_id, name FROM sys.indexes
      UNION ALL SELECT parent_object_id, name FROM sys.objects WHERE parent_object_id <> 0) p
  ON p.object_id = o.object_id
GROUP BY o.object_id;
