-- NOT NULL has to be said again, or the column becomes nullable.
ALTER TABLE dbo.users ALTER COLUMN username NVARCHAR(100) NOT NULL;
