ALTER TABLE dbo.users DROP COLUMN phone_number;
