package dev.palindrome.h2;

import dev.palindrome.h2.H2Definitions.ConstraintView;
import dev.palindrome.h2.catalogue.ObjectDefinitions;
import dev.palindrome.h2.catalogue.ScriptFromInside;
import dev.palindrome.h2.collation.PaddedTexts;
import dev.palindrome.h2.script.DatabaseScript;
import dev.palindrome.h2.script.SqlScripts;
import dev.palindrome.h2.session.EngineShutdown;
import dev.palindrome.h2.session.H2Session;
import dev.palindrome.h2.session.SchemaMap;
import dev.palindrome.h2.snapshot.InsideSnapshot;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbc.JdbcResultSet;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.value.ValueNull;

/** Does what H2's inside must be known for, in small databases of its own, and sees through SQL whether it was right. */
final class InsideTrial {

    private static final String SCHEMA = """
            CREATE DOMAIN whole AS INT; CREATE DOMAIN small AS whole; CREATE ROLE reader;
            CREATE TABLE t (id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name VARCHAR(9) UNIQUE, text CLOB);
            CREATE TABLE u (id INT, t_id INT REFERENCES t (id) ON DELETE CASCADE); CREATE INDEX ix ON u (id DESC);
            CREATE VIEW v AS SELECT id FROM t; CREATE VIEW w AS SELECT id FROM v; CREATE FORCE VIEW x AS SELECT 1 FROM no;
            CREATE SEQUENCE s; CREATE CONSTANT "procedure:p" VALUE 'palindrome 1'; CREATE TRIGGER r AFTER INSERT, DELETE ON u CALL 'dev.palindrome.h2.kept.KeptTrigger'; CREATE SYNONYM y FOR u; CREATE SCHEMA d; CREATE TABLE d.q (id INT); GRANT SELECT ON t TO reader; COMMENT ON TABLE t IS 't';
            INSERT INTO t (name, text) VALUES ('a', 'x'), ('b', NULL), ('c', NULL); INSERT INTO u VALUES (1, 1), (2, 1)""";

    private static final String OTHER_ROWS = """
            INSERT INTO t (name) VALUES ('d'); DELETE FROM t WHERE id = 2; UPDATE t SET text = 'y' WHERE id = 1;
            CALL NEXT VALUE FOR s""";

    private static final String OTHER_SCHEMA = """
            ALTER TABLE t ADD more INT; DROP VIEW w; CREATE INDEX ix_more ON u (t_id, id); DROP SEQUENCE s;
            CREATE GLOBAL TEMPORARY TABLE g (id INT); SET MAX_MEMORY_ROWS 7; DELETE FROM u""";

    private InsideTrial() {}

    static String version() throws SQLException {
        try (Connection connection = emptyDatabase("").getConnection()) {
            return H2Version.of(connection);
        }
    }

    /** Ends in whatever is thrown where classes or methods are missing, or in an {@link IllegalStateException}. */
    static void run() throws SQLException {
        DataSource source = emptyDatabase(";IGNORECASE=TRUE");
        try (Connection connection = source.getConnection()) {
            run(connection, SCHEMA);
            reset(source, connection, OTHER_ROWS, H2Restoration.Extent.TABLES);
            reset(source, connection, OTHER_SCHEMA, H2Restoration.Extent.EVERYTHING);
            seeLockedRows(source, connection);
            readDefinitions(connection);
            copy(connection);
            findSchemas();
            readValues(connection);
        }
        compareTexts();
    }

    private static DataSource emptyDatabase(String settings) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:palindrome_trial_" + UUID.randomUUID() + settings);
        source.setUser("sa");
        return source;
    }

    private static void run(Connection connection, String script) throws SQLException {
        SqlRunner.on(connection).run(List.of(script.split(";\\s+")));
    }

    private static void reset(DataSource source, Connection connection, String change, H2Restoration.Extent extent)
            throws SQLException {
        List<String> before = everything(connection);
        try (H2Snapshot snapshot = InsideSnapshot.of("trial", source)) {
            run(connection, change);
            require(snapshot.inspect().extent() == extent, "what was written");
            snapshot.restore();
            require(everything(connection).equals(before), "what a reset puts back");
        }
    }

    private static void seeLockedRows(DataSource source, Connection connection) throws SQLException {
        try (Connection other = source.getConnection()) {
            other.setAutoCommit(false);
            SqlRunner.on(other).query("SELECT id FROM t FOR UPDATE").texts();
            require(H2Session.of(connection).openTransactions().size() == 1, "who has locked rows");
            other.rollback();
        }
    }

    private static void readDefinitions(Connection connection) throws SQLException {
        H2Definitions definitions = ObjectDefinitions.of(connection).orElseThrow();
        boolean known = definitions
                .others()
                .equals(ObjectDefinitions.of(connection).orElseThrow().others());
        require(
                definitions.tables("Q").size() == 1
                        && known
                        && definitions.recorded().size() == 1
                        && definitions.views().size() == 3
                        && definitions.cascades().size() == 1,
                "definitions");
        try (ResultSet rows = definitions.constraints(ConstraintView.KEY_COLUMN_USAGE, List.of("U"))) {
            require(
                    rows.next() && rows.getInt("POSITION_IN_UNIQUE_CONSTRAINT") == 1 && !rows.next(),
                    "the columns of keys");
        }
    }

    private static void copy(Connection connection) throws SQLException {
        try (Connection empty = emptyDatabase("").getConnection()) {
            H2Dump dump = H2Dump.withSharedRows(new ScriptFromInside(), connection);
            dump.makeIn(empty);
            require(dump.sharedEntries() > 0, "where rows are");
            require(everything(empty).equals(everything(connection)), "what a clone has");
            EngineShutdown.of(empty).run();
        }
    }

    private static void findSchemas() throws SQLException {
        try (Connection empty =
                emptyDatabase(";CASE_INSENSITIVE_IDENTIFIERS=TRUE").getConnection()) {
            SchemaMap.ignoreCase(empty);
            run(empty, "CREATE SCHEMA \"Mixed\"; CREATE TABLE \"mixed\".\"t\" (id INT)");
            require(SqlRunner.on(empty).query("SELECT id FROM MIXED.T").texts().isEmpty(), "names of schemas");
        }
    }

    /** As the rows of functions are read. */
    private static void readValues(Connection connection) throws SQLException {
        boolean known = SqlRunner.on(connection)
                .query("SELECT CAST(NULL AS INT), 1")
                .first(row -> {
                    JdbcResultSet values = row.unwrap(JdbcResultSet.class);
                    return values.getInternal(1) == ValueNull.INSTANCE
                            && values.getInternal(2).getInt() == 1;
                })
                .orElse(false);
        require(known, "the values of a row");
    }

    /** In an order that does not depend on H2's numbers. */
    private static List<String> everything(Connection connection) throws SQLException {
        DatabaseScript script = new SqlScripts().withoutPasswords(connection);
        return Stream.concat(script.settings().stream(), script.statements().stream())
                .sorted()
                .toList();
    }

    private static void compareTexts() throws SQLException {
        try (Connection connection = emptyDatabase(";IGNORECASE=TRUE").getConnection()) {
            PaddedTexts.compareIn(connection);
            run(
                    connection,
                    "CREATE TABLE t (id INT, a VARCHAR(9), b CHAR(3), c VARCHAR_CASESENSITIVE(9)); "
                            + "INSERT INTO t VALUES (1, 'a', 'a', 'a'), (2, 'A ', 'A', 'A'), (3, 'a ', 'a', 'a ')");
            require(
                    SqlRunner.on(connection)
                            .query("SELECT (SELECT COUNT(DISTINCT a) FROM t) || (SELECT COUNT(DISTINCT b) FROM t)"
                                    + " || (SELECT COUNT(DISTINCT c) FROM t)")
                            .texts()
                            .equals(List.of("112")),
                    "how texts compare");
        }
    }

    private static void require(boolean isTrue, String what) {
        if (!isTrue) {
            throw new IllegalStateException("Seen from inside it is another thing: " + what + ".");
        }
    }
}
