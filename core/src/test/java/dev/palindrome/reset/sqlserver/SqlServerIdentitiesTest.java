package dev.palindrome.reset.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.CapturedLog;
import dev.palindrome.reset.ResetException;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SqlServerIdentitiesTest {

    private static final String CATALOGUE = SqlServerQueries.IDENTITIES.sql();
    private static final String HAS_ROWS =
            "SELECT CASE WHEN EXISTS (SELECT * FROM [dbo].[ö]) THEN 1 ELSE 0 END AS has_rows";
    private final ScriptedServer server = new ScriptedServer()
            .answering(SqlServerQueries.TABLES.sql(), ScriptedTables.table(1, "ö"), ScriptedTables.table(2, "o'c"));
    private final SqlServerLayout layout = layout();

    @Test
    void onlyWhatHasMovedIsPutBack() throws SQLException {
        server.answering(CATALOGUE, last(1, 7), last(2, null))
                .answering(CATALOGUE, last(1, 7), last(2, 3))
                .answering(CATALOGUE, last(1, 7), last(2, 0));
        SqlServerIdentities identities = identities();

        identities.putBack(layout, identities.now());
        assertThat(server.orders()).containsExactly("DBCC CHECKIDENT ('[dbo].[o''c]', RESEED, 0) WITH NO_INFOMSGS");
        identities.putBack(layout, identities.now());
        assertThat(server.orders()).isEmpty();
    }

    @Test
    void whatWasTruncatedDoesNotTellAndIsPutBackEachTime() throws SQLException {
        server.answering(CATALOGUE, last(1, 7)).answering(CATALOGUE, last(1, null));
        SqlServerIdentities identities = identities();

        for (int i = 0; i < 2; i++) {
            identities.putBack(layout, identities.now());
            assertThat(server.orders()).containsExactly("DBCC CHECKIDENT (N'[dbo].[ö]', RESEED, 8) WITH NO_INFOMSGS");
        }
    }

    @Test
    void anEmptyTableIsTruncatedWhereNothingComesBeforeTheFirstValue() throws SQLException {
        server.answering(CATALOGUE, lowest(null))
                .answering(CATALOGUE, lowest(1))
                .answering(CATALOGUE, lowest(null))
                .answering(HAS_ROWS, ScriptedRow.of("has_rows", 0));

        SqlServerIdentities identities = identities();
        identities.putBack(layout, identities.now());

        assertThat(server.orders()).containsExactly(HAS_ROWS, "TRUNCATE TABLE [dbo].[ö]");
    }

    @Test
    void aTableWithRowsIsNotTruncated() throws SQLException {
        server.answering(CATALOGUE, lowest(null))
                .answering(CATALOGUE, lowest(1))
                .answering(HAS_ROWS, ScriptedRow.of("has_rows", 1));
        SqlServerIdentities identities = identities();

        assertThatThrownBy(() -> identities.putBack(layout, identities.now()))
                .isExactlyInstanceOf(ResetException.class)
                .hasMessage("The identity of [dbo].[ö] cannot be put back: its type has no value before the first,"
                        + " and the table has rows.");
        assertThat(server.orders()).containsExactly(HAS_ROWS);
    }

    @Test
    void anIdentityThatHadGivenItsLastValueCannotComeBackAfterTruncating() throws SQLException {
        server.answering(CATALOGUE, lowest(255)).answering(CATALOGUE, lowest(null));
        SqlServerIdentities identities = identities();

        assertThatThrownBy(() -> identities.putBack(layout, identities.now()))
                .isExactlyInstanceOf(ResetException.class)
                .hasMessage("The identity of [dbo].[ö] cannot be put back: it had given the last value of its type,"
                        + " and the table was truncated.");
    }

    @Test
    void saysWhereTheServerDidNotDoAsItWasTold() throws SQLException {
        server.answering(CATALOGUE, last(1, 7)).answering(CATALOGUE, last(1, 1000));
        SqlServerIdentities identities = identities();

        assertThatThrownBy(() -> identities.putBack(layout, identities.now()))
                .isExactlyInstanceOf(ResetException.class)
                .hasMessage("The identity of [dbo].[ö] could not be put back: its next value is 1001 and should be 8.");
    }

    @Test
    void anIdentityOfWhichTheServerSaysSeveralThingsIsLeftAlone() throws SQLException {
        server.answering(CATALOGUE, last(1, 7), last(1, 2)).answering(CATALOGUE, last(1, 9), last(1, 2));
        assertLeftAlone();
    }

    /** The columns of sys.identity_columns may be NULL. */
    @Test
    void anIdentityOfWhichTheServerDoesNotSayWhereItBeganIsLeftAlone() throws SQLException {
        ScriptedRow untold = ScriptedRow.of(
                "object_id",
                1,
                "seed_value",
                null,
                "increment_value",
                1,
                "last_value",
                3,
                "type_name",
                "int",
                "precision",
                10);
        server.answering(CATALOGUE, untold).answering(CATALOGUE, untold);
        assertLeftAlone();
    }

    private void assertLeftAlone() throws SQLException {
        try (CapturedLog log = new CapturedLog(SqlServerIdentities.class)) {
            SqlServerIdentities identities = identities();
            identities.putBack(layout, identities.now());

            assertThat(server.orders()).isEmpty();
            assertThat(log.lines())
                    .containsExactly("WARN The identities of [dbo].[ö] are not put back:"
                            + " the server does not say, or says several things, where they stand");
        }
    }

    /** Microsoft: transact-sql-constructs-not-supported-by-in-memory-oltp (DBCC CHECKIDENT, TRUNCATE TABLE). */
    @Test
    void theIdentityOfAMemoryOptimisedTableComesBackWithTheWholeAlone() throws SQLException {
        ScriptedServer memory = new ScriptedServer()
                .answering(
                        SqlServerQueries.TABLES.sql(),
                        ScriptedRow.of(
                                "object_id", 1, "schema_name", "dbo", "table_name", "m", "kind", "MEMORY_OPTIMIZED"));
        memory.answering(CATALOGUE, last(1, 7)).answering(CATALOGUE, last(1, 9));
        SqlServerLayout itsLayout = SqlServerLayoutReader.read(ScriptedTables.connect(memory));

        SqlServerIdentities ofMemory = identities(ScriptedTables.connect(memory), itsLayout);
        ofMemory.putBack(itsLayout, ofMemory.now());

        assertThat(memory.orders()).isEmpty();
    }

    private SqlServerIdentities identities() throws SQLException {
        return identities(ScriptedTables.connect(server), layout);
    }

    private static SqlServerIdentities identities(SqlServerConnection connection, SqlServerLayout layout)
            throws SQLException {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        Answer<SqlServerIdentities.Told> told = SqlServerIdentities.ask(batch);
        connection.run(batch);
        return new SqlServerIdentities(connection, layout, told.rows());
    }

    private SqlServerLayout layout() {
        try {
            return SqlServerLayoutReader.read(ScriptedTables.connect(server));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static ScriptedRow last(int table, Integer last) {
        return identity(table, 1, last, "int", 10);
    }

    private static ScriptedRow lowest(Integer last) {
        return identity(1, 0, last, "tinyint", 3);
    }

    private static ScriptedRow identity(int table, int seed, Integer last, String type, int precision) {
        return ScriptedRow.of(
                "object_id",
                table,
                "seed_value",
                seed,
                "increment_value",
                1,
                "last_value",
                last,
                "type_name",
                type,
                "precision",
                precision);
    }
}
