CREATE TABLE dbo.users (
    id       INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_users PRIMARY KEY,
    username NVARCHAR(50)      NOT NULL CONSTRAINT uq_users_username UNIQUE
);
GO
CREATE TABLE dbo.todos (
    id        INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_todos PRIMARY KEY,
    user_id   INT               NOT NULL CONSTRAINT fk_todos_users REFERENCES dbo.users (id),
    title     NVARCHAR(200)     NOT NULL,
    completed BIT               NOT NULL CONSTRAINT df_todos_completed DEFAULT (0)
);
