CREATE TABLE dbo.todos (
    id INT IDENTITY(1, 1) NOT NULL CONSTRAINT pk_todos PRIMARY KEY,
    user_id INT NOT NULL CONSTRAINT fk_todos_users REFERENCES dbo.users (id),
    title NVARCHAR(200) NOT NULL,
    priority TINYINT NOT NULL CONSTRAINT ck_todos_priority CHECK (priority BETWEEN 1 AND 5),
    done BIT NOT NULL CONSTRAINT df_todos_done DEFAULT 0
);
