ALTER TABLE dbo.users ADD status NVARCHAR(20) NOT NULL CONSTRAINT df_users_status DEFAULT (N'active');
GO

-- In a batch of its own: a batch is compiled as a whole, and before the one above has run there is no status.
UPDATE dbo.users SET status = N'inactive' WHERE is_active = 0;

ALTER TABLE dbo.users ADD CONSTRAINT ck_users_status CHECK (status IN (N'active', N'inactive'));

-- A column cannot go while it has a default.
ALTER TABLE dbo.users DROP CONSTRAINT df_users_is_active;
ALTER TABLE dbo.users DROP COLUMN is_active;
