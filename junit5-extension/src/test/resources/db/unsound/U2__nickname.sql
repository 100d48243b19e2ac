ALTER TABLE dbo.people DROP COLUMN nickname;
