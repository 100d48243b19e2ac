package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.SqlRecording;
import dev.palindrome.h2.H2Front;
import dev.palindrome.tsql.TranslatedScript;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a migration changed is changed back by the script, on the embedded engine, with rows in the tables. */
class SchemaChangeOnH2Test {

    private static final String BEFORE = """
            CREATE TABLE dbo.teams (id INT NOT NULL PRIMARY KEY, name NVARCHAR(50) NOT NULL UNIQUE);
            CREATE TABLE dbo.users (
                id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_users PRIMARY KEY,
                team_id INT NOT NULL CONSTRAINT fk_users_teams REFERENCES dbo.teams (id) ON DELETE CASCADE,
                boss_id INT NULL REFERENCES dbo.users (id),
                email NVARCHAR(100) NOT NULL CONSTRAINT uq_users_email UNIQUE,
                status VARCHAR(10) NOT NULL DEFAULT 'new' CONSTRAINT ck_users_status CHECK (status IN ('new', 'old')),
                age TINYINT NULL CHECK (age > 17),
                points INT NOT NULL CONSTRAINT df_users_points DEFAULT ((0)),
                doubled AS CAST(points * 2 AS INT) PERSISTED,
                born DATE NOT NULL
            );
            CREATE INDEX ix_users_status ON dbo.users (status DESC) INCLUDE (age) WHERE age IS NOT NULL;
            CREATE SEQUENCE dbo.numbers AS INT START WITH 10 INCREMENT BY 5;
            GO
            CREATE VIEW dbo.grown AS SELECT id, email FROM dbo.users WHERE age > 20;
            GO
            CREATE VIEW dbo.old_grown AS SELECT id FROM dbo.grown;
            GO
            CREATE SCHEMA sales;
            GO
            CREATE TABLE sales.[order] (id BIGINT NOT NULL, line INT NOT NULL, [it's ]] odd] INT NULL,
                CONSTRAINT [pk order] PRIMARY KEY (id, line));
            CREATE TABLE sales.notes (order_id BIGINT NOT NULL, line INT NOT NULL, text NVARCHAR(MAX) NULL,
                CONSTRAINT fk_notes FOREIGN KEY (order_id, line) REFERENCES sales.[order] (id, line));
            GO
            INSERT INTO dbo.teams (id, name) VALUES (1, N'red'), (2, N'blue');
            INSERT INTO dbo.users (team_id, email, age, born) VALUES (1, N'a@x', 30, '20000101'), (2, N'b@x', 40, '19990101');
            INSERT INTO sales.[order] (id, line) VALUES (1, 1);
            INSERT INTO sales.notes (order_id, line) VALUES (1, 1);
            """;

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;IGNORECASE=TRUE");
        execute("CREATE SCHEMA \"dbo\"");
        execute("SET SCHEMA \"dbo\"");
        H2Front.install(connection);
        run(BEFORE);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // columns that come
                "ALTER TABLE dbo.users ADD nick NVARCHAR(20) NULL",
                "ALTER TABLE dbo.users ADD nick NVARCHAR(20) NOT NULL DEFAULT N'x'",
                "ALTER TABLE dbo.users ADD nick NVARCHAR(20) NOT NULL CONSTRAINT df_nick DEFAULT N'x'",
                "ALTER TABLE dbo.users ADD nick NVARCHAR(20) NULL CONSTRAINT ck_nick CHECK (LEN(nick) > 2)",
                "ALTER TABLE dbo.users ADD nick NVARCHAR(20) NULL\nGO\nCREATE INDEX ix_nick ON dbo.users (nick, age)",
                "ALTER TABLE dbo.users ADD other_id INT NULL REFERENCES dbo.teams (id)",
                "ALTER TABLE dbo.users ADD tripled AS CAST(points * 3 AS INT)",
                "ALTER TABLE sales.[order] ADD [o' ]]x] INT NOT NULL DEFAULT 5",
                // columns that go
                "ALTER TABLE dbo.users DROP COLUMN born",
                "ALTER TABLE dbo.users DROP CONSTRAINT uq_users_email; DROP VIEW dbo.old_grown; DROP VIEW dbo.grown;"
                        + " ALTER TABLE dbo.users DROP COLUMN email",
                "ALTER TABLE dbo.users DROP CONSTRAINT fk_users_teams; ALTER TABLE dbo.users DROP COLUMN team_id",
                "ALTER TABLE dbo.users DROP COLUMN doubled; ALTER TABLE dbo.users DROP CONSTRAINT df_users_points;"
                        + " ALTER TABLE dbo.users DROP COLUMN points",
                "ALTER TABLE sales.[order] DROP COLUMN [it's ]] odd]",
                // columns that change
                "ALTER TABLE dbo.users ALTER COLUMN email NVARCHAR(200) NOT NULL",
                "ALTER TABLE dbo.users ALTER COLUMN born DATETIME2(3) NULL",
                "ALTER TABLE dbo.users DROP CONSTRAINT fk_users_teams; ALTER TABLE dbo.users ALTER COLUMN team_id BIGINT NULL",
                "ALTER TABLE dbo.users DROP COLUMN doubled; ALTER TABLE dbo.users ADD doubled AS CAST(points * 4 AS INT) PERSISTED",
                "ALTER TABLE dbo.users DROP CONSTRAINT df_users_points",
                "ALTER TABLE dbo.users DROP CONSTRAINT df_users_points;"
                        + " ALTER TABLE dbo.users ADD CONSTRAINT df_users_points DEFAULT ((7)) FOR points",
                "ALTER TABLE dbo.users ADD CONSTRAINT df_born DEFAULT (GETDATE()) FOR born",
                "ALTER TABLE dbo.users ADD DEFAULT (GETDATE()) FOR born",
                "EXEC sp_rename 'dbo.users.born', 'birthday', 'COLUMN'",
                // constraints and indexes
                "ALTER TABLE dbo.users ADD CONSTRAINT ck_points CHECK (points >= 0)",
                "ALTER TABLE dbo.users ADD CHECK (points >= 0)",
                "ALTER TABLE dbo.users ADD UNIQUE (email, born)",
                "DELETE FROM dbo.users; ALTER TABLE dbo.users ADD FOREIGN KEY (points) REFERENCES dbo.users (id)",
                "ALTER TABLE dbo.users DROP CONSTRAINT ck_users_status",
                "ALTER TABLE dbo.users DROP CONSTRAINT uq_users_email",
                "ALTER TABLE dbo.users DROP CONSTRAINT fk_users_teams; ALTER TABLE dbo.users"
                        + " ADD CONSTRAINT fk_users_teams FOREIGN KEY (team_id) REFERENCES dbo.teams (id)",
                "ALTER TABLE sales.notes DROP CONSTRAINT fk_notes; ALTER TABLE sales.[order] DROP CONSTRAINT [pk order];"
                        + " ALTER TABLE sales.[order] ADD CONSTRAINT pk_order PRIMARY KEY (line, id)",
                "EXEC sp_rename 'dbo.ck_users_status', 'ck_users_state', 'OBJECT'",
                "EXEC sp_rename 'dbo.users.ix_users_status', 'ix_users_state', 'INDEX'",
                "DROP INDEX ix_users_status ON dbo.users",
                "DROP INDEX ix_users_status ON dbo.users; CREATE INDEX ix_users_status ON dbo.users (status)",
                "CREATE UNIQUE INDEX ux ON dbo.users (email DESC, born)",
                "ALTER TABLE sales.notes DROP CONSTRAINT fk_notes; ALTER TABLE sales.[order] DROP CONSTRAINT [pk order];"
                        + " ALTER TABLE sales.[order] ADD PRIMARY KEY (id, line)",
                "ALTER TABLE dbo.users ALTER COLUMN born DATE NULL; UPDATE dbo.users SET born = NULL",
                // tables
                "CREATE TABLE dbo.a (id INT NOT NULL PRIMARY KEY); CREATE TABLE dbo.b (id INT PRIMARY KEY,"
                        + " a INT REFERENCES dbo.a (id)); ALTER TABLE dbo.a ADD b INT REFERENCES dbo.b (id);"
                        + " ALTER TABLE dbo.users ADD a INT NULL CONSTRAINT fk_a REFERENCES dbo.a (id)",
                "DROP TABLE sales.notes",
                "DROP TABLE sales.notes; DROP TABLE sales.[order]; DROP SCHEMA sales",
                "DROP VIEW dbo.old_grown; DROP VIEW dbo.grown; DROP TABLE dbo.users; DROP TABLE dbo.teams",
                "EXEC sp_rename 'sales.notes', 'remarks'",
                "EXEC sp_rename 'sales.order', 'orders'",
                "EXEC sp_rename 'dbo.users.email', 'mail', 'COLUMN'; EXEC sp_rename 'dbo.teams.id', 'key', 'COLUMN'",
                // identities
                "DROP TABLE sales.notes; CREATE TABLE sales.notes (order_id BIGINT IDENTITY(1,1) NOT NULL, line INT NOT NULL,"
                        + " text NVARCHAR(MAX) NULL)",
                "DROP VIEW dbo.old_grown; DROP VIEW dbo.grown; DROP TABLE dbo.users;\nCREATE TABLE dbo.users"
                        + " (id INT IDENTITY(100,5) NOT NULL CONSTRAINT pk_users PRIMARY KEY, team_id INT NOT NULL);"
                        + " INSERT INTO dbo.users (team_id) VALUES (1), (2);"
                        + " CREATE TABLE dbo.likes (user_id INT REFERENCES dbo.users (id));",
                // modules, sequences, schemas
                "CREATE SEQUENCE dbo.others; CREATE TABLE dbo.c (id INT DEFAULT (NEXT VALUE FOR dbo.others))",
                "DROP SEQUENCE dbo.numbers",
                "DROP SEQUENCE dbo.numbers; CREATE SEQUENCE dbo.numbers AS INT START WITH 11 INCREMENT BY 6",
                "CREATE SCHEMA more\nGO\nCREATE TABLE more.x (id INT)\nGO\nCREATE VIEW more.y AS SELECT id FROM more.x",
                "ALTER VIEW dbo.grown AS SELECT id, email FROM dbo.users WHERE age > 30",
                "DROP VIEW dbo.old_grown",
                "DROP VIEW dbo.old_grown\nGO\nDROP VIEW dbo.grown",
                "ALTER TABLE dbo.users ADD nick NVARCHAR(20) NULL\nGO\n"
                        + "ALTER VIEW dbo.grown AS SELECT id, email, nick FROM dbo.users WHERE age > 20",
            })
    void changesBack(String migration) throws SQLException {
        SchemaSnapshot before = read();
        run(migration);
        SchemaSnapshot after = read();
        assertThat(before.diff(after).isEmpty()).isFalse();

        SchemaChange change = SchemaChange.from(after, before);

        try {
            run(SqlRecording.madeScript(change.sql()));
        } catch (SQLException | RuntimeException e) {
            throw new AssertionError(change.sql(), e);
        }
        SchemaDiff left = before.diff(read());
        assertThat(left.isEmpty() || left.isOnlyColumnOrder())
                .as("%s%nleaves: %s", change.sql(), left)
                .isTrue();
    }

    private SchemaSnapshot read() throws SQLException {
        return SchemaReader.forH2().read(connection);
    }

    private void run(String tsql) throws SQLException {
        for (String statement : TranslatedScript.rewrite("draft.sql", tsql).h2Statements()) {
            execute(statement);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
