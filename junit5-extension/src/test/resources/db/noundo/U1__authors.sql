DROP TABLE dbo.authors;
