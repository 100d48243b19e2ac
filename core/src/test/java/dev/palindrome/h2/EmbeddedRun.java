package dev.palindrome.h2;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.ScriptRunner;
import dev.palindrome.database.TemplateKey;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.reset.ResetReport;
import dev.palindrome.reset.Snapshot;
import dev.palindrome.reset.SnapshotTaker;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** A database is made, cloned and reset; says what was seen on the way. */
public final class EmbeddedRun implements Callable<List<String>> {

    static final List<String> EXPECTED = List.of(
            "reset TABLES: dbo.users: 1 row added, 1 changed, 1 gone, identity moved",
            "1 Ann, 2 Bob",
            "reset DATABASE: the schema changed: changed table dbo.users, changed procedure dbo.rename_user,"
                    + " added procedure dbo.forget, dropped view dbo.names, dropped trigger dbo.goodbye",
            "1 Ann, 2 Bob",
            "goodbye: 55, rename_user: 125, [goodbye of users]",
            "clone 1 Ann, 2 Bob",
            "goodbye: 55, rename_user: 125, [goodbye of users]",
            "clone 1 Ann, 2 Bob, 3 Cid",
            "original 1 Ann, 2 Bob",
            "1 session");

    static final List<String> EXPECTED_OF_SQL_ALONE = List.of(
            "reset DATABASE: this version of H2 does not tell what was written",
            "1 Ann, 2 Bob",
            "reset DATABASE: this version of H2 does not tell what was written",
            "1 Ann, 2 Bob",
            "goodbye: 55, rename_user: 125, [goodbye of users]",
            "clone 1 Ann, 2 Bob",
            "goodbye: 55, rename_user: 125, [goodbye of users]",
            "clone 1 Ann, 2 Bob, 3 Cid",
            "original 1 Ann, 2 Bob",
            "1 session");

    private final Databases databases = EngineDatabases.embedded();

    private final List<String> seen = new ArrayList<>();

    @Override
    public List<String> call() throws SQLException {
        try (Database original = open();
                Connection connection = original.dataSource().getConnection()) {
            reset(original, connection);
            cloneIt();
            seen.add("original " + names(connection));
            seen.add(sessions(connection) + " session");
        }
        return List.copyOf(seen);
    }

    private Database open() {
        return databases.create(
                "run", DatabaseOptions.DEFAULT, Optional.of(new TemplateKey("run", "run", false)), EmbeddedRun::fill);
    }

    private static void fill(Database empty) {
        try (Connection connection = empty.dataSource().getConnection()) {
            run(connection, """
                    CREATE TABLE users (
                        id INT IDENTITY(1, 1) CONSTRAINT pk_users PRIMARY KEY,
                        name NVARCHAR(20) NOT NULL CONSTRAINT uq_users UNIQUE,
                        boss INT NULL CONSTRAINT fk_users REFERENCES users (id),
                        text NVARCHAR(MAX) NULL
                    );
                    CREATE INDEX ix_boss ON users (boss);
                    GO
                    CREATE VIEW names AS SELECT id, name FROM users;
                    GO
                    CREATE PROCEDURE rename_user @id INT, @name NVARCHAR(20) AS
                    UPDATE users SET name = @name WHERE id = @id; -- it's "the" Größe
                    GO
                    CREATE TRIGGER goodbye ON users AFTER DELETE AS RETURN;
                    GO
                    CREATE SEQUENCE tickets START WITH 5 INCREMENT BY 5;
                    INSERT INTO users (name) VALUES (N'Ann'), (N'Bob');
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void reset(Database database, Connection connection) throws SQLException {
        try (Snapshot snapshot = new SnapshotTaker(database, databases, () -> {}).take()) {
            run(connection, """
                    INSERT INTO users (name, boss) VALUES (N'Cid', 2);
                    UPDATE users SET text = N'new' WHERE id = 2;
                    DELETE FROM users WHERE id = 1;
                    """);
            seen.add("reset " + summary(snapshot.restore()));
            seen.add(names(connection));
            run(connection, """
                    DROP VIEW names; ALTER TABLE users ADD age INT NULL; DELETE FROM users;
                    GO
                    ALTER PROCEDURE rename_user @id INT AS SELECT 1;
                    GO
                    CREATE PROCEDURE forget AS DELETE FROM users;
                    GO
                    DROP TRIGGER goodbye;
                    """);
            seen.add("reset " + summary(snapshot.restore()));
            seen.add(names(connection));
            seen.add(modules(connection));
        }
    }

    private void cloneIt() throws SQLException {
        try (Database clone = open();
                Connection connection = clone.dataSource().getConnection()) {
            seen.add("clone " + names(connection));
            seen.add(modules(connection));
            run(
                    connection,
                    "DECLARE @boss INT, @none INT = NULL SELECT @boss = MIN(id) FROM users"
                            + " IF @@ROWCOUNT = 1 INSERT INTO users (name, boss) VALUES (N'Cid', @boss)");
            seen.add("clone " + names(connection));
        }
    }

    /** Their names, the lengths of their texts, and what listens in H2. */
    private static String modules(Connection connection) throws SQLException {
        String modules = H2RecordedObjects.of(connection, List.of(Kind.PROCEDURE, Kind.TRIGGER)).stream()
                .map(module -> module.name() + ": "
                        + module.recorded().get(Fact.DEFINITION).orElseThrow().length())
                .sorted()
                .collect(Collectors.joining(", "));
        return modules + ", "
                + SqlRunner.on(connection)
                        .query("SELECT TRIGGER_NAME || ' of ' || EVENT_OBJECT_TABLE FROM INFORMATION_SCHEMA.TRIGGERS")
                        .texts();
    }

    private static String summary(ResetReport report) {
        return report.strategy() + ": " + report.reason();
    }

    private static String names(Connection connection) throws SQLException {
        return String.join(
                ", ",
                SqlRunner.on(connection)
                        .query("SELECT id || ' ' || name FROM dbo.names ORDER BY id")
                        .texts());
    }

    private static long sessions(Connection connection) throws SQLException {
        return SqlRunner.on(connection)
                .query("SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS")
                .number();
    }

    private static void run(Connection connection, String script) throws SQLException {
        ScriptRunner.run(connection, EngineKind.EMBEDDED, "script", script);
    }
}
