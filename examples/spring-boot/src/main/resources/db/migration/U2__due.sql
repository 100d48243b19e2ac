ALTER TABLE dbo.todos DROP CONSTRAINT df_todos_version;
ALTER TABLE dbo.todos DROP COLUMN version, due;
