package dev.palindrome.reset.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.CapturedLog;
import dev.palindrome.CountingDataSource;
import dev.palindrome.database.Database;
import dev.palindrome.database.Databases;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.reset.OpenTransactionException;
import dev.palindrome.reset.ResetStrategy;
import dev.palindrome.reset.baseline.Baseline;
import dev.palindrome.reset.baseline.Baseline.Outcome;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a reset costs in logins and batches, and what it says, on a server that answers what it is told to. */
class SqlServerResetCostTest {

    private static final int TABLES = 50;
    private static final String COMPARISON = "-- How rows differ";

    private final ScriptedServer server = new ScriptedServer();
    private final CountingDataSource counting = new CountingDataSource(server.dataSource());
    private int next = 6;

    @Test
    void aSnapshotAsksInFewBatches() throws SQLException {
        baseline(true).close();

        assertThat(counting).hasToString("2 logins, 7 batches");
    }

    /** A draw from all, and all put back, whatever their number. */
    @Test
    void sequencesCostTwoBatchesToBeginWithAndTwoWhereTheyHaveMoved() throws SQLException {
        sequences(40, 5);
        server.answeringAnew("SELECT NEXT VALUE FOR", () -> ScriptedRow.of("next", next))
                .answering("SET NOCOUNT ON; DECLARE @first sql_variant", ScriptedRow.of("first_value", 1));

        try (Baseline baseline = baseline(true)) {
            assertThat(counting).hasToString("2 logins, 9 batches");
            sequences(40, 9); // said at the look after the next
            counting.reset();
            assertThat(baseline.restore()).isEqualTo(Outcome.nothing("nothing was written"));
            assertThat(counting).hasToString("0 logins, 1 batches");

            next = 10;
            counting.reset();
            assertThat(baseline.restore().reason()).startsWith("sequence [dbo].[s1] moved; sequence [dbo].[s2] moved");
            assertThat(counting).hasToString("0 logins, 3 batches");
        }
    }

    private void sequences(int number, int current) {
        List<ScriptedRow> sequences = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            sequences.add(ScriptedRow.of(
                    "schema_name",
                    "dbo",
                    "sequence_name",
                    "s" + i,
                    "start_value",
                    1,
                    "increment",
                    1,
                    "minimum_value",
                    1,
                    "maximum_value",
                    100,
                    "current_value",
                    current,
                    "modified",
                    "today"));
        }
        server.answering(SqlServerQueries.SEQUENCES.sql(), sequences.toArray(ScriptedRow[]::new));
    }

    @Test
    void nothingWritten() throws SQLException {
        try (Baseline baseline = baseline(true)) {
            counting.reset();

            assertThat(baseline.restore()).isEqualTo(Outcome.nothing("nothing was written"));
            assertThat(counting).hasToString("0 logins, 1 batches");
        }
    }

    @Test
    void twoTablesWritten() throws SQLException {
        server.answering(SqlServerQueries.HINTS.sql(), hints())
                .answering(SqlServerQueries.HINTS.sql(), hints("twice", "twice"));
        try (Baseline baseline = baseline(true)) {
            server.answering(COMPARISON, difference(2, 2, 0)).answering(COMPARISON, difference(-1, 1, 2));
            counting.reset();

            assertThat(baseline.restore())
                    .isEqualTo(new Outcome(
                            ResetStrategy.TABLES,
                            "dbo.t1: 2 rows added; dbo.t2: 1 row changed, 1 gone",
                            List.of("dbo.t1", "dbo.t2")));
            assertThat(counting).hasToString("0 logins, 3 batches");
        }
    }

    @Test
    void withoutTheRightToSeeWritesNothingWritten() throws SQLException {
        try (Baseline baseline = baseline(false)) {
            server.answering(COMPARISON, difference(0, 0, 0));
            counting.reset();

            assertThat(baseline.restore()).isEqualTo(Outcome.nothing("nothing was written"));
            assertThat(counting).hasToString("0 logins, 1 batches");
        }
    }

    @Test
    void withoutTheRightToSeeWritesOnlyTablesThatDifferAreFilled() throws SQLException {
        try (Baseline baseline = baseline(false)) {
            server.answering(COMPARISON, difference(0, 1, 1)).answering(COMPARISON, difference(0, 0, 0));
            server.orders();
            counting.reset();

            assertThat(baseline.restore())
                    .isEqualTo(new Outcome(ResetStrategy.TABLES, "dbo.t1: 1 row changed", List.of("dbo.t1")));
            assertThat(counting).hasToString("0 logins, 2 batches");
            assertThat(server.orders())
                    .containsExactly(
                            "BEGIN TRANSACTION",
                            "DELETE FROM [dbo].[t1]",
                            "INSERT INTO [dbo].[t1] ([n]) SELECT [n] FROM [palindrome_rows].[dbo].[t0]",
                            "COMMIT TRANSACTION");
        }
    }

    /** What somebody holds a lock on, for instance. */
    @Test
    void aTableThatCannotBeComparedCountsAsWrittenAndThatIsSaidOnce() throws SQLException {
        try (CapturedLog log = new CapturedLog(SqlServerHints.class);
                Baseline baseline = baseline(false)) {
            server.refusing(COMPARISON, 1222).answering(COMPARISON, difference(0, 0, 0));

            assertThat(baseline.restore())
                    .isEqualTo(new Outcome(ResetStrategy.TABLES, "dbo.t1: written", List.of("dbo.t1")));
            server.refusing(COMPARISON, 1222);
            assertThat(baseline.restore().tables()).isNotEmpty();
            assertThat(log.lines().stream().filter(line -> line.startsWith("WARN")))
                    .containsExactly("WARN The server does not tell of every table whether it was written,"
                            + " so they count as written: refused");
        }
    }

    @Test
    void whereTheServerNoLongerTellsEveryTableCountsAsWritten() throws SQLException {
        server.answering(SqlServerQueries.HINTS.sql(), hints()).refusing(SqlServerQueries.HINTS.sql(), 297);
        try (Baseline baseline = baseline(true)) {
            assertThat(baseline.restore().tables()).hasSize(TABLES);
        }
    }

    /** At the first question: what comes behind it would wait for that transaction. */
    @Test
    void anOpenTransactionIsAllThatIsAsked() throws SQLException {
        try (Baseline baseline = baseline(true)) {
            server.answering(SqlServerQueries.OPEN_TRANSACTIONS.sql(), ScriptedRow.of("session", "session 51 of ann"));
            counting.reset();

            assertThatThrownBy(baseline::restore)
                    .isExactlyInstanceOf(OpenTransactionException.class)
                    .hasMessageContaining("session 51 of ann");
            assertThat(counting).hasToString("0 logins, 1 batches");
        }
    }

    private Baseline baseline(boolean isCounting) throws SQLException {
        List<ScriptedRow> tables = new ArrayList<>();
        List<ScriptedRow> columns = new ArrayList<>();
        List<ScriptedRow> objects = new ArrayList<>();
        List<ScriptedRow> facts = new ArrayList<>();
        for (int i = 1; i <= TABLES; i++) {
            tables.add(ScriptedTables.table(i, "t" + i));
            columns.add(ScriptedTables.column(i, "n", false));
            objects.add(ScriptedTables.object(i, "t" + i));
            facts.add(ScriptedTables.columnOf("t" + i, "n", "INT"));
        }
        server.answeringSchema(List.of(objects, List.of(), facts))
                .answering(SqlServerQueries.TABLES.sql(), tables.toArray(ScriptedRow[]::new))
                .answering(SqlServerQueries.COLUMNS.sql(), columns.toArray(ScriptedRow[]::new))
                .answering(SqlServerQueries.HINTS.sql(), hints());
        if (isCounting) {
            server.answering(SqlServerQueries.HINTS_PROBE.sql(), ScriptedRow.of("counted", 1));
        } else {
            server.refusing(SqlServerQueries.HINTS_PROBE.sql(), 300);
        }
        return SqlServerBaseline.of(
                database("palindrome_test"),
                fake(Databases.class, (databases, method, arguments) -> database("palindrome_rows")));
    }

    /** Of the first tables; the others have been written once. */
    private static ScriptedRow[] hints(String... first) {
        List<ScriptedRow> hints = new ArrayList<>();
        for (int i = 1; i <= TABLES; i++) {
            hints.add(ScriptedTables.hint(i, i <= first.length ? first[i - 1] : "once"));
        }
        return hints.toArray(ScriptedRow[]::new);
    }

    private static ScriptedRow difference(int more, int coming, int going) {
        return ScriptedRow.of("more", more, "coming", coming, "going", going);
    }

    private Database database(String name) {
        return fake(Database.class, (database, method, arguments) -> switch (method.getName()) {
            case "name", "toString" -> name;
            case "engine" -> EngineKind.SQL_SERVER;
            case "username" -> "tester";
            case "dataSource" -> counting.counted();
            case "save" -> Optional.empty();
            case "timesRestored" -> 0;
            default -> null;
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(SqlServerResetCostTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
