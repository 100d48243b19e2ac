ALTER TABLE dbo.users ADD is_active BIT NOT NULL CONSTRAINT df_users_is_active DEFAULT 1;
GO
UPDATE dbo.users SET is_active = 0 WHERE status = N'inactive';
GO
CREATE INDEX ix_users_is_active ON dbo.users (is_active);
ALTER TABLE dbo.users DROP CONSTRAINT df_users_status;
ALTER TABLE dbo.users DROP COLUMN status;
