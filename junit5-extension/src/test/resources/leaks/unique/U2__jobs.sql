DROP TABLE dbo.jobs;
