package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A script as a SQL Server team writes it, executed. */
class UsersAndTodosTest {

    private static final String SCRIPT = """
            SET ANSI_NULLS ON
            GO
            CREATE TABLE [dbo].[users] (
                [id] INT IDENTITY(1,1) NOT NULL,
                [username] NVARCHAR(50) NOT NULL,
                [bio] NVARCHAR(MAX) NULL,
                [balance] MONEY NOT NULL CONSTRAINT [df_users_balance] DEFAULT ((0)),
                [is_active] BIT NOT NULL CONSTRAINT df_users_active DEFAULT 1,
                [created_at] DATETIME2(3) NOT NULL CONSTRAINT df_users_created DEFAULT (SYSUTCDATETIME()),
                [token] UNIQUEIDENTIFIER NOT NULL DEFAULT NEWID(),
                CONSTRAINT [pk_users] PRIMARY KEY CLUSTERED ([id] ASC) WITH (PAD_INDEX = OFF, ALLOW_ROW_LOCKS = ON) ON [PRIMARY],
                CONSTRAINT uq_users_username UNIQUE NONCLUSTERED (username)
            ) ON [PRIMARY] TEXTIMAGE_ON [PRIMARY]
            GO
            CREATE TABLE dbo.todos (
                id BIGINT IDENTITY PRIMARY KEY,
                user_id INT NOT NULL CONSTRAINT fk_todos_users REFERENCES dbo.users (id) ON DELETE CASCADE,
                title NVARCHAR(200) NOT NULL CONSTRAINT ck_todos_title CHECK (LEN(title) > 0),
                priority TINYINT NOT NULL CONSTRAINT df_todos_priority DEFAULT 3,
                due DATETIMEOFFSET(0) NULL
            );
            CREATE NONCLUSTERED INDEX ix_todos_due ON dbo.todos (due DESC) INCLUDE (title) WHERE due IS NOT NULL
            INSERT INTO dbo.users (username, bio) VALUES (N'ann', N'It''s me'), (N'bob', NULL)
            INSERT INTO dbo.todos (user_id, title) SELECT id, N'Todo of ' + username FROM dbo.users
            UPDATE t SET priority = 5 WHERE id = 1
            GO
            """;

    @Test
    void runs() throws Exception {
        try (EmbeddedDatabase database = new EmbeddedDatabase()) {
            database.run(SCRIPT.replace("UPDATE t SET", "UPDATE dbo.todos SET"));

            assertThat(database.rows("SELECT id, username, bio, balance, is_active FROM users ORDER BY id"))
                    .containsExactly("1|ann|It's me|0.0000|TRUE", "2|bob|null|0.0000|TRUE");
            assertThat(database.rows("SELECT user_id, title, priority FROM todos ORDER BY id"))
                    .containsExactly("1|Todo of ann|5", "2|Todo of bob|3");
        }
    }
}
