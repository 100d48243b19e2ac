UPDATE dbo.names SET name = name;
