INSERT INTO dbo.people (id, email) SELECT id, email FROM dbo.people;
