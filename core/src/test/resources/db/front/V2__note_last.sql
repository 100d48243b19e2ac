ALTER TABLE dbo.users ADD remark NVARCHAR(20) NULL;
GO
UPDATE dbo.users SET remark = note;
ALTER TABLE dbo.users DROP COLUMN note;
