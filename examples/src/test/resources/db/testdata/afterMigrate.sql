UPDATE dbo.users SET email = LOWER(email);
