-- Users have no ON DELETE CASCADE here: SQL Server allows only one cascading path from users to comments,
-- and the one over todos is there already.
CREATE TABLE dbo.comments (
    id         INT IDENTITY(1,1) NOT NULL,
    todo_id    INT               NOT NULL,
    user_id    INT               NOT NULL,
    body       NVARCHAR(MAX)     NOT NULL,
    created_at DATETIME2(3)      NOT NULL CONSTRAINT df_comments_created_at DEFAULT (SYSUTCDATETIME()),
    CONSTRAINT pk_comments PRIMARY KEY CLUSTERED (id),
    CONSTRAINT fk_comments_todos FOREIGN KEY (todo_id) REFERENCES dbo.todos (id) ON DELETE CASCADE,
    CONSTRAINT fk_comments_users FOREIGN KEY (user_id) REFERENCES dbo.users (id)
);

CREATE NONCLUSTERED INDEX ix_comments_todo_id ON dbo.comments (todo_id);
CREATE NONCLUSTERED INDEX ix_comments_user_id ON dbo.comments (user_id);
