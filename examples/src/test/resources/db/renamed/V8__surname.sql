EXEC sp_rename 'dbo.users.name', 'surname', 'COLUMN';
