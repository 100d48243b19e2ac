DROP TABLE dbo.todos;
