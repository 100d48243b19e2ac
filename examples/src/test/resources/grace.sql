INSERT INTO dbo.users (username, email) VALUES (N'grace', N'grace@example.com');
GO
INSERT INTO dbo.todos (user_id, title) SELECT id, N'Find the moth' FROM dbo.users WHERE username = N'grace';
