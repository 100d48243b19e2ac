-- Under a unique constraint a column may grow, but not shrink.
ALTER TABLE dbo.users DROP CONSTRAINT uq_users_username;
ALTER TABLE dbo.users ALTER COLUMN username NVARCHAR(50) NOT NULL;
ALTER TABLE dbo.users ADD CONSTRAINT uq_users_username UNIQUE NONCLUSTERED (username);
