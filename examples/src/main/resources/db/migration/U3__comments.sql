DROP TABLE dbo.comments;
