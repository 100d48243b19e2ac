ALTER TABLE dbo.users ADD note NVARCHAR(20) NULL;
GO
UPDATE dbo.users SET note = remark;
ALTER TABLE dbo.users DROP COLUMN remark;
