CREATE TABLE dbo.users (
    id         INT IDENTITY(1,1) NOT NULL,
    username   NVARCHAR(50)      NOT NULL,
    email      NVARCHAR(255)     NOT NULL,
    is_admin   BIT               NOT NULL CONSTRAINT df_users_is_admin DEFAULT (0),
    is_active  BIT               NOT NULL CONSTRAINT df_users_is_active DEFAULT (1),
    created_at DATETIME2(3)      NOT NULL CONSTRAINT df_users_created_at DEFAULT (SYSUTCDATETIME()),
    CONSTRAINT pk_users PRIMARY KEY CLUSTERED (id),
    CONSTRAINT uq_users_username UNIQUE NONCLUSTERED (username),
    CONSTRAINT uq_users_email UNIQUE NONCLUSTERED (email)
);

CREATE TABLE dbo.todos (
    id           INT IDENTITY(1,1) NOT NULL,
    user_id      INT               NOT NULL,
    title        NVARCHAR(200)     NOT NULL,
    description  NVARCHAR(MAX)     NULL,
    priority     TINYINT           NOT NULL CONSTRAINT df_todos_priority DEFAULT (3),
    is_completed BIT               NOT NULL CONSTRAINT df_todos_is_completed DEFAULT (0),
    created_at   DATETIME2(3)      NOT NULL CONSTRAINT df_todos_created_at DEFAULT (SYSUTCDATETIME()),
    completed_at DATETIME2(3)      NULL,
    CONSTRAINT pk_todos PRIMARY KEY CLUSTERED (id),
    CONSTRAINT fk_todos_users FOREIGN KEY (user_id) REFERENCES dbo.users (id) ON DELETE CASCADE,
    CONSTRAINT ck_todos_priority CHECK (priority BETWEEN 1 AND 5)
);

CREATE NONCLUSTERED INDEX ix_todos_user_id ON dbo.todos (user_id, priority);
