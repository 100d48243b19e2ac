ALTER TABLE dbo.orders DROP COLUMN shipped;
