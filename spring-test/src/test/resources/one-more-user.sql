INSERT INTO dbo.users (name) VALUES (N'Mia');
