package dev.palindrome.reset.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.CapturedLog;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.FakeDatabase;
import dev.palindrome.database.FakeDatabases;
import dev.palindrome.database.SavedState;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.reset.OpenTransactionException;
import dev.palindrome.reset.ResetException;
import dev.palindrome.reset.ResetStrategy;
import dev.palindrome.reset.baseline.Baseline;
import dev.palindrome.reset.baseline.Baseline.Outcome;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which way a database goes back, on a server that answers what it is told to. */
class SqlServerBaselineTest {

    private static final String OVERTAKEN = "another reset put the whole database back, or failed to";

    private final ScriptedServer server = new ScriptedServer();
    private final List<String> done = new ArrayList<>();
    private final Queue<SQLException> refusals = new ArrayDeque<>();
    private Optional<String> readableAs = Optional.of("snap");
    private Optional<DatabaseException> stays = Optional.empty();
    private List<String> inTheWay = List.of();
    private boolean saves = true;
    private int timesRestored;
    private boolean idleConnections = true;
    private String id = "7";
    private String hint = "1 write";
    private String counted = "1";
    private ScriptedRow policy = ScriptedRow.of();

    @BeforeEach
    void countWrites() {
        server.answeringAnew(SqlServerQueries.HINTS_PROBE.sql(), () -> ScriptedRow.of("counted", counted));
    }

    @Test
    void nothingWasWritten() throws SQLException {
        with(SqlServerTableKind.ORDINARY);
        try (Baseline baseline = baseline()) {
            assertThat(baseline.restore()).isEqualTo(Outcome.nothing("nothing was written"));
        }
        assertThat(done).containsExactly("saved", "closed the state");
    }

    @Test
    void anOrdinaryTableGoesBackAlone() throws SQLException {
        with(SqlServerTableKind.ORDINARY);
        try (Baseline baseline = baseline()) {
            hint = "2 writes";

            assertThat(baseline.restore())
                    .isEqualTo(new Outcome(ResetStrategy.TABLES, "dbo.t: written", List.of("dbo.t")));
        }
        assertThat(said())
                .containsSubsequence(
                        "DELETE FROM [dbo].[t]", "INSERT INTO [dbo].[t] ([n]) SELECT [n] FROM [snap].[dbo].[t]");
        assertThat(done).containsExactly("saved", "closed the state");
    }

    @Test
    void aTableThatDoesNotMoveGoesBackWithTheWhole() throws SQLException {
        with(SqlServerTableKind.MEMORY_OPTIMIZED);
        readableAs = Optional.empty();
        try (Baseline baseline = baseline()) {
            hint = "2 writes";

            assertThat(baseline.inspect()).isEqualTo(Outcome.database("written: dbo.t, which is memory-optimised"));
            assertThat(baseline.restore())
                    .isEqualTo(Outcome.database("written: dbo.t, which is memory-optimised (put back by a thing)"));
            assertThat(baseline.restore()).isEqualTo(Outcome.nothing("nothing was written"));
        }
        assertThat(done).containsExactly("saved", "made rows", "restored", "dropped rows", "closed the state");
    }

    @Test
    void withoutAWayBackToTheWholeItIsAnError() throws SQLException {
        with(SqlServerTableKind.GRAPH);
        saves = false;
        try (Baseline baseline = baseline()) {
            hint = "2 writes";

            assertThatThrownBy(baseline::restore)
                    .isExactlyInstanceOf(ResetException.class)
                    .hasMessage(String.format("palindrome_x cannot be put back. What is left:%n"
                            + "written: dbo.t, which is part of a graph%n"
                            + "The whole database could be put back if the server made a database snapshot of it,"
                            + " or a backup for ann, who would have to be in the server role sysadmin."));
        }
        assertThat(said()).noneMatch(sql -> sql.startsWith("DELETE"));
    }

    /** IDENTITY_INSERT is ON there for one table, and a rollback does not take that back. */
    @Test
    void aSessionInWhichRowsCouldNotBePutBackIsNotUsedAgain() throws SQLException {
        with(SqlServerTableKind.ORDINARY);
        try (Baseline baseline = baseline()) {
            hint = "2 writes";
            SQLException locked = new SQLException("Lock request time out period exceeded.", "S0051", 1222);
            server.refusing("DELETE FROM [dbo].[t]", locked);

            assertThatThrownBy(baseline::restore)
                    .isExactlyInstanceOf(OpenTransactionException.class)
                    .hasMessage("palindrome_x cannot be reset: a transaction is still open on a connection that ann may"
                            + " not see. Commit it, roll it back or close the connection before the test ends.")
                    .hasCause(locked);
            int sessions = server.sessions().size();
            assertThat(baseline.restore())
                    .isEqualTo(new Outcome(ResetStrategy.TABLES, "dbo.t: written", List.of("dbo.t")));
            assertThat(server.sessions()).hasSize(sessions + 1);
            assertThat(server.sessions().get(sessions))
                    .startsWith("SET XACT_ABORT ON;\nSET LOCK_TIMEOUT 5000")
                    .contains("DELETE FROM [dbo].[t]");
        }
    }

    /** Its rows may be hidden from who resets: neither copied nor deleted, they would only seem to be put back. */
    @Test
    void aTableUnderASecurityPolicyGoesBackWithTheWhole() throws SQLException {
        with(SqlServerTableKind.ORDINARY);
        policy = policy("1");
        try (Baseline baseline = baseline()) {
            hint = "2 writes";

            assertThat(baseline.restore())
                    .isEqualTo(
                            Outcome.database("written: dbo.t, which is under a security policy (put back by a thing)"));
            assertThat(baseline.restore()).isEqualTo(Outcome.nothing("nothing was written"));
        }
        assertThat(said()).noneMatch(sql -> sql.contains("FROM [dbo].[t]"));
    }

    @Test
    void whereNothingTellsATableUnderASecurityPolicyCountsAsWritten() throws SQLException {
        with(SqlServerTableKind.ORDINARY);
        policy = policy("1");
        counted = "0";
        try (Baseline baseline = baseline()) {
            Outcome again = Outcome.database("written: dbo.t, which is under a security policy (put back by a thing)");

            assertThat(baseline.restore()).isEqualTo(again);
            assertThat(baseline.restore()).isEqualTo(again);
        }
    }

    @Test
    void aSecurityPolicyThatWasSwitchedOffBringsTheWholeBack() throws SQLException {
        with(SqlServerTableKind.ORDINARY);
        policy = policy("1");
        try (Baseline baseline = baseline()) {
            policy = policy("0");

            assertThat(baseline.restore())
                    .isEqualTo(Outcome.database("the security policies changed (put back by a thing)"));
        }
        assertThat(done).containsExactly("saved", "restored", "closed the state");
    }

    @Test
    void withoutAWayBackToTheWholeAnotherSecurityPolicyIsAnError() throws SQLException {
        with(SqlServerTableKind.ORDINARY);
        try (Baseline baseline = baseline()) {
            inTheWay = List.of("palindrome_0_9_x");
            policy = policy("1");

            assertThatThrownBy(baseline::restore)
                    .isExactlyInstanceOf(ResetException.class)
                    .hasMessage(String.format("palindrome_x cannot be put back. What is left:%n"
                            + "the security policies changed%n"
                            + "The whole database could be put back if no other snapshot of it were open:"
                            + " close palindrome_0_9_x first."));
        }
        assertThat(said()).noneMatch(sql -> sql.startsWith("DELETE"));
    }

    /** What rows go back with is not known: the whole does. */
    @ParameterizedTest
    @CsvSource({
        "SECURITY_PREDICATES, security policies",
        "COLUMNS, columns",
        "FOREIGN_KEYS, foreign keys",
        "TRIGGERS, triggers",
        "TEMPORAL, periods"
    })
    void aQuestionThatIsRefusedCostsTablesTheirOwnWay(SqlServerQueries question, String what) throws SQLException {
        for (int i = 0; i < 10; i++) {
            server.refusing(question.sql(), new SQLException("Invalid column name 'x'.", "S0001", 207));
        }
        with(SqlServerTableKind.ORDINARY);
        try (CapturedLog log = new CapturedLog(SqlServerUnanswered.class);
                Baseline baseline = baseline()) {
            assertThat(baseline.restore()).isEqualTo(Outcome.nothing("nothing was written"));
            hint = "2 writes";

            assertThat(baseline.restore())
                    .isEqualTo(Outcome.database("written: dbo.t, and the server does not tell: " + what
                            + " (Invalid column name 'x') (put back by a thing)"));
            assertThat(log.lines())
                    .containsExactly("WARN Tables come back only with the whole database, because the server does not"
                            + " tell: " + what + " (Invalid column name 'x')");
        }
        assertThat(said()).noneMatch(sql -> sql.startsWith("DELETE"));
    }

    @ParameterizedTest
    @CsvSource({
        "IDENTITIES, Identities are not put back",
        "SEQUENCES, Sequences are not put back",
        "UNTRUSTED_CHECKS, Old rows that break a check may not come back",
        "DATABASE_TRIGGERS, Triggers of a database may see what a reset does"
    })
    void aQuestionThatIsRefusedCostsNothingElse(SqlServerQueries question, String what) throws SQLException {
        server.refusing(question.sql(), new SQLException("Invalid column name '" + question + "'.", "S0001", 207));
        with(SqlServerTableKind.ORDINARY);
        try (CapturedLog log = new CapturedLog(SqlServerUnanswered.class);
                Baseline baseline = baseline()) {
            assertThat(baseline.restore()).isEqualTo(Outcome.nothing("nothing was written"));
            hint = "2 writes";

            assertThat(baseline.restore())
                    .isEqualTo(new Outcome(ResetStrategy.TABLES, "dbo.t: written", List.of("dbo.t")));
            assertThat(log.lines())
                    .containsExactly("WARN " + what + ", because the server does not tell: Invalid column name '"
                            + question + "'");
        }
    }

    private static ScriptedRow policy(String isEnabled) {
        return ScriptedRow.of("target_object_id", "7", "is_enabled", isEnabled, "predicate", "enabled: " + isEnabled);
    }

    @Test
    void aTableThatWasMadeAnewBringsTheWholeBack() throws SQLException {
        with(SqlServerTableKind.ORDINARY);
        try (Baseline baseline = baseline()) {
            id = "8";

            assertThat(baseline.restore())
                    .isEqualTo(Outcome.database("the schema changed: a table was made anew (put back by a thing)"));
        }
        assertThat(done).containsExactly("saved", "restored", "closed the state");
    }

    @Test
    void besideOtherSnapshotsTheWholeGoesBackByStatements() throws SQLException {
        with(SqlServerTableKind.ORDINARY);
        try (Baseline baseline = baseline()) {
            inTheWay = List.of("palindrome_0_9_x");
            id = "8";

            assertThat(baseline.restore())
                    .isEqualTo(Outcome.database("the schema changed: a table was made anew (put back by T-SQL)"));
        }
        assertThat(said())
                .containsSubsequence(
                        "DELETE FROM [dbo].[t]", "INSERT INTO [dbo].[t] ([n]) SELECT [n] FROM [snap].[dbo].[t]");
        assertThat(done).containsExactly("saved", "closed the state");
    }

    /** The server counts anew then: the same count does not mean the same rows. */
    @Test
    void whatAnotherResetPutBackIsPutBackOnce() throws SQLException {
        with(SqlServerTableKind.ORDINARY);
        try (Baseline baseline = baseline()) {
            timesRestored++;

            assertThat(baseline.inspect()).isEqualTo(Outcome.database(OVERTAKEN));
            assertThat(baseline.restore()).isEqualTo(Outcome.database(OVERTAKEN + " (put back by a thing)"));
            assertThat(baseline.restore()).isEqualTo(Outcome.nothing("nothing was written"));
        }
        assertThat(done).containsExactly("saved", "restored", "closed the state");
    }

    @Test
    void afterAFailureTheWholeIsPutBackEvenIfNobodyComesIn() throws SQLException {
        with(SqlServerTableKind.ORDINARY);
        try (Baseline baseline = baseline()) {
            id = "8";
            refusals.add(new SQLException("half-way"));
            assertThatThrownBy(baseline::restore).hasMessage("half-way");
            server.open(false);

            assertThat(baseline.restore()).isEqualTo(Outcome.database(OVERTAKEN + " (put back by a thing)"));
        }
        assertThat(done).containsExactly("saved", "restored", "closed the state");
    }

    /** A pool wants to know, and nobody else does. */
    @Test
    void connectionsEndWhereTheWholeGoesBack() throws SQLException {
        with(SqlServerTableKind.ORDINARY);
        try (Baseline baseline = baseline()) {
            hint = "2 writes";
            baseline.restore();
            assertThat(baseline.timesConnectionsEnded()).isZero();

            id = "8";
            baseline.restore();
            assertThat(baseline.timesConnectionsEnded()).isEqualTo(1);

            id = "8";
            refusals.add(new SQLException("half-way"));
            assertThatThrownBy(baseline::restore).hasMessage("half-way");
            assertThat(baseline.timesConnectionsEnded()).isEqualTo(2);
        }
    }

    @Test
    void connectionsGoOnWhereStatementsPutTheWholeBack() throws SQLException {
        with(SqlServerTableKind.ORDINARY);
        try (Baseline baseline = baseline()) {
            inTheWay = List.of("palindrome_0_9_x");
            id = "8";

            assertThat(baseline.restore().reason()).endsWith("(put back by T-SQL)");
            assertThat(baseline.timesConnectionsEnded()).isZero();
        }
    }

    /** Waits until nobody else is connected, or sees to that itself; also where something fails behind it. */
    @Test
    void connectionsEndWhereAnOptionIsSetAgainThatNobodyMayBeConnectedFor() throws SQLException {
        with(SqlServerTableKind.ORDINARY);
        ScriptedRow before = option("(RECOVERY = FULL)");
        ScriptedRow changed = option("(RECOVERY = FULL, READ_COMMITTED_SNAPSHOT = ON)");
        server.answeringSchema(List.of(List.of(before)))
                .answeringSchema(List.of(List.of(changed)))
                .answeringSchema(List.of(List.of(changed)))
                .answeringSchema(List.of(List.of(before)));
        try (Baseline baseline = baseline()) {
            inTheWay = List.of("palindrome_0_9_x");
            server.refusing("DELETE FROM [dbo].[t]", new SQLException("no", "S0001", 50000));

            assertThatThrownBy(baseline::restore).hasMessage("no");
            assertThat(said())
                    .contains("ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT OFF WITH ROLLBACK IMMEDIATE;\n");
            assertThat(baseline.timesConnectionsEnded()).isEqualTo(1);
        }
    }

    private static ScriptedRow option(String options) {
        return ScriptedRow.of("question", "0", "object_kind", "DATABASE", "options", options);
    }

    @Test
    void whatWasSavedDoesNotStayWhereRowsCannotBeCopied() {
        with(SqlServerTableKind.ORDINARY);
        readableAs = Optional.empty();

        assertThatThrownBy(this::baseline).hasMessage("dbo.t cannot be copied: it is not in the schema.");

        assertThat(done).containsExactly("saved", "made rows", "dropped rows", "closed the state");
    }

    /** The tests are over: nobody fails for it. */
    @Test
    void aDatabaseBesideThatCannotBeDroppedIsWarnedOf() throws SQLException {
        with(SqlServerTableKind.MEMORY_OPTIMIZED);
        readableAs = Optional.empty();
        stays = Optional.of(new DatabaseException("The database rows could not be dropped.", new SQLException("no")));

        try (CapturedLog log = new CapturedLog(SqlServerCopies.class)) {
            baseline().close();

            assertThat(log.lines())
                    .containsExactly("WARN The database rows could not be dropped. The next run drops it, too.");
        }
        assertThat(done).containsExactly("saved", "made rows", "dropped rows", "closed the state");
    }

    private void with(SqlServerTableKind kind) {
        server.answeringAnew(
                        SqlServerQueries.TABLES.sql(),
                        () -> ScriptedRow.of(
                                "object_id", id, "schema_name", "dbo", "table_name", "t", "kind", kind.name()))
                .answeringAnew(
                        SqlServerQueries.COLUMNS.sql(),
                        () -> ScriptedRow.of(
                                "object_id", id, "column_name", "n", "is_identity", "0", "is_typed_xml", "0"))
                .answeringAnew(SqlServerQueries.SECURITY_PREDICATES.sql(), () -> policy)
                .answeringAnew(SqlServerQueries.HINTS.sql(), () -> ScriptedRow.of("object_id", id, "hint", hint))
                .answeringAnew(
                        SqlServerQueries.IN_MEMORY_HINTS.sql(),
                        () -> counted.equals("1") ? ScriptedRow.of("object_id", id, "hint", hint) : ScriptedRow.of());
    }

    private Baseline baseline() throws SQLException {
        return SqlServerBaseline.of(new RestoredDatabase("palindrome_x"), new FakeDatabases(this::made));
    }

    private List<String> said() {
        return server.sessions().stream().flatMap(List::stream).toList();
    }

    private final class FakeState implements SavedState {

        @Override
        public String kind() {
            return "a thing";
        }

        @Override
        public Optional<String> readableAs() {
            return readableAs;
        }

        @Override
        public List<String> inTheWay() {
            return inTheWay;
        }

        @Override
        public void restore() throws SQLException {
            timesRestored++;
            if (!refusals.isEmpty()) {
                throw refusals.remove();
            }
            server.open(true);
            id = "7";
            hint = "0 writes";
            done.add(idleConnections ? "restored under idle connections" : "restored");
        }

        @Override
        public void close() {
            done.add("closed the state");
        }
    }

    private Database made(String purpose) {
        done.add("made " + purpose);
        return new RestoredDatabase(purpose);
    }

    private final class RestoredDatabase extends FakeDatabase {

        RestoredDatabase(String name) {
            super(name);
        }

        @Override
        public EngineKind engine() {
            return EngineKind.SQL_SERVER;
        }

        @Override
        public String username() {
            return "ann";
        }

        @Override
        public DataSource dataSource() {
            return server.dataSource();
        }

        @Override
        public Optional<SavedState> save() {
            if (!saves) {
                return Optional.empty();
            }
            done.add("saved");
            return Optional.of(new FakeState());
        }

        @Override
        public void endIdleConnections() {
            idleConnections = false;
        }

        @Override
        public int timesRestored() {
            return timesRestored;
        }

        @Override
        public void close() {
            done.add("dropped " + name());
            stays.ifPresent(refusal -> {
                throw refusal;
            });
        }
    }
}
