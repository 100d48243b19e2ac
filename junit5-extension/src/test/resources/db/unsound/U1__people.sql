DROP TABLE dbo.people;
