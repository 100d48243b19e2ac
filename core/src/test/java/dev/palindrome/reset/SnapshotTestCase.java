package dev.palindrome.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.palindrome.CapturedLog;
import dev.palindrome.QueriedRows;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.ScriptRunner;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a snapshot promises, on every engine. */
abstract class SnapshotTestCase {

    private Database database;
    private final AtomicInteger ended = new AtomicInteger();
    private Connection connection;

    abstract Databases databases();

    /** What the engine at hand can do; a server that only speaks SQL Server's protocol lacks some of it. */
    abstract boolean can(Feature feature);

    /** Skips the test, visibly, where the engine cannot. */
    void requires(Feature feature) {
        assumeTrue(
                can(feature),
                () -> "this server cannot "
                        + feature.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** What not every server can. */
    enum Feature {
        TELL_WHAT_WAS_WRITTEN,
        SWITCH_FOREIGN_KEYS_OFF,
        TELL_IDENTITIES,
        TELL_SEQUENCES,
        TELL_OPEN_TRANSACTIONS,
        CHANGE_SCHEMAS
    }

    @BeforeEach
    void makeDatabase() throws SQLException {
        database = databases().create("snapshot", DatabaseOptions.DEFAULT);
        connection = database.dataSource().getConnection();
        run("""
                CREATE TABLE dbo.users (id INT IDENTITY(1, 1) NOT NULL PRIMARY KEY, name NVARCHAR(50) NOT NULL,
                    shout AS (CAST(UPPER(name) AS NVARCHAR(50))));
                CREATE TABLE dbo.todos (id BIGINT IDENTITY(9000000000, 10) NOT NULL PRIMARY KEY, title NVARCHAR(50) NOT NULL,
                    user_id INT NOT NULL CONSTRAINT fk_todos_users REFERENCES dbo.users (id),
                    parent_id BIGINT NULL CONSTRAINT fk_todos_todos REFERENCES dbo.todos (id), picture VARBINARY(MAX) NULL);
                CREATE TABLE dbo.notes (text NVARCHAR(50) NULL);
                CREATE TABLE dbo.down (id INT IDENTITY(-1, -1) NOT NULL PRIMARY KEY, name NVARCHAR(50) NULL);
                INSERT INTO dbo.users (name) VALUES (N'Ann'), (N'Bob');
                INSERT INTO dbo.todos (title, user_id) VALUES (N'wash', 1), (N'cook', 2);
                UPDATE dbo.todos SET parent_id = 9000000000 WHERE title = N'cook';
                INSERT INTO dbo.notes (text) VALUES (N'same'), (N'same'), (NULL);
                """);
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void doesNothingWhereNothingWasWritten() {
        requires(Feature.TELL_WHAT_WAS_WRITTEN);
        try (Snapshot snapshot = snapshot()) {
            ResetReport report = snapshot.restore();

            assertThat(report)
                    .isEqualTo(new ResetReport(ResetStrategy.NOTHING, "nothing was written", List.of(), report.took()));
        }
    }

    @Test
    void putsWrittenTablesBack() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            List<String> before = contents();
            run("""
                    INSERT INTO dbo.users (name) VALUES (N'Cid');
                    UPDATE dbo.todos SET title = N'WASH' WHERE title = N'wash';
                    DELETE FROM dbo.todos WHERE title = N'cook';
                    """);

            ResetReport report = snapshot.restore();

            assertThat(report.strategy()).isEqualTo(ResetStrategy.TABLES);
            assertThat(report.tables()).contains("dbo.users", "dbo.todos");
            assertThat(contents()).isEqualTo(before);
        }
    }

    @Test
    void tellsWhatAResetWouldDo() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            run("INSERT INTO dbo.notes (text) VALUES (N'new')");
            List<String> after = contents();

            ResetReport told = snapshot.inspect();

            assertThat(contents()).isEqualTo(after);
            ResetReport done = snapshot.restore();
            assertThat(told)
                    .isEqualTo(new ResetReport(ResetStrategy.TABLES, done.reason(), done.tables(), told.took()));
        }
    }

    @Test
    void tellsThatTheSchemaWouldBePutBack() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            assertThat(snapshot.inspect().strategy()).isNotEqualTo(ResetStrategy.DATABASE);
            run("ALTER TABLE dbo.notes ADD author NVARCHAR(50) NULL");

            assertThat(snapshot.inspect().strategy()).isEqualTo(ResetStrategy.DATABASE);
        }
    }

    @Test
    void leavesTablesAloneThatWereNotWritten() throws SQLException {
        requires(Feature.TELL_WHAT_WAS_WRITTEN);
        try (Snapshot snapshot = snapshot()) {
            run("INSERT INTO dbo.notes (text) VALUES (N'new')");

            assertThat(snapshot.restore().tables()).containsExactly("dbo.notes");
            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.NOTHING);
        }
    }

    @Test
    void putsRowsBackUnderForeignKeysOfTablesThatWereNotWritten() throws SQLException {
        requires(Feature.SWITCH_FOREIGN_KEYS_OFF);
        try (Snapshot snapshot = snapshot()) {
            List<String> before = contents();
            run("UPDATE dbo.users SET name = N'Eve' WHERE id = 1");

            snapshot.restore();

            assertThat(contents()).isEqualTo(before);
        }
    }

    @Test
    void putsRowsBackThatReferToEachOther() throws SQLException {
        requires(Feature.SWITCH_FOREIGN_KEYS_OFF);
        run("""
                CREATE TABLE dbo.hens (id INT NOT NULL PRIMARY KEY, egg INT NULL);
                CREATE TABLE dbo.eggs (id INT NOT NULL PRIMARY KEY, hen INT NULL
                    CONSTRAINT fk_eggs_hens REFERENCES dbo.hens (id));
                ALTER TABLE dbo.hens ADD CONSTRAINT fk_hens_eggs FOREIGN KEY (egg) REFERENCES dbo.eggs (id);
                INSERT INTO dbo.hens (id) VALUES (1); INSERT INTO dbo.eggs (id, hen) VALUES (1, 1);
                UPDATE dbo.hens SET egg = 1;
                """);
        try (Snapshot snapshot = snapshot()) {
            List<String> before = contents();
            run("UPDATE dbo.hens SET egg = NULL; DELETE FROM dbo.eggs; DELETE FROM dbo.hens;");

            snapshot.restore();

            assertThat(contents()).isEqualTo(before);
            assertThatThrownBy(() -> run("DELETE FROM dbo.eggs")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void putsAnIdentityBackThatBeginsWithTheLowestValueOfItsType() throws SQLException {
        requires(Feature.TELL_IDENTITIES);
        run("CREATE TABLE dbo.lowest (id TINYINT IDENTITY(0, 1) NOT NULL PRIMARY KEY, name NVARCHAR(50) NULL)");
        try (Snapshot snapshot = snapshot()) {
            run("INSERT INTO dbo.lowest (name) VALUES (N'a'), (N'b'); DELETE FROM dbo.lowest;");

            snapshot.restore();

            run("INSERT INTO dbo.lowest (name) VALUES (N'c')");
            assertThat(rows("SELECT id FROM dbo.lowest")).containsExactly("0");
        }
    }

    @Test
    void putsIdentitiesBack() throws SQLException {
        requires(Feature.TELL_IDENTITIES);
        try (Snapshot snapshot = snapshot()) {
            for (int i = 0; i < 3; i++) {
                run("""
                        INSERT INTO dbo.users (name) VALUES (N'Cid'), (N'Dan');
                        INSERT INTO dbo.todos (title, user_id) VALUES (N'swim', 1);
                        INSERT INTO dbo.down (name) VALUES (N'a'), (N'b');
                        """);
                assertThat(contents())
                        .contains("dbo.users 3|Cid|CID", "dbo.todos 9000000020|swim|1|null|null", "dbo.down -1|a");
                snapshot.restore();
            }
        }
    }

    @Test
    void putsIdentitiesBackThatRolledBackWorkDrew() throws SQLException {
        requires(Feature.TELL_IDENTITIES);
        try (Snapshot snapshot = snapshot()) {
            connection.setAutoCommit(false);
            run("INSERT INTO dbo.users (name) VALUES (N'Cid'); INSERT INTO dbo.down (name) VALUES (N'a');");
            connection.rollback();
            connection.setAutoCommit(true);

            assertThat(snapshot.restore().tables()).containsExactlyInAnyOrder("dbo.users", "dbo.down");
            run("INSERT INTO dbo.users (name) VALUES (N'Cid'); INSERT INTO dbo.down (name) VALUES (N'a');");
            assertThat(contents()).contains("dbo.users 3|Cid|CID", "dbo.down -1|a");
        }
    }

    @Test
    void putsIdentitiesBackThatExplicitValuesAndTruncateMoved() throws SQLException {
        requires(Feature.TELL_IDENTITIES);
        run("INSERT INTO dbo.down (name) VALUES (N'first'); DELETE FROM dbo.down;");
        try (Snapshot snapshot = snapshot()) {
            run("""
                    SET IDENTITY_INSERT dbo.users ON;
                    INSERT INTO dbo.users (id, name) VALUES (1000, N'Far');
                    SET IDENTITY_INSERT dbo.users OFF;
                    TRUNCATE TABLE dbo.down;
                    """);
            snapshot.restore();

            run("INSERT INTO dbo.users (name) VALUES (N'Cid'); INSERT INTO dbo.down (name) VALUES (N'second');");
            assertThat(contents()).contains("dbo.users 3|Cid|CID", "dbo.down -2|second");
        }
    }

    @Test
    void putsSequencesBack() throws SQLException {
        makeSequences();
        draw("dbo.used");
        try (Snapshot snapshot = snapshot()) {
            for (int i = 0; i < 3; i++) {
                assertThat(List.of(draw("dbo.used"), draw("dbo.used"), draw("dbo.fresh")))
                        .containsExactly("10", "15", "1");
                ResetReport report = snapshot.restore();
                assertThat(report.strategy()).isEqualTo(ResetStrategy.TABLES);
                if (can(Feature.TELL_WHAT_WAS_WRITTEN)) {
                    assertThat(report.tables()).isEmpty();
                }
            }
        }
    }

    @Test
    void aSequenceKeepsItsStart() throws SQLException {
        makeSequences();
        for (int i = 0; i < 3; i++) {
            draw("dbo.used");
        }
        SchemaSnapshot schema = schema();
        try (Snapshot snapshot = snapshot()) {
            assertThat(schema()).isEqualTo(schema);
            run("ALTER SEQUENCE dbo.used RESTART WITH 1000");
            assertThat(snapshot.inspect().strategy()).isEqualTo(ResetStrategy.TABLES);

            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.TABLES);
            assertThat(schema()).isEqualTo(schema);
            assertThat(draw("dbo.used")).isEqualTo("20");
            snapshot.restore();
            run("ALTER SEQUENCE dbo.used RESTART");
            assertThat(draw("dbo.used")).isEqualTo("5");
        }
    }

    @Test
    void aSequenceWithNoValueLeftHasNoneLeftAgain() throws SQLException {
        makeSequences();
        run("CREATE SEQUENCE dbo.short AS INT START WITH 1 INCREMENT BY 2 MINVALUE 1 MAXVALUE 4");
        draw("dbo.short");
        draw("dbo.short");
        try (Snapshot snapshot = snapshot()) {
            run("ALTER SEQUENCE dbo.short RESTART WITH 1");
            snapshot.restore();

            assertThatThrownBy(() -> draw("dbo.short")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void severalSnapshotsPutASequenceBackThatMovedBetween() throws SQLException {
        makeSequences();
        draw("dbo.used");
        try (Snapshot first = snapshot()) {
            assertThat(draw("dbo.used")).isEqualTo("10");
            assertThat(draw("dbo.used")).isEqualTo("15");
            try (Snapshot second = snapshot()) {
                assertThat(draw("dbo.used")).isEqualTo("20");
                second.restore();
                assertThat(draw("dbo.used")).isEqualTo("20");
                assertThat(first.restore().strategy()).isEqualTo(ResetStrategy.TABLES);
                assertThat(draw("dbo.used")).isEqualTo("10");
                assertThat(second.restore().strategy()).isEqualTo(ResetStrategy.TABLES);
                assertThat(draw("dbo.used")).isEqualTo("20");
            }
        }
    }

    /** In the same form, so that nothing but its number is another. */
    @Test
    void aSequenceThatWasMadeAnewIsPutBack() throws SQLException {
        requires(Feature.CHANGE_SCHEMAS);
        makeSequences();
        draw("dbo.used");
        try (Snapshot snapshot = snapshot()) {
            run("DROP SEQUENCE dbo.used; CREATE SEQUENCE dbo.used AS BIGINT START WITH 5 INCREMENT BY 5;");
            draw("dbo.used");
            draw("dbo.used");

            snapshot.restore();
            assertThat(draw("dbo.used")).isEqualTo("10");
            snapshot.restore();
            assertThat(draw("dbo.used")).isEqualTo("10");
        }
    }

    private void makeSequences() throws SQLException {
        run(
                "CREATE SEQUENCE dbo.used AS BIGINT START WITH 5 INCREMENT BY 5; CREATE SEQUENCE dbo.fresh AS INT START WITH 1;");
        requires(Feature.TELL_SEQUENCES);
    }

    @Test
    void putsSchemaBackWithItsRows() throws SQLException {
        requires(Feature.CHANGE_SCHEMAS);
        try (Snapshot snapshot = snapshot()) {
            List<String> before = contents();
            SchemaSnapshot schema = schema();
            run("""
                    CREATE TABLE dbo.extra (id INT NOT NULL PRIMARY KEY);
                    INSERT INTO dbo.extra (id) VALUES (1);
                    DROP TABLE dbo.todos;
                    ALTER TABLE dbo.users ADD age INT NULL;
                    """);

            ResetReport report = snapshot.restore();

            assertThat(report.strategy()).isEqualTo(ResetStrategy.DATABASE);
            assertThat(report.tables()).isEmpty();
            assertThat(schema()).isEqualTo(schema);
            assertThat(contents()).isEqualTo(before);
        }
    }

    @Test
    void goesOnAfterTheSchemaWasPutBack() throws SQLException {
        requires(Feature.CHANGE_SCHEMAS);
        requires(Feature.TELL_WHAT_WAS_WRITTEN);
        try (Snapshot snapshot = snapshot()) {
            List<String> before = contents();
            run("CREATE TABLE dbo.extra (id INT NOT NULL PRIMARY KEY)");
            snapshot.restore();
            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.NOTHING);

            reconnect();
            run("INSERT INTO dbo.users (name) VALUES (N'Cid')");
            assertThat(snapshot.restore().tables()).containsExactly("dbo.users");
            assertThat(contents()).isEqualTo(before);
        }
    }

    @Test
    void noticesATableThatWasMadeAnew() throws SQLException {
        requires(Feature.CHANGE_SCHEMAS);
        try (Snapshot snapshot = snapshot()) {
            List<String> before = contents();
            run("DROP TABLE dbo.notes; CREATE TABLE dbo.notes (text NVARCHAR(50) NULL);");

            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.DATABASE);
            assertThat(contents()).isEqualTo(before);
        }
    }

    @Test
    void severalSnapshotsMayBeOpen() throws SQLException {
        List<String> atFirst = contents();
        try (Snapshot first = snapshot()) {
            run("INSERT INTO dbo.notes (text) VALUES (N'more')");
            List<String> atSecond = contents();
            try (Snapshot second = snapshot()) {
                run("DELETE FROM dbo.notes");
                second.restore();
                assertThat(contents()).isEqualTo(atSecond);
                first.restore();
                assertThat(contents()).isEqualTo(atFirst);
                second.restore();
                assertThat(contents()).isEqualTo(atSecond);
            }
            first.restore();
            assertThat(contents()).isEqualTo(atFirst);
        }
    }

    @Test
    void reportsAnOpenTransaction() throws SQLException {
        requires(Feature.TELL_OPEN_TRANSACTIONS);
        try (Snapshot snapshot = snapshot()) {
            List<String> before = contents();
            connection.setAutoCommit(false);
            run("INSERT INTO dbo.notes (text) VALUES (N'open'); DELETE FROM dbo.todos; DELETE FROM dbo.users;");

            assertThatThrownBy(snapshot::restore)
                    .isInstanceOf(OpenTransactionException.class)
                    .hasMessageStartingWith(database.name() + " cannot be reset: a transaction is still open on ")
                    .hasMessageEndingWith(". Commit it, roll it back or close the connection before the test ends.");

            connection.rollback();
            connection.setAutoCommit(true);
            snapshot.restore();
            assertThat(contents()).isEqualTo(before);
        }
    }

    @Test
    void connectionsStayOpen() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            Connection held = connection;
            run("DELETE FROM dbo.notes");
            snapshot.restore();

            assertThat(contents()).contains("dbo.notes same");
            assertThat(connection).isSameAs(held);
        }
    }

    @Test
    void tellsWhetherConnectionsEnded() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            run("CREATE TABLE dbo.extra (id INT NOT NULL)");
            snapshot.restore();

            assertThat(ended.get() > 0).isNotEqualTo(connection.isValid(1));
        }
    }

    @Test
    void saysInOneLineWhatItDid() throws SQLException {
        try (Snapshot snapshot = snapshot();
                CapturedLog log = new CapturedLog(Snapshot.class)) {
            run("DELETE FROM dbo.notes");
            ResetReport report = snapshot.restore();

            assertThat(log.lines()).containsExactly("DEBUG Reset of " + database.name() + ": " + report);
        }
    }

    @Test
    void aClosedSnapshotIsOfNoUse() {
        Snapshot snapshot = snapshot();
        snapshot.close();
        snapshot.close();

        assertThatThrownBy(snapshot::restore)
                .isExactlyInstanceOf(ResetException.class)
                .hasMessage("The snapshot of " + database.name() + " is closed: take another one.");
    }

    Snapshot snapshot() {
        return new SnapshotTaker(database, databases(), ended::incrementAndGet).take();
    }

    Database database() {
        return database;
    }

    Connection connection() {
        return connection;
    }

    void reconnect() throws SQLException {
        connection.close();
        connection = database.dataSource().getConnection();
    }

    void run(String tsql) throws SQLException {
        ScriptRunner.run(connection, database.engine(), "test", tsql);
    }

    private String draw(String sequence) throws SQLException {
        return rows("SELECT NEXT VALUE FOR " + sequence).get(0);
    }

    SchemaSnapshot schema() throws SQLException {
        return SchemaReader.of(connection).read(connection);
    }

    /** Every row of every table, over a connection that is still there after the server has put a database back. */
    List<String> contents() throws SQLException {
        if (!connection.isValid(1)) {
            reconnect();
        }
        List<String> contents = new ArrayList<>();
        for (String table : schema().tables().stream().map(Object::toString).toList()) {
            rows("SELECT * FROM " + table).stream().sorted().forEach(row -> contents.add(table + " " + row));
        }
        return contents;
    }

    List<String> rows(String query) throws SQLException {
        return QueriedRows.of(connection, query);
    }
}
