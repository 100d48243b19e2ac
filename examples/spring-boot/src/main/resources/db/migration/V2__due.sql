ALTER TABLE dbo.todos ADD due DATE NULL, version INT NOT NULL CONSTRAINT df_todos_version DEFAULT (0);
