CREATE TABLE dbo.users (
    id INT IDENTITY(1, 1) NOT NULL CONSTRAINT pk_users PRIMARY KEY,
    email NVARCHAR(100) NOT NULL CONSTRAINT uq_users_email UNIQUE,
    is_active BIT NOT NULL CONSTRAINT df_users_is_active DEFAULT 1
);
GO
CREATE INDEX ix_users_is_active ON dbo.users (is_active);
