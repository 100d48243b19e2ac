package dev.palindrome.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.QueriedRows;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What filling must do on every engine. Constraints are the server's, so that a broken one could not go unnoticed. */
abstract class RowFillerTestCase {

    private static final RowOptions OPTIONS =
            new RowOptions(42, 3, RowOptions.Edges.NULLS, RowOptions.Defaults.FILLED, RowOptions.Style.PLAIN);

    static final RowOptions WITH_EDGES =
            new RowOptions(42, 5, RowOptions.Edges.ALL, RowOptions.Defaults.FILLED, RowOptions.Style.PLAIN);

    private Database database;
    private Connection connection;

    abstract Databases databases();

    /** T-SQL as the engine takes it: statements that can each be executed. */
    abstract List<String> statements(String tsql);

    @BeforeEach
    void connect() throws SQLException {
        database = databases().create("filler", DatabaseOptions.DEFAULT);
        connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void drop() throws SQLException {
        connection.rollback();
        connection.close();
        database.close();
    }

    @Test
    void fillsEveryType() throws Exception {
        run(SampleTables.WITH_EVERY_TYPE);

        assertThat(fill(WITH_EDGES)).hasToString("dbo.everything: 5 rows");
        assertThat(rows("SELECT COUNT(*), COUNT(DISTINCT id), COUNT(z) FROM everything"))
                .containsExactly("5|5|4");
    }

    @Test
    void makesARowOfEachKindForRoundTrips() throws Exception {
        run(
                "CREATE TABLE kinds (id INT IDENTITY PRIMARY KEY, word NVARCHAR(30) NULL, number INT NULL, once INT UNIQUE)");

        fill(RowOptions.forRoundTrip(42));

        assertThat(rows("SELECT COUNT(*), COUNT(word), COUNT(DISTINCT once), MIN(number), MAX(number) FROM kinds"))
                .containsExactly("10|8|9|-2147483648|2147483647");
        assertThat(rows("SELECT word FROM kinds WHERE number < 0 AND number > -2147483648"))
                .singleElement()
                .asString()
                .matches(" [A-Z][a-z]+'\"\u00e9\u03a9\u6f22  -,./\t;_@%\r\n ");
        assertThat(rows("SELECT COUNT(*) FROM kinds one WHERE EXISTS (SELECT 1 FROM kinds other"
                        + " WHERE other.id > one.id AND other.word = one.word AND other.number = one.number)"))
                .containsExactly("1");
    }

    @Test
    void leavesOutNoKindThatIsAskedFor() throws Exception {
        run("CREATE TABLE kinds (id INT IDENTITY PRIMARY KEY, word NVARCHAR(30) NOT NULL)");
        SchemaSnapshot schema = schema();

        new RowFiller(RowOptions.forRoundTrip(42), table -> Set.of(RowKind.GREATEST, RowKind.EMPTY))
                .fill(connection, schema, schema.tables(), Map.of());

        assertThat(rows("SELECT word FROM kinds ORDER BY id")).containsExactly("", "z".repeat(30));
    }

    @Test
    void leavesOutWhatTheServerMakes() throws Exception {
        run("""
                CREATE TABLE counted (id INT IDENTITY(10,5) NOT NULL PRIMARY KEY,
                    price DECIMAL(9,2) NOT NULL, twice AS (CAST(price * 2 AS DECIMAL(9,2))), note NVARCHAR(20) NULL DEFAULT 'none');
                CREATE TABLE nothing_else (id INT IDENTITY NOT NULL PRIMARY KEY)
                """);

        assertThat(fill(OPTIONS)).hasToString("dbo.counted: 3 rows\ndbo.nothing_else: 3 rows");
        assertThat(rows("SELECT id FROM counted ORDER BY id")).containsExactly("10", "20", "25");
        assertThat(rows("SELECT COUNT(*) FROM counted WHERE note = 'none'")).containsExactly("0");
    }

    @Test
    void leavesDefaultsToTheServerIfAsked() throws Exception {
        run("CREATE TABLE t (id INT NOT NULL PRIMARY KEY, note NVARCHAR(20) NOT NULL DEFAULT 'none')");

        fill(new RowOptions(1, 3, RowOptions.Edges.NONE, RowOptions.Defaults.LEFT, RowOptions.Style.PLAIN));

        assertThat(rows("SELECT DISTINCT note FROM t")).containsExactly("none");
    }

    @Test
    void fillsParentsFirstAndPointsToThem() throws Exception {
        run("""
                CREATE TABLE z_parent (a INT NOT NULL, b NVARCHAR(10) NOT NULL, PRIMARY KEY (a, b));
                CREATE TABLE a_child (id INT IDENTITY PRIMARY KEY, pa INT NOT NULL, pb NVARCHAR(10) NOT NULL,
                    FOREIGN KEY (pa, pb) REFERENCES z_parent (a, b), UNIQUE (pa, pb));
                CREATE TABLE b_child (id INT IDENTITY PRIMARY KEY, pa INT NOT NULL, pb NVARCHAR(10) NULL,
                    FOREIGN KEY (pa, pb) REFERENCES z_parent (a, b))
                """);

        assertThat(fill(OPTIONS)).hasToString("dbo.z_parent: 3 rows\ndbo.a_child: 3 rows\ndbo.b_child: 3 rows");
        assertThat(rows("SELECT COUNT(*) FROM b_child WHERE pb IS NULL")).containsExactly("1");
    }

    @Test
    void letsForeignKeysShareAColumn() throws Exception {
        run("""
                CREATE TABLE tenants (id INT NOT NULL PRIMARY KEY);
                CREATE TABLE users (tenant INT NOT NULL REFERENCES tenants (id), id INT NOT NULL, PRIMARY KEY (tenant, id));
                CREATE TABLE posts (tenant INT NOT NULL REFERENCES tenants (id), id INT NOT NULL, author INT NOT NULL,
                    editor INT NULL, PRIMARY KEY (tenant, id),
                    FOREIGN KEY (tenant, author) REFERENCES users (tenant, id),
                    FOREIGN KEY (tenant, editor) REFERENCES users (tenant, id))
                """);

        assertThat(fill(OPTIONS)).hasToString("dbo.tenants: 3 rows\ndbo.users: 3 rows\ndbo.posts: 3 rows");
    }

    @Test
    void closesCycles() throws Exception {
        run("""
                CREATE TABLE people (id INT IDENTITY NOT NULL PRIMARY KEY, boss INT NULL REFERENCES people (id));
                CREATE TABLE own_root (id INT NOT NULL PRIMARY KEY, root INT NOT NULL REFERENCES own_root (id));
                CREATE TABLE a_team (id INT IDENTITY NOT NULL PRIMARY KEY, captain INT NOT NULL);
                CREATE TABLE b_player (id INT IDENTITY NOT NULL PRIMARY KEY, team INT NULL REFERENCES a_team (id));
                ALTER TABLE a_team ADD CONSTRAINT fk_captain FOREIGN KEY (captain) REFERENCES b_player (id)
                """);

        FillReport report = fill(OPTIONS);

        assertThat(report.notFilled()).isEmpty();
        assertThat(rows("SELECT COUNT(boss) FROM people")).containsExactly("3");
        assertThat(rows("SELECT COUNT(*) FROM own_root")).containsExactly("3");
        assertThat(rows("SELECT COUNT(team) FROM b_player")).containsExactly("3");
        assertThat(rows("SELECT COUNT(*) FROM a_team")).containsExactly("3");
    }

    @Test
    void saysWhatCannotBeFilled() throws Exception {
        run("""
                CREATE TABLE a (id INT NOT NULL PRIMARY KEY, b INT NOT NULL);
                CREATE TABLE b (id INT NOT NULL PRIMARY KEY, a INT NOT NULL REFERENCES a (id));
                ALTER TABLE a ADD CONSTRAINT fk_a_b FOREIGN KEY (b) REFERENCES b (id);
                CREATE TABLE c (id INT NOT NULL PRIMARY KEY, b INT NOT NULL REFERENCES b (id));
                CREATE TABLE d (id INT IDENTITY NOT NULL PRIMARY KEY, d INT NOT NULL REFERENCES d (id));
                CREATE TABLE e (id INT NOT NULL, CONSTRAINT ck_e CHECK (id > 5 AND id < 3))
                """);

        assertThat(fill(OPTIONS).notFilled())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "dbo.a could not be filled: it references dbo.b, which references it in turn, and neither takes NULL",
                        "dbo.b could not be filled: dbo.a, which it references, holds no rows",
                        "dbo.c could not be filled: dbo.b, which it references, holds no rows",
                        "dbo.d could not be filled: d references the table itself and is NOT NULL, and the server makes the"
                                + " values of id",
                        "dbo.e could not be filled: no values were found that satisfy the check ck_e");
    }

    @Test
    void keepsKeysDistinct() throws Exception {
        run("""
                CREATE TABLE t (id INT NOT NULL PRIMARY KEY, flag BIT NULL UNIQUE, code CHAR(1) NOT NULL,
                    kind TINYINT NOT NULL, CONSTRAINT ck_kind CHECK (kind IN (1, 2)), CONSTRAINT uq UNIQUE (kind, code),
                    mail NVARCHAR(50) NULL);
                CREATE UNIQUE INDEX ux_mail ON t (mail) WHERE mail IS NOT NULL
                """);

        assertThat(fill(WITH_EDGES)).hasToString("dbo.t: 3 rows");
    }

    @Test
    void satisfiesChecks() throws Exception {
        requires(ServerAbility.CHECKS_AS_TSQL);
        run("""
                CREATE TABLE checked (
                    id INT NOT NULL PRIMARY KEY,
                    kind NVARCHAR(20) NOT NULL CHECK (kind IN ('Question', 'Answer', 'Comment')),
                    priority INT NOT NULL CHECK (priority BETWEEN 1 AND 5),
                    code CHAR(5) NOT NULL CHECK (code LIKE 'AB___' AND code NOT LIKE '%z%'),
                    pin VARCHAR(10) NOT NULL CHECK (LEN(pin) = 6 AND pin = UPPER(pin)),
                    low INT NOT NULL, high INT NOT NULL,
                    total DECIMAL(9,2) NOT NULL, part DECIMAL(9,2) NOT NULL, rest DECIMAL(9,2) NOT NULL,
                    born DATE NULL CHECK (born >= '19000101' AND born < '19500101'),
                    starts DATETIME2(3) NOT NULL, ends DATETIME2(3) NULL,
                    mail NVARCHAR(50) NULL, phone NVARCHAR(50) NULL,
                    CONSTRAINT ck_order CHECK (low < high), CONSTRAINT ck_sum CHECK (part + rest = total),
                    CONSTRAINT ck_ends CHECK (ends IS NULL OR ends > starts),
                    CONSTRAINT ck_reach CHECK (mail IS NOT NULL OR phone IS NOT NULL),
                    CONSTRAINT ck_not CHECK (NOT (priority = 5 AND kind = 'Comment')))
                """);

        assertThat(fill(WITH_EDGES)).hasToString("dbo.checked: 5 rows");
    }

    @Test
    void triesAgainWhereACheckIsNotUnderstood() throws Exception {
        requires(ServerAbility.CHECKS_AS_TSQL);
        run("""
                CREATE TABLE guessed (id INT NOT NULL PRIMARY KEY, name VARCHAR(10) NOT NULL,
                    CONSTRAINT ck_guess CHECK (CASE WHEN id % 2 = 0 THEN 1 ELSE 0 END = 1));
                CREATE TABLE hopeless (id INT NOT NULL PRIMARY KEY,
                    CONSTRAINT ck_hopeless CHECK (CASE WHEN id = 0 THEN 1 ELSE 0 END = 1))
                """);

        FillReport report = fill(OPTIONS);

        assertThat(report.filled()).hasToString("[dbo.guessed: 3 rows]");
        assertThat(report.notFilled())
                .singleElement()
                .asString()
                .matches(
                        "dbo.hopeless could not be filled: the database refused \\(error \\d+\\) because of ck_hopeless");
    }

    @Test
    void findsItsWayRoundRowsThatAreThere() throws Exception {
        run("""
                CREATE TABLE few (id TINYINT NOT NULL PRIMARY KEY, CONSTRAINT ck_few CHECK (id BETWEEN 1 AND 4));
                INSERT INTO few VALUES (1); INSERT INTO few VALUES (2)
                """);

        fill(OPTIONS);

        assertThat(rows("SELECT COUNT(*) FROM few")).containsExactly("4");
    }

    @Test
    void givesValuesToNewColumns() throws Exception {
        requires(ServerAbility.ROW_LOCATORS);
        run("""
                CREATE TABLE users (id INT IDENTITY NOT NULL PRIMARY KEY, name NVARCHAR(20) NOT NULL);
                CREATE TABLE roles (id INT NOT NULL PRIMARY KEY);
                CREATE TABLE loose (word NVARCHAR(20) NOT NULL)
                """);
        fill(OPTIONS);
        run("""
                ALTER TABLE users ADD status VARCHAR(10) NOT NULL CONSTRAINT df_status DEFAULT 'new';
                ALTER TABLE users ADD mail NVARCHAR(50) NULL;
                ALTER TABLE users ADD role INT NULL;
                ALTER TABLE users ADD kept INT NULL;
                ALTER TABLE users ADD CONSTRAINT fk_role FOREIGN KEY (role) REFERENCES roles (id);
                ALTER TABLE users ADD CONSTRAINT ck_status CHECK (status IN ('new', 'old', 'gone'));
                CREATE UNIQUE INDEX ux_mail ON users (mail) WHERE mail IS NOT NULL;
                ALTER TABLE loose ADD number INT NOT NULL DEFAULT 0
                """);
        run("UPDATE users SET kept = 7");

        FillReport report = update("users", "status", "mail", "role", "kept").and(update("loose", "number"));

        assertThat(report).hasToString("""
                dbo.users.status: 3 rows
                dbo.users.mail: 3 rows
                dbo.users.role: 3 rows
                dbo.users.kept: 3 rows
                dbo.loose.number: 3 rows""");
        assertThat(rows("SELECT COUNT(DISTINCT mail), COUNT(role), COUNT(DISTINCT kept), MAX(kept) FROM users"))
                .containsExactly("3|3|1|7");
        assertThat(rows("SELECT COUNT(*) FROM loose WHERE number = 0")).containsExactly("0");
    }

    @Test
    void reportsOneBadColumnAmongOthers() throws Exception {
        run("CREATE TABLE t (id INT NOT NULL PRIMARY KEY)");
        fill(OPTIONS);
        run("""
                ALTER TABLE t ADD good INT NULL;
                ALTER TABLE t ADD bad INT NULL;
                ALTER TABLE t ADD CONSTRAINT ck_bad CHECK (bad IS NULL)
                """);

        FillReport report = update("t", "good", "bad");

        assertThat(report.filled()).hasToString("[dbo.t.good: 3 rows]");
        assertThat(report.notFilled())
                .hasToString("[dbo.t.bad could not be filled: only NULL satisfies its constraints, or what it"
                        + " references holds no rows]");
    }

    @Test
    void doesNotDependOnTheOrderOfTables() throws Exception {
        String tables = """
                CREATE TABLE a (id INT NOT NULL PRIMARY KEY, name NVARCHAR(20) NOT NULL);
                CREATE TABLE b (id INT NOT NULL PRIMARY KEY, a INT NOT NULL REFERENCES a (id), at DATETIME2(3) NOT NULL)
                """;
        run(tables);
        fill(OPTIONS);
        List<String> first = rows("SELECT a.id, name, b.id, at FROM a JOIN b ON b.a = a.id ORDER BY b.id");
        run("DELETE FROM b; DELETE FROM a");
        SchemaSnapshot schema = schema();
        List<Table> backwards = new ArrayList<>(schema.tables());
        Collections.reverse(backwards);

        new RowFiller(OPTIONS).fill(connection, schema, backwards, Map.of());

        assertThat(rows("SELECT a.id, name, b.id, at FROM a JOIN b ON b.a = a.id ORDER BY b.id"))
                .hasSize(3)
                .isEqualTo(first);
    }

    @Test
    void leavesTheTransactionOpen() throws Exception {
        requires(ServerAbility.CHECKS_AS_TSQL);
        run(
                "CREATE TABLE t (id INT NOT NULL PRIMARY KEY, CONSTRAINT ck CHECK (CASE WHEN id = 0 THEN 1 ELSE 0 END = 1))");
        connection.commit();

        fill(OPTIONS);

        assertThat(connection.getAutoCommit()).isFalse();
        run("INSERT INTO t VALUES (0)");
        connection.rollback();
        assertThat(rows("SELECT COUNT(*) FROM t")).containsExactly("0");
    }

    @Test
    void leavesNothingBehindWhereItCannotGoOn() throws Exception {
        run("CREATE TABLE a (id INT NOT NULL PRIMARY KEY); CREATE TABLE b (id INT NOT NULL PRIMARY KEY)");
        connection.commit();
        SchemaSnapshot schema = schema();
        connection.setAutoCommit(true);

        assertThatThrownBy(() -> new RowFiller(OPTIONS).fill(losingTheSecondTable(), schema, schema.tables(), Map.of()))
                .hasMessage("Connection reset");

        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(rows("SELECT COUNT(*) FROM a")).containsExactly("0");
        connection.setAutoCommit(false);
    }

    /** The connection, but for the second savepoint. */
    private Connection losingTheSecondTable() {
        AtomicInteger savepoints = new AtomicInteger();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("setSavepoint") && savepoints.incrementAndGet() == 2) {
                        throw new SQLException("Connection reset");
                    }
                    return method.invoke(connection, arguments);
                });
    }

    @Test
    void fillsSpringBatch() throws Exception {
        requires(ServerAbility.SEQUENCES_WITHOUT_CYCLE);
        run(script("org/springframework/batch/core/schema-sqlserver.sql"));

        FillReport report = fill(WITH_EDGES);

        assertThat(report.notFilled()).isEmpty();
        assertThat(report.filled())
                .hasSize(6)
                .allSatisfy(filled -> assertThat(filled.rows()).isEqualTo(5));
    }

    @Test
    void fillsSpringSession() throws Exception {
        requires(ServerAbility.NAMES_AS_WRITTEN);
        run(script("org/springframework/session/jdbc/schema-sqlserver.sql"));

        assertThat(fill(WITH_EDGES)).hasToString("dbo.SPRING_SESSION: 5 rows\ndbo.SPRING_SESSION_ATTRIBUTES: 5 rows");
    }

    void requires(ServerAbility ability) {
        ability.require(database);
    }

    FillReport fill(RowOptions options) throws SQLException {
        SchemaSnapshot schema = schema();
        return new RowFiller(options).fill(connection, schema, schema.tables(), Map.of());
    }

    private FillReport update(String table, String... columns) throws SQLException {
        SchemaSnapshot schema = schema();
        Table found = schema.table("dbo", table).orElseThrow();
        List<Column> added = found.columns().stream()
                .filter(column -> List.of(columns).contains(column.name()))
                .toList();
        return new RowFiller(OPTIONS).fill(connection, schema, List.of(), Map.of(found, added));
    }

    /** As whoever fills has read it: outside of a transaction, which a question that a server refuses could doom. */
    private SchemaSnapshot schema() throws SQLException {
        boolean isAutoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        SchemaSnapshot schema = SchemaReader.of(connection).read(connection);
        connection.setAutoCommit(isAutoCommit);
        return schema;
    }

    void run(String tsql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements(tsql)) {
                statement.execute(each);
            }
        }
    }

    private List<String> rows(String query) throws SQLException {
        return QueriedRows.of(connection, query);
    }

    private static String script(String name) throws IOException {
        try (InputStream script = RowFillerTestCase.class.getClassLoader().getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
