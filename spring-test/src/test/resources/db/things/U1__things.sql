DROP TABLE dbo.things;
