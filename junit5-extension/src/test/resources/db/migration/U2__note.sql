ALTER TABLE dbo.orders DROP COLUMN note;
