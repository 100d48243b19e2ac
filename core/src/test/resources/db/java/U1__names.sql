DROP TABLE dbo.names;
