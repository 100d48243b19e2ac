package dev.palindrome.database.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.palindrome.CapturedLog;
import dev.palindrome.H2Everything;
import dev.palindrome.H2Faults;
import dev.palindrome.QueriedRows;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.ScriptRunner;
import dev.palindrome.database.TemplateKey;
import dev.palindrome.database.template.Template;
import dev.palindrome.engine.EngineKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2TemplateTest {

    private static final TemplateKey KEY = new TemplateKey("family", "content", false);

    private final H2Database original =
            (H2Database) new H2Databases().create("H2TemplateTest", DatabaseOptions.DEFAULT);

    @AfterEach
    void close() {
        original.close();
    }

    /** Whatever H2 says of a database, it says of the copy, and of the copy of a copy. */
    @Test
    void aCopyIsTheSameToTheLastStatement() throws SQLException {
        try (Connection connection = original.dataSource().getConnection()) {
            ScriptRunner.run(connection, EngineKind.EMBEDDED, "script", """
                    CREATE SCHEMA sales;
                    GO
                    CREATE TABLE sales.orders (
                        id INT IDENTITY(5, 5) NOT NULL PRIMARY KEY,
                        code VARCHAR(10) COLLATE Latin1_General_BIN2 NULL UNIQUE,
                        amount MONEY NOT NULL DEFAULT 1,
                        doubled AS CAST(amount * 2 AS MONEY),
                        small TINYINT NULL,
                        stamp DATETIME2(3) NOT NULL DEFAULT SYSUTCDATETIME(),
                        photo VARBINARY(MAX) NULL,
                        CHECK (amount > 0)
                    );
                    CREATE INDEX ix_orders ON sales.orders (code DESC) INCLUDE (amount);
                    GO
                    CREATE VIEW sales.cheap AS SELECT code FROM sales.orders WHERE amount < 10;
                    GO
                    CREATE SEQUENCE sales.numbers AS BIGINT START WITH 7 INCREMENT BY 3 CACHE 10;
                    INSERT INTO sales.orders (code, small, photo) VALUES ('a', 200, 0x00FF);
                    INSERT INTO sales.orders (code) VALUES ('A');
                    """);
            connection.createStatement().execute("SELECT NEXT VALUE FOR sales.numbers");
            connection.createStatement().execute("CREATE USER ann PASSWORD 'secret'");
        }
        try (H2Database copy = (H2Database) H2Template.of(original).copy("copy");
                Database copyOfCopy = H2Template.of(copy).copy("copy");
                Database madeAhead =
                        H2Template.of(original).copyInto(H2EmptyDatabase.make()).orElseThrow()) {
            for (Database each : List.of(copy, copyOfCopy, madeAhead)) {
                assertThat(everything(each)).containsExactlyElementsOf(everything(original));
            }
        }
    }

    /** H2 gives the numbers of what was dropped to what comes next. */
    @Test
    void viewsAreCopiedWhateverTheirNumbersAre() throws SQLException {
        run(
                original,
                "CREATE TABLE gone (x INT)",
                "CREATE TABLE gone_too (x INT)",
                "CREATE TABLE t (a INT)",
                "CREATE VIEW one AS SELECT a FROM t",
                "CREATE VIEW two AS SELECT a + 1 AS b FROM one",
                "INSERT INTO t VALUES (1)",
                "DROP TABLE gone_too",
                "CREATE VIEW three AS SELECT a, b FROM one, two",
                "DROP TABLE gone",
                "CREATE VIEW four AS SELECT a + b AS c FROM three",
                "CREATE SYNONYM five FOR t");
        try (Database copy = take().copy("copy")) {
            assertThat(texts(copy, "SELECT a FROM one")).containsExactly("1");
            assertThat(texts(copy, "SELECT b FROM two")).containsExactly("2");
            assertThat(texts(copy, "SELECT c FROM four")).containsExactly("3");
            assertThat(texts(copy, "SELECT a FROM five")).containsExactly("1");
        }
    }

    /** H2 does not list what a view names inside a query of a query. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT x FROM (SELECT a AS x FROM one)",
                "SELECT (SELECT COUNT(*) FROM one) AS x FROM t",
                "SELECT a FROM t WHERE EXISTS (SELECT 1 FROM one)",
                "WITH q AS (SELECT a FROM one) SELECT a FROM q",
                "SELECT x FROM (SELECT a AS x FROM synonym)"
            })
    void aViewWithALowerNumberThanWhatItNamesIsCopied(String query) throws SQLException {
        if (query.startsWith("WITH")) {
            H2Faults.assumeItKeepsCommonTableExpressions();
        }
        run(
                original,
                "CREATE TABLE gone (x INT)",
                "CREATE TABLE t (a INT)",
                "CREATE VIEW one AS SELECT a FROM t",
                "CREATE SYNONYM synonym FOR t",
                "INSERT INTO t VALUES (1)",
                "DROP TABLE gone",
                "CREATE VIEW two AS " + query);
        try (Database copy = take().copy("copy")) {
            assertThat(texts(copy, "SELECT * FROM two")).containsExactly("1");
        }
    }

    @Test
    void aViewThatDoesNotWorkIsCopiedAsItIs() throws SQLException {
        run(original, "CREATE FORCE VIEW broken AS SELECT a FROM nowhere", "CREATE VIEW works AS SELECT 1 AS a");
        try (Database copy = take().copy("copy")) {
            assertThat(texts(copy, "SELECT a FROM works")).containsExactly("1");
            assertThatThrownBy(() -> texts(copy, "SELECT 1 FROM broken")).hasMessage(message(original));
        }
    }

    private static String message(Database database) {
        return catchThrowableOfType(SQLException.class, () -> texts(database, "SELECT 1 FROM broken"))
                .getMessage();
    }

    @Test
    void keysUseTheIndexesThatTheyUsed() throws SQLException {
        run(
                original,
                "CREATE TABLE p (id INT PRIMARY KEY)",
                "CREATE TABLE with_its_own (id INT PRIMARY KEY, p_id INT REFERENCES p (id))",
                "CREATE INDEX ix_a ON with_its_own (p_id)",
                "CREATE TABLE with_yours (p_id INT, x INT)",
                "CREATE INDEX ix_b ON with_yours (p_id DESC)",
                "ALTER TABLE with_yours ADD CONSTRAINT fk_yours FOREIGN KEY (p_id) REFERENCES p (id)",
                "CREATE INDEX ix_c ON with_yours (p_id)",
                "CREATE UNIQUE INDEX ix_d ON with_yours (x)",
                "ALTER TABLE with_yours ADD CONSTRAINT uq_x UNIQUE (x)");
        List<String> expected = everything(original);
        try (H2Database copy = (H2Database) take().copy("copy");
                Database copyOfCopy = H2Template.of(copy).copy("copy")) {
            for (Database each : List.of(original, copy, copyOfCopy)) {
                assertThat(everything(each)).containsExactlyElementsOf(expected);
                run(each, "DROP INDEX ix_a", "DROP INDEX ix_c");
                assertThatThrownBy(() -> run(each, "DROP INDEX ix_b")).hasMessageContaining("belongs to constraint");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALTER TABLE c SET REFERENTIAL_INTEGRITY FALSE", "SET REFERENTIAL_INTEGRITY FALSE"})
    void keysThatAreNotCheckedStayUnchecked(String unchecked) throws SQLException {
        run(original, "CREATE TABLE p (id INT PRIMARY KEY)", "CREATE TABLE c (p_id INT REFERENCES p (id))", unchecked);
        try (Database copy = take().copy("copy")) {
            run(copy, "INSERT INTO c VALUES (1)");
        }
    }

    /** H2 numbers rows by such a key only where it was there first, so that the copy keeps its rows in another way. */
    @Test
    void aKeyThatCameAfterTheRowsIsCopied() throws SQLException {
        run(
                original,
                "CREATE TABLE t (id INT NOT NULL, name VARCHAR(10))",
                "INSERT INTO t VALUES (30, 'c'), (10, 'a'), (20, 'b')",
                "ALTER TABLE t ADD CONSTRAINT pk_t PRIMARY KEY (id)",
                "CREATE INDEX ix_t ON t (name)");
        try (Database copy = take().copy("copy")) {
            assertThat(texts(copy, "SELECT name FROM t WHERE id = 10")).containsExactly("a");
            assertThat(texts(copy, "SELECT id FROM t USE INDEX (ix_t) WHERE name >= 'b'"))
                    .containsExactly("20", "30");
            assertThatThrownBy(() -> run(copy, "INSERT INTO t VALUES (20, 'x')"))
                    .hasMessageContaining("Unique index or primary key violation");
        }
    }

    @Test
    void aCopyGoesOnWorking() throws SQLException {
        run(
                original,
                "CREATE TABLE t (name VARCHAR(10) UNIQUE, size INT)",
                "CREATE INDEX ix_size ON t (size DESC)",
                "CREATE INDEX ix_again ON t (size DESC)",
                "INSERT INTO t SELECT 'row ' || x, x FROM SYSTEM_RANGE(1, 200)",
                "DELETE FROM t WHERE size BETWEEN 50 AND 150");
        H2Template template = take();
        original.close();
        try (Database copy = template.copy("copy");
                Database other = template.copy("copy")) {
            run(copy, "INSERT INTO t VALUES ('new', 1000)", "UPDATE t SET size = -size WHERE size < 20");
            for (String index : List.of("ix_size", "ix_again")) {
                assertThat(texts(copy, "SELECT COUNT(*) FROM t USE INDEX (%s) WHERE size > 0".formatted(index)))
                        .containsExactly("81");
            }
            run(copy, "DELETE FROM t");
            assertThat(texts(copy, "SELECT COUNT(*) FROM t WHERE name > ''")).containsExactly("0");
            assertThat(texts(other, "SELECT COUNT(*) || ' ' || SUM(size) FROM t"))
                    .containsExactly("99 10000");
        }
    }

    @Test
    void whatNobodyHasCommittedIsInNoCopy() throws SQLException {
        run(original, "CREATE TABLE t (x INT)", "INSERT INTO t VALUES (1), (2)");
        try (Connection open = original.dataSource().getConnection()) {
            open.setAutoCommit(false);
            open.createStatement().execute("UPDATE t SET x = 3 WHERE x = 2");
            open.createStatement().execute("INSERT INTO t VALUES (4)");
            try (Database copy = take().copy("copy")) {
                assertThat(texts(copy, "SELECT x FROM t")).containsExactly("1", "2");
            }
        }
    }

    /** Where H2 keeps it with the database, it goes with the database. */
    @Test
    void longTextOutsideOfRowsIsCopied() throws SQLException {
        run(
                original,
                "SET MAX_LENGTH_INPLACE_LOB 10",
                "CREATE TABLE t (text CLOB)",
                "INSERT INTO t VALUES (REPEAT('a', 1000)), ('short')");
        H2Template template = take();
        original.close();
        try (Database copy = template.copy("copy")) {
            assertThat(texts(copy, "SELECT LENGTH(text) FROM t")).containsExactly("1000", "5");
        }
    }

    @Test
    void anIndexOfAnotherKindIsCopied() throws SQLException {
        run(
                original,
                "CREATE TABLE t (x INT, place GEOMETRY)",
                "INSERT INTO t VALUES (1, 'POINT (1 2)'), (2, 'POINT (3 4)')",
                "CREATE SPATIAL INDEX ix_place ON t (place)");
        try (Database copy = take().copy("copy")) {
            assertThat(texts(copy, "SELECT x FROM t WHERE place && 'POINT (3 4)'"))
                    .containsExactly("2");
        }
    }

    @Test
    void aTableThatIsElsewhereIsCopied() throws SQLException {
        try (Database elsewhere = new H2Databases().create("elsewhere", DatabaseOptions.DEFAULT)) {
            run(elsewhere, "CREATE TABLE far (x INT)", "INSERT INTO far VALUES (1)");
            run(
                    original,
                    "CREATE LINKED TABLE near('', '%s', 'sa', '%s', 'dbo.far')"
                            .formatted(elsewhere.jdbcUrl(), elsewhere.password()),
                    "CREATE TABLE t AS SELECT x + 1 AS y FROM near");
            try (Database copy = take().copy("copy")) {
                assertThat(texts(copy, "SELECT x + y FROM near, t")).containsExactly("3");
            }
        }
    }

    @Test
    void aCopyMadeAheadHasNothingThatTheOriginalHasNot() throws SQLException {
        run(original, "DROP ALIAS \"palindrome\".\"object_id\"");
        H2EmptyDatabase empty = H2EmptyDatabase.make();
        assertThat(take().copyInto(empty)).isEmpty();
        assertThatThrownBy(() -> empty.database().dataSource().getConnection())
                .hasMessageStartingWith("Database \"mem:" + empty.database().name() + "\" not found");
    }

    @Test
    void whatH2CallsACopyEndsAsItsNameDoes() throws SQLException {
        H2Template template = take();
        template.prepareClone();
        try (Database copy = template.copy("TodoTest")) {
            String end = copy.name().substring("palindrome_todo_test".length());
            assertThat(texts(copy, "SELECT DATABASE()")).containsExactly("palindrome_clone" + end);
        }
    }

    /** What one class wanted, nobody else may want. */
    @Test
    void aCloneIsMadeAheadFromTheFirstCopyOnAndWeighed() throws SQLException {
        run(original, "CREATE TABLE t (x INT)", "CREATE INDEX ix_t ON t (x)", "INSERT INTO t VALUES (1), (2)");
        Template template = new H2Templates().take(original, KEY).orElseThrow();
        long weight = template.weight();
        template.copy("second").close();
        assertThat(template.weight()).isEqualTo(weight + 1_000_000 + 16 * 4);
        template.discard();
        assertThat(template.weight()).isEqualTo(weight);
    }

    @Test
    void aDiscardedTemplateStillCopies() {
        H2Template template = take();
        template.prepareClone();
        template.discard();
        try (Database copy = template.copy("after")) {
            assertThat(copy.name()).startsWith("palindrome_after_");
        }
    }

    @Test
    void whatFindsNoRoomIsNoTemplateAndTheLogSaysSo() throws SQLException {
        try (Connection connection = original.dataSource().getConnection();
                CapturedLog log = new CapturedLog(H2Templates.class)) {
            connection.createStatement().execute("CREATE TABLE t AS SELECT x FROM SYSTEM_RANGE(1, 11)");
            assertThat(new H2Templates(1000).take(original, KEY)).isEmpty();
            assertThat(log.lines())
                    .containsExactly("INFO " + original + " has 11 rows, too many for a copy of them in memory:"
                            + " every class that wants the same makes it anew."
                            + " A JVM with more memory (-Xmx) would keep them.");
        }
    }

    private H2Template take() {
        try {
            return H2Template.of(original);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> everything(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return H2Everything.in(connection);
        }
    }

    private static void run(Database database, String... statements) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> texts(Database database, String query) throws SQLException {
        return QueriedRows.of(database, query);
    }
}
