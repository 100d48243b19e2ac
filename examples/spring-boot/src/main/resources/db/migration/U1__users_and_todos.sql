DROP TABLE dbo.todos;
DROP TABLE dbo.users;
