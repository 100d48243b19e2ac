package dev.palindrome.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.palindrome.EngineDatabases;
import dev.palindrome.H2Everything;
import dev.palindrome.database.Databases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.h2.engine.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedSnapshotTest extends SnapshotTestCase {

    @Override
    Databases databases() {
        return EngineDatabases.embedded();
    }

    @Override
    boolean can(Feature feature) {
        return true;
    }

    @Test
    void saysWhatHadChanged() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            run("""
                    INSERT INTO dbo.users (name) VALUES (N'Cid'), (N'Dan');
                    UPDATE dbo.notes SET text = N'other' WHERE text IS NULL;
                    DELETE FROM dbo.todos WHERE title = N'cook';
                    """);

            assertThat(snapshot.restore().reason())
                    .isEqualTo("dbo.notes: 1 row changed; dbo.todos: 1 row gone;"
                            + " dbo.users: 2 rows added, identity moved");
        }
    }

    @Test
    void saysWhatHadChangedInTheSchema() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            run("CREATE TABLE dbo.extra (n INT NULL); DROP TABLE dbo.notes;");

            assertThat(snapshot.restore().reason())
                    .isEqualTo("the schema changed: dropped table dbo.notes, added table dbo.extra");
        }
    }

    @Test
    void aTableThatWentOrCameIsNamedWithoutItsParts() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            run("CREATE TABLE dbo.extra (id INT IDENTITY NOT NULL PRIMARY KEY, user_id INT NOT NULL"
                    + " CONSTRAINT fk_extra_users REFERENCES dbo.users (id)); CREATE INDEX ix_extra ON dbo.extra (user_id);"
                    + " DROP TABLE dbo.todos; CREATE INDEX ix_notes ON dbo.notes (text);");

            assertThat(snapshot.inspect().reason().split(", "))
                    .containsExactlyInAnyOrder(
                            "the schema changed: dropped table dbo.todos",
                            "added table dbo.extra",
                            "added index dbo.notes.ix_notes");
        }
    }

    /** H2 copies the table, with its constraints and indexes, and makes the constraint anew that points to it. */
    @Test
    void namesThatAreNotAsciiAreSaid() throws SQLException {
        execute("CREATE TABLE dbo.\"plain ä\" (id INT)");
        execute("CREATE TABLE dbo.\"x\"\"y\" (id INT)");
        try (Snapshot snapshot = snapshot()) {
            execute("ALTER TABLE dbo.\"plain ä\" ADD z INT");
            execute("CREATE INDEX dbo.\"größe\" ON dbo.\"x\"\"y\" (id)");

            assertThat(snapshot.restore().reason())
                    .isEqualTo("the schema changed: changed table dbo.plain ä, added index dbo.größe");
        }
    }

    @Test
    void aTableThatH2CopiesToChangeItIsAChangedTable() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            run("ALTER TABLE dbo.users ADD age INT NULL");

            assertThat(snapshot.restore().reason()).isEqualTo("the schema changed: changed table dbo.users");

            run("ALTER TABLE dbo.users ADD age INT NULL; ALTER TABLE dbo.users DROP COLUMN age;");

            assertThat(snapshot.restore().reason()).isEqualTo("the schema changed: table dbo.users made anew");
        }
    }

    @Test
    void whatElseChangedBesideACopiedTableIsSaid() throws SQLException {
        run("CREATE INDEX ix_notes ON dbo.notes (text); CREATE SEQUENCE dbo.tickets AS INT START WITH 1;");
        try (Snapshot snapshot = snapshot()) {
            run("DROP INDEX ix_notes ON dbo.notes; ALTER TABLE dbo.users ADD age INT NULL;"
                    + " ALTER TABLE dbo.todos DROP CONSTRAINT fk_todos_users; CREATE INDEX ix_todos ON dbo.todos (title);"
                    + " DROP SEQUENCE dbo.tickets; CREATE SEQUENCE dbo.tickets AS BIGINT START WITH 1;");

            assertThat(snapshot.restore().reason().split(", "))
                    .containsExactlyInAnyOrder(
                            "the schema changed: changed table dbo.users",
                            "dropped index dbo.notes.ix_notes",
                            "dropped constraint dbo.fk_todos_users",
                            "added index dbo.todos.ix_todos",
                            "changed sequence dbo.tickets");
        }
    }

    @Test
    void aConstraintMadeAnewIsSaidWhereNothingElseChanged() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            run("ALTER TABLE dbo.todos DROP CONSTRAINT fk_todos_users; CREATE TABLE dbo.extra (n INT NULL);"
                    + " ALTER TABLE dbo.todos ADD CONSTRAINT fk_todos_users FOREIGN KEY (user_id) REFERENCES dbo.users (id);"
                    + " DROP TABLE dbo.extra;");

            assertThat(snapshot.inspect().reason())
                    .isEqualTo("the schema changed: constraint dbo.fk_todos_users made anew");
        }
    }

    @Test
    void anotherSnapshotThatPutTheSchemaBackIsNamed() throws SQLException {
        try (Snapshot first = snapshot()) {
            run("CREATE TABLE dbo.extra (n INT NULL); CREATE SEQUENCE dbo.tickets AS INT START WITH 1;");
            try (Snapshot second = snapshot()) {
                assertThat(first.restore().reason())
                        .isEqualTo("the schema changed: added table dbo.extra, added sequence dbo.tickets");

                run("CREATE TABLE dbo.more (n INT NULL)");

                assertThat(second.restore().reason().split(", "))
                        .containsExactlyInAnyOrder(
                                "the schema changed: another snapshot put it back",
                                "dropped table dbo.extra",
                                "dropped sequence dbo.tickets",
                                "added table dbo.more");
                assertThat(second.restore().reason()).isEqualTo("nothing was written");
            }
        }
    }

    @Test
    void anotherSnapshotOfTheSameSchemaIsNamedAlone() throws SQLException {
        try (Snapshot first = snapshot();
                Snapshot second = snapshot()) {
            run("ALTER TABLE dbo.notes ADD author NVARCHAR(50) NULL");
            first.restore();

            assertThat(second.restore().reason()).isEqualTo("the schema changed: another snapshot put it back");
        }
    }

    @Test
    void aTableMadeAnewIsSeenHoweverOftenOneLooks() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            List<String> before = contents();
            run("DROP TABLE dbo.notes");
            run("CREATE TABLE dbo.notes (text NVARCHAR(50) NULL)");
            String reason = snapshot.inspect().reason();

            assertThat(snapshot.restore().reason()).isEqualTo(reason).startsWith("the schema changed: ");
            assertThat(contents()).isEqualTo(before);
        }
    }

    @Test
    void doesNothingWhereWorkWasRolledBack() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            connection().setAutoCommit(false);
            run("DELETE FROM dbo.todos; DELETE FROM dbo.users;");
            connection().rollback();

            assertThat(snapshot.restore().reason()).isEqualTo("what was written was taken back");
            assertThat(snapshot.restore().reason()).isEqualTo("nothing was written");
        }
    }

    /** H2 counts values after many changes, and writes what it counted into the catalogue. */
    @Test
    void statisticsAreNoChangeOfTheSchema() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            execute("INSERT INTO dbo.notes SELECT 'n' FROM SYSTEM_RANGE(1, 5000)");

            assertThat(snapshot.restore().reason()).isEqualTo("dbo.notes: 5000 rows added");
            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.NOTHING);
        }
    }

    @Test
    void differencesThatSqlWouldNotSeeAreDifferences() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            List<String> before = contents();
            run("UPDATE dbo.users SET name = UPPER(name)");

            assertThat(snapshot.restore().reason()).isEqualTo("dbo.users: 2 rows changed");
            assertThat(contents()).isEqualTo(before);
        }
    }

    @Test
    void largeValuesComeBack() throws SQLException {
        execute("UPDATE dbo.todos SET picture = CAST(REPEAT('abcdefgh', 200000) AS BINARY VARYING)");
        try (Snapshot snapshot = snapshot()) {
            List<String> before = contents();
            for (int i = 0; i < 2; i++) {
                run("DELETE FROM dbo.todos");
                snapshot.restore();
                assertThat(contents()).isEqualTo(before);
                run("CREATE TABLE dbo.extra (n INT NULL)");
                snapshot.restore();
                assertThat(contents()).isEqualTo(before);
            }
        }
    }

    @Test
    void optionsComeBack() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            execute("SET REFERENTIAL_INTEGRITY FALSE");

            assertThat(snapshot.restore().reason()).isEqualTo("the schema changed: an option of H2");
            assertThatThrownBy(() -> run("DELETE FROM dbo.users")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void foreignKeysOfOneTableAreCheckedAgain() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            execute("ALTER TABLE dbo.todos SET REFERENTIAL_INTEGRITY FALSE");

            assertThat(snapshot.restore().reason()).isEqualTo("dbo.todos: foreign keys switched on or off");
            assertThat(snapshot.restore().reason()).isEqualTo("nothing was written");
            assertThatThrownBy(() -> run("INSERT INTO dbo.todos (title, user_id) VALUES (N'x', 999)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void foreignKeysOfOneTableStaySwitchedOff() throws SQLException {
        execute("ALTER TABLE dbo.todos SET REFERENTIAL_INTEGRITY FALSE");
        try (Snapshot snapshot = snapshot()) {
            execute("ALTER TABLE dbo.todos SET REFERENTIAL_INTEGRITY TRUE");
            snapshot.restore();
            run("INSERT INTO dbo.todos (title, user_id) VALUES (N'x', 999)");
            execute("CREATE SEQUENCE dbo.tickets");
            snapshot.restore();
            run("INSERT INTO dbo.todos (title, user_id) VALUES (N'x', 999)");

            assertThat(snapshot.restore().reason()).isEqualTo("dbo.todos: 1 row added, identity moved");
        }
    }

    @Test
    void globalTemporaryTablesGoAgain() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            List<String> before = contents();
            execute("CREATE GLOBAL TEMPORARY TABLE dbo.cart (id INT PRIMARY KEY)");
            execute("INSERT INTO dbo.cart VALUES (1)");

            assertThat(snapshot.restore().reason()).isEqualTo("the schema changed: added temporary table dbo.cart");
            assertThat(contents()).isEqualTo(before);
            execute("CREATE GLOBAL TEMPORARY TABLE dbo.cart (id INT PRIMARY KEY)");
        }
    }

    @Test
    void globalTemporaryTablesComeBack() throws SQLException {
        execute("CREATE GLOBAL TEMPORARY TABLE dbo.cart (id INT PRIMARY KEY)");
        execute("INSERT INTO dbo.cart VALUES (1)");
        try (Snapshot snapshot = snapshot()) {
            execute("DROP TABLE dbo.cart");

            assertThat(snapshot.restore().reason()).isEqualTo("the schema changed: dropped temporary table dbo.cart");
            assertThat(rows("SELECT id FROM dbo.cart")).containsExactly("1");
            assertThat(snapshot.restore().reason()).isEqualTo("nothing was written");
        }
    }

    @Test
    void settingsAreForgotten() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            List<String> script = everything();
            List<String> settings = settings();
            execute("SET DEFAULT_LOCK_TIMEOUT 77");
            execute("SET MAX_MEMORY_ROWS 7");

            assertThat(snapshot.restore().reason())
                    .isEqualTo("the schema changed: added setting DEFAULT_LOCK_TIMEOUT,"
                            + " added setting MAX_MEMORY_ROWS, an option of H2");
            assertThat(everything()).isEqualTo(script);
            assertThat(settings()).isEqualTo(settings);
            assertThat(snapshot.restore().reason()).isEqualTo("nothing was written");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALLOW_LITERALS NUMBERS", "ALLOW_LITERALS NONE", "MODE Oracle", "LOCK_MODE 0"})
    void settingsThatStandInTheWayAreForgotten(String setting) throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            List<String> script = everything();
            List<String> settings = settings();
            run("DROP TABLE dbo.notes");
            execute("SET " + setting);

            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.DATABASE);
            assertThat(everything()).isEqualTo(script);
            assertThat(settings()).isEqualTo(settings);
        }
    }

    @Test
    void aChangedPasswordComesBack() throws SQLException {
        execute("CREATE USER reader PASSWORD 'Reader_1'");
        try (Snapshot snapshot = snapshot()) {
            execute("ALTER USER reader SET PASSWORD 'Reader_2'");
            execute("ALTER USER sa SET PASSWORD 'Changed_1'");

            assertThat(snapshot.restore().reason())
                    .isEqualTo("the schema changed: changed user SA, changed user READER");
            database().dataSource().getConnection().close();
            DriverManager.getConnection(database().jdbcUrl(), "reader", "Reader_1")
                    .close();
            assertThat(snapshot.restore().reason()).isEqualTo("nothing was written");
        }
    }

    @Test
    void rightsThatATestHasGivenAwayComeBack() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            List<String> before = everything();
            execute("ALTER USER sa ADMIN FALSE");

            assertThat(snapshot.restore().reason()).isEqualTo("the schema changed: changed user SA");
            assertThat(everything()).isEqualTo(before);
            assertThat(snapshot.restore().reason()).isEqualTo("nothing was written");
        }
    }

    @Test
    void whoHadFewRightsHasFewAgain() throws SQLException {
        execute("ALTER USER sa ADMIN FALSE");
        try (Snapshot snapshot = snapshot()) {
            execute("UPDATE \"dbo\".\"notes\" SET \"text\" = 'other'");
            snapshot.restore();
            execute("ALTER USER sa SET PASSWORD 'Changed_1'");

            snapshot.restore();

            assertThatThrownBy(() -> execute("CREATE USER other PASSWORD 'Other_1'"))
                    .hasMessageContaining("Admin rights are required");
            assertThat(snapshot.restore().reason()).isEqualTo("nothing was written");
        }
    }

    @Test
    void aSynonymComesBack() throws SQLException {
        execute("CREATE SYNONYM dbo.people FOR dbo.users");
        try (Snapshot snapshot = snapshot()) {
            List<String> before = rows("SELECT * FROM dbo.people");
            execute("DROP SYNONYM dbo.people");

            assertThat(snapshot.restore().reason()).isEqualTo("the schema changed: dropped synonym dbo.people");
            assertThat(rows("SELECT * FROM dbo.people")).isEqualTo(before);
        }
    }

    @Test
    void viewsAndKeysComeBackAsTheyWere() throws SQLException {
        execute("CREATE TABLE dbo.gone (x INT)");
        execute("CREATE TABLE dbo.late (id INT PRIMARY KEY, user_id INT REFERENCES dbo.users (id))");
        execute("CREATE INDEX ix_late ON dbo.late (user_id)");
        execute("DROP TABLE dbo.gone");
        execute("CREATE VIEW dbo.seen AS SELECT id FROM dbo.late");
        try (Snapshot snapshot = snapshot()) {
            List<String> before = everything();
            execute("DROP TABLE dbo.notes");
            execute("DROP INDEX dbo.ix_late");
            snapshot.restore();

            assertThat(everything()).containsExactlyElementsOf(before);
            execute("DROP INDEX dbo.ix_late");
        }
    }

    @Test
    void aChangedSchemaComesBackWithEverythingInIt() throws SQLException {
        execute("CREATE SEQUENCE dbo.tickets");
        execute("CREATE USER reader PASSWORD 'Reader_1'");
        execute("GRANT SELECT ON dbo.users TO reader");
        execute("CREATE SYNONYM dbo.people FOR dbo.users");
        execute("COMMENT ON COLUMN dbo.users.name IS 'whatever'");
        execute("CREATE INDEX ix_todos ON dbo.todos (user_id)");
        execute("CREATE VIEW dbo.counted AS SELECT COUNT(*) AS n FROM dbo.down");
        execute("UPDATE dbo.todos SET picture = REPEAT('ab', 1000000)");
        try (Snapshot snapshot = snapshot()) {
            List<String> before = everything();
            run("ALTER TABLE dbo.todos ADD due DATE NULL");
            execute("CREATE INDEX ix_users ON dbo.users (name)");
            run("INSERT INTO dbo.users (name) VALUES (N'Cid'); DELETE FROM dbo.todos WHERE title = N'cook';");
            run("INSERT INTO dbo.down (name) VALUES (N'x'); DELETE FROM dbo.notes;");
            run("CREATE TABLE dbo.extra (id INT NOT NULL PRIMARY KEY, user_id INT NULL REFERENCES dbo.users (id))");
            rows("SELECT NEXT VALUE FOR dbo.tickets");

            assertThat(snapshot.restore().reason())
                    .isEqualTo(
                            "the schema changed: changed table dbo.todos, added index dbo.ix_users, added table dbo.extra");
            assertThat(everything()).containsExactlyElementsOf(before);
            assertThat(snapshot.restore().reason()).isEqualTo("nothing was written");
            run("INSERT INTO dbo.notes (text) VALUES (N'new')");
            assertThat(snapshot.restore().reason()).isEqualTo("dbo.notes: 1 row added");
            assertThat(everything()).containsExactlyElementsOf(before);
        }
    }

    /** H2 refuses to drop such a table alone. */
    @Test
    void aChangedTableThatAnotherNeedsComesBack() throws SQLException {
        execute("ALTER TABLE dbo.notes ADD users INT DEFAULT (SELECT COUNT(*) FROM dbo.users)");
        try (Snapshot snapshot = snapshot()) {
            List<String> before = everything();
            execute("CREATE INDEX ix_users ON dbo.users (name)");

            assertThat(snapshot.restore().reason()).isEqualTo("the schema changed: added index dbo.ix_users");
            assertThat(everything()).containsExactlyElementsOf(before);
        }
    }

    @Test
    void noticesASequenceThatWasMadeAnew() throws SQLException {
        execute("CREATE SEQUENCE dbo.tickets");
        try (Snapshot snapshot = snapshot()) {
            execute("DROP SEQUENCE dbo.tickets");
            execute("CREATE SEQUENCE dbo.tickets");
            rows("SELECT NEXT VALUE FOR dbo.tickets");

            assertThat(snapshot.restore().reason()).isEqualTo("the schema changed: sequence dbo.tickets made anew");
            assertThat(rows("SELECT NEXT VALUE FOR dbo.tickets")).containsExactly("1");
        }
    }

    /** Freed numbers are given again, and H2 does not list what a view names inside a query of a query. */
    @Test
    void viewsOnViewsComeBack() throws SQLException {
        execute("CREATE TABLE dbo.old (id INT)");
        execute("CREATE VIEW dbo.one AS SELECT id FROM dbo.users");
        execute("DROP TABLE dbo.old");
        execute("CREATE VIEW dbo.two AS SELECT id FROM dbo.users WHERE EXISTS (SELECT 1 FROM dbo.one)");
        try (Snapshot snapshot = snapshot()) {
            execute("CREATE SEQUENCE dbo.tickets");
            snapshot.restore();

            assertThat(rows("SELECT id FROM dbo.two ORDER BY id")).containsExactly("1", "2");
        }
    }

    /** H2 would try to drop them for ever; before 2.5 also those that are gone, for they leave a table without a name. */
    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1", "DROP MATERIALIZED VIEW dbo.counted"})
    void whereThereWasAMaterializedViewNothingIsDropped(String then) throws SQLException {
        assumeFalse(
                then.startsWith("DROP") && Constants.VERSION.startsWith("2.5"),
                "from 2.5 on H2 drops everything where there was a materialized view");
        try (Snapshot snapshot = snapshot()) {
            execute("CREATE MATERIALIZED VIEW dbo.counted AS SELECT COUNT(*) AS n FROM dbo.users");
            execute("CREATE TABLE dbo.extra (id INT)");
            execute(then);

            assertThatThrownBy(snapshot::restore)
                    .isInstanceOf(ResetException.class)
                    .hasMessage(
                            "The database cannot be brought back and stays as it is: H2 cannot drop everything where"
                                    + " there is a materialized view, or was one. Let tests that make one have a database of their own.");
            assertThat(rows("SELECT COUNT(*) FROM dbo.users")).containsExactly("2");
        }
    }

    @Test
    void usersAndRightsComeBack() throws SQLException {
        execute("CREATE USER reader PASSWORD 'Reader_1'");
        execute("GRANT SELECT ON dbo.users TO reader");
        try (Snapshot snapshot = snapshot()) {
            List<String> before = everything();
            execute("REVOKE SELECT ON dbo.users FROM reader");
            execute("CREATE USER writer PASSWORD 'Writer_1'");

            assertThat(snapshot.restore().reason()).isEqualTo("the schema changed: dropped a right, added user WRITER");
            assertThat(everything()).isEqualTo(before);
        }
    }

    @Test
    void textThatTellsCaseApartStillDoesAfterTheSchemaWasPutBack() throws SQLException {
        run("CREATE TABLE dbo.codes (code VARCHAR(10) COLLATE Latin1_General_CS_AS NOT NULL PRIMARY KEY,"
                + " name VARCHAR(10) NOT NULL)");
        run("INSERT INTO dbo.codes (code, name) VALUES ('a', 'x'), ('A', 'X')");
        try (Snapshot snapshot = snapshot()) {
            execute("CREATE SEQUENCE dbo.tickets");
            snapshot.restore();

            assertThat(rows("SELECT COUNT(*) FROM dbo.codes WHERE code = 'a'")).containsExactly("1");
            assertThat(rows("SELECT COUNT(*) FROM dbo.codes WHERE name = 'x'")).containsExactly("2");
            run("CREATE TABLE dbo.later (name VARCHAR(10) NOT NULL); INSERT INTO dbo.later (name) VALUES ('x');");
            assertThat(rows("SELECT COUNT(*) FROM dbo.later WHERE name = 'X'")).containsExactly("1");
        }
    }

    @Test
    void preparedStatementsOutliveTheSchema() throws SQLException {
        try (Snapshot snapshot = snapshot();
                var query = connection().prepareStatement("SELECT COUNT(*) FROM dbo.users WHERE id < ?")) {
            query.setInt(1, 10);
            execute("CREATE SEQUENCE dbo.tickets");
            snapshot.restore();

            try (var rows = query.executeQuery()) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(2);
            }
        }
    }

    @Test
    void refusesASnapshotWhileSomebodyWrites() throws SQLException {
        connection().setAutoCommit(false);
        run("DELETE FROM dbo.notes");

        assertThatThrownBy(this::snapshot)
                .isInstanceOf(OpenTransactionException.class)
                .hasMessageContaining("connection ");
        connection().rollback();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM dbo.notes WHERE text = N'nobody''s'",
                "INSERT INTO dbo.todos (title, user_id) VALUES (N'x', 999)"
            })
    void seesAnOpenTransactionThatHasOnlyLocks(String statement) throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            run("INSERT INTO dbo.notes (text) VALUES (N'new')");
            connection().setAutoCommit(false);
            try {
                run(statement);
            } catch (SQLException refused) {
                assertThat(refused.getSQLState()).as(refused.getMessage()).startsWith("23");
            }

            String session = rows("SELECT SESSION_ID() || ' of SA, opened at ' || SESSION_START"
                            + " FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()")
                    .get(0);
            String message = "%s cannot be reset: a transaction is still open on connection %s."
                            .formatted(database().name(), session)
                    + " Commit it, roll it back or close the connection before the test ends.";
            assertThatThrownBy(snapshot::restore)
                    .isInstanceOf(OpenTransactionException.class)
                    .hasMessage(message);
            connection().rollback();
            assertThat(snapshot.restore().reason()).startsWith("dbo.notes: 1 row added");
        }
    }

    /** H2 takes the row of its catalogue back, and keeps the sequence. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSequenceThatWasNeverCommittedGoes(boolean rollBack) throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            connection().setAutoCommit(false);
            run("CREATE SEQUENCE dbo.tickets AS INT START WITH 1;");
            if (rollBack) {
                connection().rollback();
            }
            reconnect();

            assertThat(snapshot.restore().reason()).isEqualTo("the schema changed: added sequence dbo.tickets");
            assertThat(sequences()).isEmpty();
            assertThat(snapshot.restore().reason()).isEqualTo("nothing was written");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER SEQUENCE \"dbo\".\"numbers\" INCREMENT BY 7",
                "DROP SEQUENCE \"dbo\".\"numbers\"",
                "ALTER TABLE \"dbo\".\"users\" ALTER COLUMN \"id\" SET INCREMENT BY 7"
            })
    void aSequenceThatWasChangedAndRolledBackIsAsItWas(String change) throws SQLException {
        run("CREATE SEQUENCE dbo.numbers AS INT START WITH 1;");
        try (Snapshot snapshot = snapshot()) {
            List<String> before = everything();
            connection().setAutoCommit(false);
            try (Statement statement = connection().createStatement()) {
                statement.execute(change);
            }
            connection().rollback();
            reconnect();

            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.DATABASE);
            assertThat(everything()).isEqualTo(before);
            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.NOTHING);
        }
    }

    /** H2 has its sequence in memory alone, for as long as the connection is open. */
    @Test
    void aTemporaryTableOfAnOpenConnectionIsNoChangeOfTheSchema() throws SQLException {
        try (Snapshot snapshot = snapshot();
                Connection other = database().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("CREATE LOCAL TEMPORARY TABLE \"some\" (\"id\" INT GENERATED BY DEFAULT AS IDENTITY)");
            execute("CREATE SEQUENCE dbo.tickets");
            execute("DROP SEQUENCE dbo.tickets");

            assertThat(snapshot.restore().reason()).isEqualTo("nothing was written");
        }
    }

    private List<String> sequences() throws SQLException {
        return rows("SELECT SEQUENCE_NAME FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_NAME = 'tickets'");
    }

    @Test
    void aTransactionThatWasPreparedIsOpen() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            execute("SET LOCK_MODE 0");
            try (Connection other = database().dataSource().getConnection();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("INSERT INTO \"dbo\".\"notes\" (\"text\") VALUES ('prepared')");
                statement.execute("PREPARE COMMIT first");

                assertThatThrownBy(snapshot::restore).isInstanceOf(OpenTransactionException.class);
                other.rollback();
            }
        }
    }

    @Test
    void aTransactionThatWasPreparedAndLeftAloneIsTakenBack() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            List<String> before = everything();
            try (Connection other = database().dataSource().getConnection();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("INSERT INTO \"dbo\".\"notes\" (\"text\") VALUES ('prepared')");
                statement.execute("PREPARE COMMIT \"first\"");
            }

            assertThat(snapshot.inspect().reason()).contains("transaction first was prepared, and never ended");
            assertThat(snapshot.restore().reason()).contains("transaction first was prepared, and never ended");
            assertThatThrownBy(() -> execute("COMMIT TRANSACTION \"first\"")).isInstanceOf(SQLException.class);
            assertThat(everything()).isEqualTo(before);
            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.NOTHING);
        }
    }

    @Test
    void aSequenceOfATransactionThatWasPreparedGoes() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            List<String> before = everything();
            try (Connection other = database().dataSource().getConnection();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("CREATE SEQUENCE \"dbo\".\"tickets\"");
                statement.execute("PREPARE COMMIT \"first\"");
            }

            assertThat(snapshot.restore().reason()).isEqualTo("the schema changed: added sequence dbo.tickets");
            assertThat(everything()).isEqualTo(before);
            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.NOTHING);
        }
    }

    @Test
    void saysThatSomebodyKeepsAllOthersOut() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            run("DROP TABLE dbo.notes");
            try (Statement statement = connection().createStatement()) {
                statement.execute("SET EXCLUSIVE 1");
                assertThatThrownBy(snapshot::restore)
                        .isInstanceOf(ResetException.class)
                        .hasMessage("Another connection keeps all others out (SET EXCLUSIVE)."
                                + " Let it say SET EXCLUSIVE 0, or close it.");
                statement.execute("SET EXCLUSIVE 0");
            }

            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.DATABASE);
        }
    }

    @Test
    void saysThatADatabaseWasShutDown() throws SQLException {
        try (Snapshot snapshot = snapshot()) {
            execute("SHUTDOWN");

            assertThatThrownBy(snapshot::restore)
                    .isExactlyInstanceOf(ResetException.class)
                    .hasMessage(
                            database().name()
                                    + " cannot be reset: it was shut down, and its rows are gone. Leave SHUTDOWN out of tests, or make another database.");
        }
    }

    private List<String> everything() throws SQLException {
        try (Connection own = database().dataSource().getConnection()) {
            return H2Everything.in(own);
        }
    }

    private List<String> settings() throws SQLException {
        return rows("SELECT SETTING_NAME, SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
                + " WHERE SETTING_NAME NOT LIKE 'info.%' ORDER BY SETTING_NAME");
    }

    private void execute(String h2) throws SQLException {
        try (Connection own = database().dataSource().getConnection();
                Statement statement = own.createStatement()) {
            statement.execute(h2);
        }
    }

    /** What H2 has not and is recorded: all of it is put back, and named as what it is recorded as. */
    @Test
    void whatIsRecordedIsPutBack() throws SQLException {
        run("""
                ALTER DATABASE CURRENT ADD FILEGROUP [data];
                CREATE PARTITION FUNCTION numbers (INT) AS RANGE FOR VALUES (1, 10);
                CREATE PARTITION SCHEME by_number AS PARTITION numbers ALL TO ([data]);
                CREATE XML SCHEMA COLLECTION dbo.forms AS N'<schema xmlns="http://www.w3.org/2001/XMLSchema"/>';
                CREATE TABLE dbo.sheets (id INT NOT NULL PRIMARY KEY, form XML(dbo.forms) NULL) ON by_number(id);
                CREATE PRIMARY XML INDEX xp ON dbo.sheets (form);
                GO
                CREATE VIEW dbo.bound WITH SCHEMABINDING AS SELECT id FROM dbo.sheets;
                GO
                CREATE UNIQUE CLUSTERED INDEX cx ON dbo.bound (id);
                GO
                """);
        List<String> before = everything();
        try (Snapshot snapshot = snapshot()) {
            run("""
                    ALTER PARTITION SCHEME by_number NEXT USED [PRIMARY];
                    ALTER PARTITION FUNCTION numbers() SPLIT RANGE (5);
                    DROP INDEX cx ON dbo.bound;
                    DROP VIEW dbo.bound;
                    DROP TABLE dbo.sheets;
                    DROP XML SCHEMA COLLECTION dbo.forms;
                    """);
            assertThat(everything()).isNotEqualTo(before);

            snapshot.restore();

            assertThat(everything()).isEqualTo(before);
        }
    }
}
