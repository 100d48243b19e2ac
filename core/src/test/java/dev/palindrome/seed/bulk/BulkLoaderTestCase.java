package dev.palindrome.seed.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.SeededDatabaseTestCase;
import dev.palindrome.seed.ServerAbility;
import dev.palindrome.seed.refusal.RowRefusedException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What bulk loading must do on every engine. */
abstract class BulkLoaderTestCase extends SeededDatabaseTestCase {

    @Test
    void loadsRows() throws SQLException {
        database.run("CREATE TABLE t (id INT NOT NULL PRIMARY KEY, name NVARCHAR(20) NULL, n INT NOT NULL DEFAULT 7)");

        assertThat(load("t", List.of("id", "name"), new Object[] {1, "one"}, new Object[] {2, null}))
                .isEqualTo(2);

        assertThat(database.rows("SELECT id, name, n FROM t ORDER BY id")).containsExactly("1|one|7", "2|null|7");
    }

    @Test
    void keepsIdentitiesAndCountsOnFromBehindThem() throws SQLException {
        database.requires(ServerAbility.IDENTITIES_BY_BULK_COPY);
        database.run("CREATE TABLE t (id INT IDENTITY(1,1) NOT NULL PRIMARY KEY, name NVARCHAR(20) NULL)");

        load("t", List.of("id", "name"), new Object[] {7, "seven"}, new Object[] {3, "three"});
        database.run("INSERT INTO t (name) VALUES ('next')");

        assertThat(database.rows("SELECT id, name FROM t ORDER BY id")).containsExactly("3|three", "7|seven", "8|next");
    }

    @Test
    void namesTheRowThatIsRefusedAndKeepsNone() throws SQLException {
        database.run(
                "CREATE TABLE t (id INT NOT NULL CONSTRAINT pk_t PRIMARY KEY, n INT NULL CONSTRAINT ck_n CHECK (n > 0))");
        Iterator<Object[]> rows = IntStream.rangeClosed(1, 2500)
                .mapToObj(i -> new Object[] {i, i == 2001 ? -5 : i})
                .iterator();

        assertThatThrownBy(() -> load("t", List.of("id", "n"), rows))
                .isInstanceOf(RowRefusedException.class)
                .hasMessageMatching("Row 2001 for dbo\\.t was refused: it breaks the check ck_n\\."
                        + " No row of this load was kept\\.");
        assertThat(database.rows("SELECT COUNT(*) FROM t")).containsExactly("0");
    }

    @Test
    void namesTheRuleThatARowBreaks() throws SQLException {
        database.requires(ServerAbility.KEYS_CHECKED_BY_BULK_COPY);
        database.run("""
                CREATE TABLE p (id INT NOT NULL CONSTRAINT pk_p PRIMARY KEY);
                CREATE TABLE t (id INT NOT NULL CONSTRAINT pk_t PRIMARY KEY, name NVARCHAR(5) NOT NULL,
                    email VARCHAR(50) NULL CONSTRAINT uq_email UNIQUE, p INT NULL CONSTRAINT fk_p REFERENCES p (id))
                """);
        List<String> columns = List.of("id", "name", "email", "p");
        Object[] good = {1, "a", "a@example.com", null};

        assertThat(refusal(columns, good, new Object[] {1, "b", null, null}))
                .isEqualTo("Row 2 for dbo.t was refused: another row has the same id (primary key pk_t)."
                        + " No row of this load was kept.");
        assertThat(refusal(columns, good, new Object[] {2, "b", "a@example.com", null}))
                .isEqualTo("Row 2 for dbo.t was refused: another row has the same email (unique constraint uq_email)."
                        + " No row of this load was kept.");
        assertThat(refusal(columns, good, new Object[] {2, "b", null, 9}))
                .isEqualTo("Row 2 for dbo.t was refused: dbo.p has no row for its p (foreign key fk_p)."
                        + " No row of this load was kept.");
        assertThat(refusal(columns, good, new Object[] {2, null, "b", null}))
                .isEqualTo("Row 2 for dbo.t was refused: it has no value for name, which is NOT NULL."
                        + " No row of this load was kept.");
        assertThat(refusal(columns, good, new Object[] {2, "longer", "b", null}))
                .isEqualTo("Row 2 for dbo.t was refused: the column name takes a text of at most 5 characters."
                        + " No row of this load was kept.");
        assertThat(database.rows("SELECT COUNT(*) FROM t")).containsExactly("0");
    }

    @Test
    void doesAsAnInsertDoesWithNullsAndDefaults() throws SQLException {
        database.run("CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT NULL DEFAULT 1, b INT NULL DEFAULT 2)");

        load("t", List.of("id", "a"), new Object[] {1, null}, new Object[] {2, 7});
        load("t", List.of("id", "a", "b"), new Object[] {3, null, 8});
        load("t", List.of("id"), new Object[] {4});

        assertThat(database.rows("SELECT id, a, b FROM t ORDER BY id"))
                .containsExactly("1|null|2", "2|7|2", "3|null|8", "4|1|2");
    }

    @Test
    void keepsEveryTypeAsItIs() throws SQLException {
        database.requires(ServerAbility.TIMES_BY_BULK_COPY);
        database.run("""
                CREATE TABLE t (
                    a BIT NULL, b TINYINT NULL, c SMALLINT NULL, d INT NULL, e BIGINT NULL, f DECIMAL(38,10) NULL,
                    g NUMERIC(5,0) NULL, h MONEY NULL, i SMALLMONEY NULL, j FLOAT NULL, k REAL NULL, l DATE NULL,
                    m TIME(7) NULL, n DATETIME NULL, o SMALLDATETIME NULL, p DATETIME2(7) NULL, q DATETIME2(0) NULL,
                    r DATETIMEOFFSET(7) NULL, s CHAR(3) NULL, t VARCHAR(20) NULL, u NCHAR(3) NULL,
                    v NVARCHAR(MAX) NULL, w BINARY(2) NULL, x VARBINARY(MAX) NULL, y UNIQUEIDENTIFIER NULL,
                    z VARCHAR(MAX) NULL)
                """);
        List<String> columns =
                database.table("t").columns().stream().map(Column::name).toList();
        String text = "Zoë 東京 \uD83D\uDE00\r\n'\"\t";
        Object[] row = {
            true,
            255,
            -32768,
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            new BigDecimal("-1234567890123456789012345678.0123456789"),
            99999,
            new BigDecimal("-922337203685477.5808"),
            new BigDecimal("214748.3647"),
            1.0 / 3,
            0.1f,
            LocalDate.of(1, 1, 1),
            LocalTime.parse("23:59:59.9999999"),
            LocalDateTime.parse("1753-01-01T00:00:00.123"),
            LocalDateTime.parse("2079-06-06T23:59:29"),
            LocalDateTime.parse("9999-12-31T23:59:59.9999999"),
            LocalDateTime.parse("2026-03-29T02:30:00"),
            OffsetDateTime.parse("2026-10-25T02:30:00.1234567-11:30"),
            "abc",
            "Müller",
            "äöü",
            text.repeat(1000),
            new byte[] {1, -1},
            new byte[100_000],
            UUID.fromString("6f9619ff-8b86-d011-b42d-00c04fc964ff"),
            "x".repeat(9000)
        };

        load("t", columns, row, new Object[columns.size()]);

        assertThat(database.rows("SELECT a, b, c, d, e, f, g, h, i, j, k FROM t WHERE a IS NOT NULL"))
                .hasSize(1)
                .first()
                .asString()
                .matches("(1|TRUE)\\|255\\|-32768\\|-2147483648\\|9223372036854775807"
                        + "\\|-1234567890123456789012345678\\.0123456789\\|99999\\|-922337203685477\\.5808"
                        + "\\|214748\\.3647\\|0\\.3333333333333333\\|0\\.1");
        assertThat(database.rows("SELECT COUNT(*) FROM t WHERE l = '0001-01-01' AND m = '23:59:59.9999999'"
                        + " AND n = '1753-01-01T00:00:00.123' AND o = '2079-06-06T23:59:00'"
                        + " AND p = '9999-12-31T23:59:59.9999999' AND q = '2026-03-29T02:30:00'"
                        + " AND r = '2026-10-25T14:00:00.1234567+00:00'"))
                .containsExactly("1");
        assertThat(offset("SELECT r FROM t WHERE a IS NOT NULL")).isEqualTo(row[17]);
        assertThat(database.rows("SELECT s, t, u, v, z, LOWER(CAST(y AS VARCHAR(36))) FROM t WHERE a IS NOT NULL"))
                .containsExactly(String.join(
                        "|", "abc", "Müller", "äöü", (String) row[21], (String) row[25], row[24].toString()));
        assertThat(bytes("SELECT w FROM t WHERE a IS NOT NULL")).isEqualTo((byte[]) row[22]);
        assertThat(bytes("SELECT x FROM t WHERE a IS NOT NULL")).isEqualTo((byte[]) row[23]);
        assertThat(
                        database.rows(
                                "SELECT COUNT(*) FROM t WHERE a IS NULL AND h IS NULL AND m IS NULL AND x IS NULL AND y IS NULL"))
                .containsExactly("1");
    }

    @Test
    void takesTheSameFromTexts() throws SQLException {
        database.requires(ServerAbility.TIMES_BY_BULK_COPY);
        database.run("""
                CREATE TABLE t (a BIT NULL, b INT NULL, c DECIMAL(9,2) NULL, d FLOAT NULL, e DATE NULL, f TIME(3) NULL,
                    g DATETIME NULL, h DATETIMEOFFSET(3) NULL, i UNIQUEIDENTIFIER NULL, j VARBINARY(4) NULL, k MONEY NULL)
                """);
        List<String> columns =
                database.table("t").columns().stream().map(Column::name).toList();

        load("t", columns, new Object[] {
            "1",
            " 42",
            "1.005",
            "1E-3",
            "2026-01-31",
            "12:00:01.5",
            "2026-01-31 12:00:01.500",
            "2026-01-31 12:00:01.5000000 +01:00",
            "{6F9619FF-8B86-D011-B42D-00C04FC964FF}",
            "0xCAFE",
            "-0.5"
        });

        assertThat(database.rows("SELECT b, c, d, k FROM t")).containsExactly("42|1.01|0.001|-0.5000");
        assertThat(database.rows("SELECT COUNT(*) FROM t WHERE e = '2026-01-31' AND f = '12:00:01.5'"
                        + " AND g = '2026-01-31T12:00:01.5' AND h = '2026-01-31T12:00:01.5+01:00'"))
                .containsExactly("1");
        assertThat(database.rows(
                        "SELECT COUNT(*) FROM t WHERE a = 1 " + " AND i = '6F9619FF-8B86-D011-B42D-00C04FC964FF'"))
                .containsExactly("1");
    }

    @Test
    void worksWithinARunningTransaction() throws SQLException {
        database.requires(ServerAbility.BULK_COPY_TO_A_SAVEPOINT);
        database.run("CREATE TABLE t (id INT NOT NULL PRIMARY KEY)");
        // As a seed run does: a question that a server refuses could doom a transaction.
        Table table = database.table("t");
        database.connection().setAutoCommit(false);

        database.run("INSERT INTO t (id) VALUES (1)");
        load(table, List.of("id"), rows(new Object[] {2}));
        assertThatThrownBy(() -> load(table, List.of("id"), rows(new Object[] {3}, new Object[] {1})))
                .isInstanceOf(RowRefusedException.class);
        assertThat(database.rows("SELECT id FROM t ORDER BY id")).containsExactly("1", "2");

        database.connection().rollback();
        assertThat(database.rows("SELECT id FROM t")).isEmpty();
    }

    @Test
    void takesNamesThatNeedBrackets() throws SQLException {
        database.run("CREATE TABLE [odd table] ([a b] INT NULL, [order] INT NULL)");

        load("odd table", List.of("order", "a b"), new Object[] {1, 2});

        assertThat(database.rows("SELECT [a b], [order] FROM [odd table]")).containsExactly("2|1");
    }

    private OffsetDateTime offset(String sql) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        }
    }

    private byte[] bytes(String sql) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBytes(1);
        }
    }

    private String refusal(List<String> columns, Object[]... rows) {
        Throwable failure = catchThrowable(() -> load("t", columns, rows));
        assertThatCode(database::reconnect).doesNotThrowAnyException();
        return String.valueOf(failure.getMessage());
    }

    private long load(String table, List<String> columns, Object[]... rows) throws SQLException {
        return load(table, columns, rows(rows));
    }

    private long load(String table, List<String> columns, Iterator<Object[]> rows) throws SQLException {
        return load(database.table(table), columns, rows);
    }

    private static Iterator<Object[]> rows(Object[]... rows) {
        return Stream.of(rows).iterator();
    }

    private long load(Table table, List<String> names, Iterator<Object[]> rows) throws SQLException {
        List<Column> columns = names.stream()
                .map(wanted -> table.columns().stream()
                        .filter(column -> column.name().equals(wanted))
                        .findFirst()
                        .orElseThrow())
                .toList();
        return BulkLoader.of(database.connection())
                .load(database.connection(), table, columns, rows, LoadProgress.of(table));
    }
}
