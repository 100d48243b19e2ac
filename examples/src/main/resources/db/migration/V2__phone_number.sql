ALTER TABLE dbo.users ADD phone_number NVARCHAR(20) NULL;
