ALTER TABLE dbo.users ADD status NVARCHAR(20) NOT NULL CONSTRAINT df_users_status DEFAULT N'active';
GO
UPDATE dbo.users SET status = N'inactive' WHERE is_active = 0;
GO
DROP INDEX ix_users_is_active ON dbo.users;
ALTER TABLE dbo.users DROP CONSTRAINT df_users_is_active;
ALTER TABLE dbo.users DROP COLUMN is_active;
