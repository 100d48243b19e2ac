package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.schema.SchemaDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What must hold where databases are cloned, on every engine. Each migrating writes a new random value into the table births,
 * so that two databases with the same one come from one migrating.
 */
abstract class TemplateTestCase {

    private static final String ROWS = """
            SELECT CONCAT(u.id, ' ', u.name, ' ', u.code, ' ', u.status, ' ', c.text)
            FROM users u LEFT JOIN comments c ON c.user_id = u.id ORDER BY u.id""";

    @TempDir
    Path folder;

    private final List<TestDatabase> started = new ArrayList<>();

    /** A builder for the engine, without anybody's settings but those that say where it is. */
    abstract TestDatabase.Builder onEngine();

    @BeforeEach
    void writeScripts() throws IOException {
        script("V1__users.sql", """
                CREATE TABLE births (birth UNIQUEIDENTIFIER NOT NULL);
                CREATE TABLE users (
                    id INT IDENTITY(10, 5) NOT NULL CONSTRAINT pk_users PRIMARY KEY,
                    name NVARCHAR(50) NOT NULL CONSTRAINT uq_users_name UNIQUE,
                    code VARCHAR(10) COLLATE Latin1_General_CS_AS NULL,
                    status VARCHAR(10) NOT NULL CONSTRAINT df_users_status DEFAULT 'new'
                        CONSTRAINT ck_users_status CHECK (status IN ('new', 'old'))
                );
                GO
                INSERT INTO births (birth) VALUES (NEWID());
                """);
        script("V2__comments.sql", """
                CREATE TABLE comments (
                    id BIGINT IDENTITY(-1, -1) NOT NULL CONSTRAINT pk_comments PRIMARY KEY,
                    user_id INT NOT NULL CONSTRAINT fk_comments_users REFERENCES users (id) ON DELETE CASCADE,
                    text NVARCHAR(MAX) NULL,
                    money MONEY NULL,
                    small TINYINT NULL
                );
                CREATE INDEX ix_comments_user ON comments (user_id);
                CREATE SEQUENCE tickets AS INT START WITH 100 INCREMENT BY 10;
                """);
        script("V3__rows.sql", """
                INSERT INTO users (name, code) VALUES (N'Ann', 'a');
                INSERT INTO users (name, code, status) VALUES (N'Bob', 'A', 'old');
                INSERT INTO users (name) VALUES (N'${third}');
                DELETE FROM users WHERE name = N'${third}';
                INSERT INTO comments (user_id, text, money, small)
                SELECT id, N'It''s; GO -- fine', 1.5, 255 FROM users WHERE name = N'Ann';
                """);
        script("U3__rows.sql", "DELETE FROM comments;\nDELETE FROM users;\n");
        script("R__names.sql", "DROP VIEW IF EXISTS names;\nGO\nCREATE VIEW names AS SELECT name FROM users;\n");
    }

    @AfterEach
    void close() {
        started.forEach(TestDatabase::close);
    }

    @Test
    void aCloneHoldsWhatTheFirstHolds() throws SQLException {
        TestDatabase first = start();
        TestDatabase second = start();

        SchemaDiff diff = second.schema().diff(first.schema()); // may say besides what a server did not tell
        assertThat(diff.isEmpty()).as(diff.toString()).isTrue();
        assertThat(texts(second, ROWS))
                .isEqualTo(texts(first, ROWS))
                .containsExactly("10 Ann a new It's; GO -- fine", "15 Bob A old ");
        assertThat(texts(second, "SELECT name FROM names ORDER BY name")).containsExactly("Ann", "Bob");
        assertThat(second.name()).isNotEqualTo(first.name());
    }

    @Test
    void aCloneGoesDownAndUpAsTheFirstDoes() throws Exception {
        script("V4__drafts.sql", "CREATE TABLE drafts (x INT);\nCREATE TABLE more (x INT);\n");
        script("V5__index.sql", "CREATE INDEX ix_comments_user_small ON comments (user_id, small);\n");
        script("V6__views.sql", """
                DROP TABLE drafts;
                GO
                CREATE VIEW texts AS SELECT text, user_id FROM comments;
                GO
                CREATE VIEW authors AS SELECT user_id FROM texts;
                """);
        script("U6__views.sql", "DROP VIEW authors;\nDROP VIEW texts;\nCREATE TABLE drafts (x INT);\n");
        script("U5__index.sql", "DROP INDEX ix_comments_user_small ON comments;\n");
        script("V7__drop.sql", "DROP INDEX ix_comments_user ON comments;\n");
        script("U7__drop.sql", "CREATE INDEX ix_comments_user ON comments (user_id);\n");
        for (TestDatabase database : List.of(start(), start(), start())) {
            assertThat(texts(database, "SELECT user_id FROM authors")).containsExactly("10");
            database.migrations().downTo("4");
            database.migrations().up();
            assertThat(texts(database, "SELECT user_id FROM authors")).containsExactly("10");
        }
    }

    @Test
    void aCloneGoesOnCountingWhereTheFirstWould() throws SQLException {
        List<String> drawn = new ArrayList<>();
        for (TestDatabase database : List.of(start(), start())) {
            execute(database, "INSERT INTO users (name) VALUES (N'Next')");
            execute(database, "INSERT INTO comments (user_id) VALUES (10)");
            drawn.add(texts(database, "SELECT MAX(id) FROM users")
                    + " " + texts(database, "SELECT MIN(id) FROM comments")
                    + " " + texts(database, "SELECT NEXT VALUE FOR tickets"));
        }
        assertThat(drawn).containsExactly("[25] [-2] [100]", "[25] [-2] [100]");
    }

    @Test
    void aCloneComparesTextAsTheFirstDoes() throws SQLException {
        start();
        TestDatabase clone = start();

        assertThat(texts(clone, "SELECT name FROM users WHERE code = 'a'")).containsExactly("Ann");
        assertThat(texts(clone, "SELECT name FROM users WHERE name = N'ANN'")).containsExactly("Ann");
        execute(clone, "CREATE TABLE later (text NVARCHAR(10) NOT NULL)");
        execute(clone, "INSERT INTO later (text) VALUES (N'x')");
        assertThat(texts(clone, "SELECT text FROM later WHERE text = N'X'")).containsExactly("x");
    }

    @Test
    void aClonesHistorySaysThatAllIsApplied() throws SQLException {
        TestDatabase clone = startCloned();
        TestDatabase first = started.get(0);

        assertThat(clone.migrations().history())
                .hasToString(first.migrations().history().toString());
        assertThat(clone.migrations().pending()).isEmpty();
        assertThat(clone.migrations().up()).isEmpty();
        assertThat(clone.migrations().down()).extracting(Migration::version).containsExactly("3");
        assertThat(clone.migrations().up()).extracting(Migration::version).containsExactly("3", "R");
    }

    @Test
    void whatTestsDoIsInNoClone() throws SQLException {
        TestDatabase first = startCloned();
        execute(first, "DELETE FROM comments");
        execute(first, "CREATE TABLE mine (x INT)");

        TestDatabase clone = start();

        assertThat(birth(clone)).isEqualTo(birth(first));
        assertThat(texts(clone, "SELECT user_id FROM comments")).containsExactly("10");
        assertThat(clone.schema().table("dbo", "mine")).isEmpty();
    }

    @Test
    void aChangedScriptIsMigratedAnew() throws Exception {
        TestDatabase before = startCloned();
        script("V2__comments.sql", Files.readString(folder.resolve("V2__comments.sql")) + "-- changed\n");
        assertThat(birth(start())).isNotEqualTo(birth(before));
    }

    @Test
    void aChangedRepeatableOrCallbackOrConfigurationIsMigratedAnew() throws Exception {
        List<String> births = new ArrayList<>(List.of(birth(startCloned())));
        script("R__names.sql", "DROP VIEW IF EXISTS names;\nGO\nCREATE VIEW names AS SELECT name, code FROM users;\n");
        births.add(birth(start()));
        script("afterMigrate.sql", "UPDATE users SET status = 'old';\n");
        births.add(birth(start()));
        script("V1__users.sql.conf", "executeInTransaction=true\n");
        births.add(birth(start()));
        assertThat(births).doesNotHaveDuplicates();
    }

    @Test
    void anotherPlaceholderOrTargetIsMigratedAnew() throws Exception {
        TestDatabase before = startCloned();
        TestDatabase target = start(builder().target("2"));
        TestDatabase placeholder = start(builder().flyway(Map.of("placeholders.third", "Cid")));

        assertThat(List.of(birth(before), birth(target), birth(placeholder))).doesNotHaveDuplicates();
        assertThat(target.migrations().current()).map(Migration::version).contains("2");
    }

    @Test
    void aScriptThatNamesTheDatabaseIsNeverCloned() throws Exception {
        script("V4__name.sql", "INSERT INTO users (name) VALUES (N'${flyway:database}');\n");

        TestDatabase first = start();
        TestDatabase second = start();

        assertThat(texts(second, "SELECT name FROM users WHERE code IS NULL")).containsExactly(second.name());
        assertThat(birth(second)).isNotEqualTo(birth(first));
    }

    @Test
    void whoComesMeanwhileWaitsForTheTemplate() throws Exception {
        startCloned();
        script("V5__other.sql", "CREATE TABLE other (x INT);\n");
        Callable<TestDatabase> start = () -> builder().start();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<TestDatabase> future : threads.invokeAll(List.of(start, start, start, start))) {
                started.add(future.get());
            }
        } finally {
            threads.shutdown();
        }
        List<String> births = new ArrayList<>();
        for (TestDatabase database : started.subList(started.size() - 4, started.size())) {
            births.add(birth(database));
        }
        assertThat(births).hasSize(4).containsOnly(births.get(0));
    }

    @Test
    void aFailureIsNotKept() throws Exception {
        script("V4__wrong.sql", "INSERT INTO users (name) VALUES (N'Ann');\n");
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("V4__wrong.sql");
        }
        script("V4__wrong.sql", "INSERT INTO users (name) VALUES (N'Dan');\n");
        assertThat(start().migrations().current()).map(Migration::version).contains("4");
    }

    @Test
    void roundTripsAreVerifiedFromAClone() throws IOException {
        script("U1__users.sql", "DROP TABLE users;\nDROP TABLE births;\n");
        script("U2__comments.sql", "DROP TABLE comments;\nDROP SEQUENCE tickets;\n");
        Files.delete(folder.resolve("R__names.sql"));
        start();
        assertThat(start().verifyRoundTrips().roundTrips()).hasSize(3);
    }

    /** A database that is a clone; skips the test where the engine makes none. */
    final TestDatabase startCloned() throws SQLException {
        TestDatabase first = start();
        TestDatabase second = start();
        assumeTrue(birth(first).equals(birth(second)), "this server makes no templates");
        return second;
    }

    final TestDatabase start() {
        return start(builder());
    }

    final TestDatabase start(TestDatabase.Builder builder) {
        TestDatabase database = builder.start();
        started.add(database);
        return database;
    }

    final TestDatabase.Builder builder() {
        return onEngine().locations("filesystem:" + folder).flyway(Map.of("placeholders.third", "Third"));
    }

    final void script(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    static String birth(TestDatabase database) throws SQLException {
        return texts(database, "SELECT birth FROM births").get(0);
    }

    static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> texts(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return QueriedRows.of(connection, query);
        }
    }
}
