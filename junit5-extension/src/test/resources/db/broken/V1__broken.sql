CREATE TABLE dbo.broken (id INT NOT NULL, missing NOSUCHTYPE);
