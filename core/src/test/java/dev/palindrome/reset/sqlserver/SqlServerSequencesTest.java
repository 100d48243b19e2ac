package dev.palindrome.reset.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.CapturedLog;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import dev.palindrome.sql.SqlServerQueryBatch;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqlServerSequencesTest {

    private static final String CATALOGUE = SqlServerQueries.SEQUENCES.sql();
    private static final String USED = SqlServerQueries.SEQUENCES_USED.sql();
    private static final String TRIGGERS = SqlServerQueries.DATABASE_TRIGGERS.sql();
    private static final String DRAW = "SELECT NEXT VALUE FOR [dbo].[o'c]";
    private static final String TO_START = "ALTER SEQUENCE [dbo].[o'c] RESTART WITH 5";
    private static final String GIVE_AWAY =
            "SET NOCOUNT ON; DECLARE @first sql_variant; EXEC sys.sp_sequence_get_range @sequence_name = '[dbo].[o''c]',";

    private final ScriptedServer server = new ScriptedServer();

    @Test
    void aSequenceThatStandsAtItsStartIsRestartedThere() throws SQLException {
        server.answering(CATALOGUE, sequence(5, 5, "today")).answering(DRAW, value(5));
        SqlServerSequences sequences = sequences(ScriptedTables.connect(server));
        assertThat(server.orders()).containsExactly(giveAway(1), DRAW, TO_START);

        assertThat(sequences.restore(sequences.now())).isEmpty();
        assertThat(server.orders()).containsExactly(DRAW, TO_START);
    }

    @Test
    void whereAFirstValueShowsNoneIsDrawnFromASequenceThatHasGivenNone() throws SQLException {
        server.answering(CATALOGUE, sequence(5, 5, "today"))
                .answering(USED)
                .answering(USED, used(5))
                .answering(USED)
                .answering(GIVE_AWAY, value(5));
        SqlServerSequences sequences = sequences(ScriptedTables.connect(server));
        assertThat(server.orders()).containsExactly(giveAway(1), TO_START);

        assertThat(sequences.moved(sequences.now())).isEmpty();
        assertThat(sequences.restore(sequences.now())).isEmpty();
        assertThat(server.orders()).isEmpty();

        server.answering(USED, used(5)).answering(DRAW, value(10));
        assertThat(sequences.restore(sequences.now())).isEmpty();
        assertThat(sequences.restore(sequences.now())).containsExactly("[dbo].[o'c]");
        assertThat(server.orders()).containsExactly(DRAW, TO_START);
    }

    /** A restart may leave what was given before it. */
    @Test
    void whereWhatWasGivenBeforeARestartStaysTheCatalogueDoesNotTell() throws SQLException {
        server.answering(CATALOGUE, sequence(5, 5, "today"))
                .answering(USED, used(30))
                .answering(GIVE_AWAY, value(5))
                .answering(DRAW, value(5));
        SqlServerSequences sequences = sequences(ScriptedTables.connect(server));
        server.orders();

        assertThat(sequences.restore(sequences.now())).isEmpty();
        assertThat(server.orders()).containsExactly(DRAW, TO_START);
    }

    @Test
    void aSequenceThatHasGivenValuesGivesThemAwayAgainAndKeepsItsStart() throws SQLException {
        server.answering(CATALOGUE, sequence(5, 15, "today"))
                .answering(CATALOGUE, sequence(5, 20, "today"))
                .answering(CATALOGUE, sequence(5, 15, "tomorrow"))
                .answering(CATALOGUE, sequence(5, 35, "tomorrow"))
                .answering(CATALOGUE, sequence(5, 40, "tomorrow"))
                .answering(CATALOGUE, sequence(5, 15, "later"))
                .answering(DRAW, value(20))
                .answering(DRAW, value(40))
                .answering(GIVE_AWAY, value(5));
        SqlServerSequences sequences = sequences(ScriptedTables.connect(server));
        assertThat(server.orders()).containsExactly(DRAW, TO_START, giveAway(3));

        assertThat(sequences.restore(sequences.now())).containsExactly("[dbo].[o'c]");
        assertThat(server.orders()).containsExactly(DRAW, TO_START, giveAway(3));
    }

    /** The columns of sys.sequences may be NULL. */
    @Test
    void aSequenceOfWhichTheServerDoesNotSayWhereItStandsIsLeftAlone() throws SQLException {
        ScriptedRow untold = sequence(5, null, "today");
        server.answering(CATALOGUE, untold).answering(CATALOGUE, untold);
        try (CapturedLog log = new CapturedLog(SqlServerSequences.class)) {
            SqlServerSequences sequences = sequences(ScriptedTables.connect(server));

            assertThat(sequences.restore(sequences.now())).isEmpty();
            assertThat(server.orders()).isEmpty();
            assertThat(log.lines())
                    .containsExactly(
                            "WARN The sequence [dbo].[o'c] is not put back: the server does not say where it stands");
        }
    }

    @Test
    void noValueIsDrawnWhereTheCatalogueTellsThatNoneWasGiven() throws SQLException {
        server.answering(CATALOGUE, sequence(5, 15, "today"))
                .answering(DRAW, value(20))
                .answering(GIVE_AWAY, value(5));
        SqlServerSequences sequences = sequences(ScriptedTables.connect(server));
        server.orders();

        assertThat(sequences.moved(sequences.now())).isEmpty();
        assertThat(sequences.restore(sequences.now())).isEmpty();
        assertThat(server.orders()).isEmpty();
    }

    @Test
    void aSequenceThatHasGivenOneValueLooksAsBefore() throws SQLException {
        server.answering(CATALOGUE, sequence(5, 5, "today"))
                .answering(DRAW, value(5))
                .answering(GIVE_AWAY, value(10))
                .answering(GIVE_AWAY, value(5));
        SqlServerSequences sequences = sequences(ScriptedTables.connect(server));
        assertThat(server.orders()).containsExactly(giveAway(1), TO_START, giveAway(1));

        assertThat(sequences.restore(sequences.now())).containsExactly("[dbo].[o'c]");
        assertThat(server.orders()).containsExactly(DRAW, TO_START, giveAway(1));
    }

    @Test
    void tellingLeavesARestartedSequenceWhereItIs() throws SQLException {
        server.answering(CATALOGUE, sequence(5, 10, "today"))
                .answering(CATALOGUE, sequence(5, 15, "today"))
                .answering(CATALOGUE, sequence(5, 10, "today"))
                .answering(CATALOGUE, sequence(1000, 1000, "tomorrow"))
                .answering(DRAW, value(15))
                .answering(DRAW, value(1000))
                .answering(GIVE_AWAY, value(5));
        SqlServerSequences sequences = sequences(ScriptedTables.connect(server));
        server.orders();

        assertThat(sequences.moved(sequences.now())).containsExactly("[dbo].[o'c]");
        assertThat(server.orders()).containsExactly(DRAW, "ALTER SEQUENCE [dbo].[o'c] RESTART WITH 1000");
        assertThat(sequences.restore(sequences.now())).containsExactly("[dbo].[o'c]");
        assertThat(server.orders()).containsExactly(DRAW, TO_START, giveAway(2));
    }

    @Test
    void aSequenceThatHasBegunAgainGetsAnotherStart() throws SQLException {
        server.answering(CATALOGUE, sequence(5, 1, "today"))
                .answering(CATALOGUE, sequence(5, 6, "today"))
                .answering(CATALOGUE, sequence(6, 6, "tomorrow"))
                .answering(DRAW, value(6));
        SqlServerSequences sequences = sequences(ScriptedTables.connect(server));
        assertThat(server.orders()).containsExactly(DRAW, "ALTER SEQUENCE [dbo].[o'c] RESTART WITH 6");

        assertThat(sequences.restore(sequences.now())).isEmpty();
        assertThat(server.orders()).containsExactly(DRAW, "ALTER SEQUENCE [dbo].[o'c] RESTART WITH 6");
    }

    @Test
    void whereTheServerDoesNotGiveValuesAwayTheSequenceGetsAnotherStart() throws SQLException {
        server.answering(CATALOGUE, sequence(5, 15, "today"))
                .answering(CATALOGUE, sequence(5, 20, "today"))
                .answering(CATALOGUE, sequence(20, 20, "tomorrow"))
                .answering(DRAW, value(20))
                .refusing(GIVE_AWAY, 2812);
        sequences(ScriptedTables.connect(server));

        assertThat(server.orders())
                .containsExactly(DRAW, TO_START, giveAway(3), "ALTER SEQUENCE [dbo].[o'c] RESTART WITH 20");
    }

    @Test
    void valuesFromElsewhereAreNotTheOnesToGiveAway() throws SQLException {
        server.answering(CATALOGUE, sequence(5, 15, "today"))
                .answering(DRAW, value(20))
                .answering(GIVE_AWAY, value(10));
        sequences(ScriptedTables.connect(server));

        assertThat(server.orders())
                .containsExactly(DRAW, TO_START, giveAway(3), "ALTER SEQUENCE [dbo].[o'c] RESTART WITH 20");
    }

    @Test
    void aSequenceWithNoValueLeftHasNoneLeftAgain() throws SQLException {
        server.answering(CATALOGUE, sequence(5, 100, "today"))
                .answering(CATALOGUE, sequence(5, 100, "today"))
                .answering(CATALOGUE, sequence(5, 100, "today"))
                .answering(CATALOGUE, sequence(5, 5, "tomorrow"))
                .refusing(DRAW, 11728)
                .answering(DRAW, value(5))
                .answering(GIVE_AWAY, value(5));
        SqlServerSequences sequences = sequences(ScriptedTables.connect(server));
        assertThat(server.orders()).containsExactly(DRAW);

        assertThat(sequences.restore(sequences.now())).containsExactly("[dbo].[o'c]");
        assertThat(server.orders()).containsExactly(DRAW, TO_START, giveAway(20));
    }

    @Test
    void aSequenceWithNoValueLeftDrawsItsLastOneWhereNoneAreGivenAway() throws SQLException {
        server.answering(CATALOGUE, sequence(5, 100, "today"))
                .answering(CATALOGUE, sequence(5, 100, "today"))
                .answering(CATALOGUE, sequence(5, 100, "today"))
                .answering(CATALOGUE, sequence(5, 5, "tomorrow"))
                .refusing(DRAW, 11728)
                .answering(DRAW, value(5))
                .answering(DRAW, value(103))
                .refusing(GIVE_AWAY, 2812);
        SqlServerSequences sequences = sequences(ScriptedTables.connect(server));
        server.orders();

        assertThat(sequences.restore(sequences.now())).containsExactly("[dbo].[o'c]");
        assertThat(server.orders())
                .containsExactly(DRAW, TO_START, giveAway(20), "ALTER SEQUENCE [dbo].[o'c] RESTART WITH 103", DRAW);
    }

    @Test
    void triggersOfTheDatabaseDoNotSeeSequencesAltered() throws SQLException {
        server.answering(CATALOGUE, sequence(5, 5, "today"))
                .answering(DRAW, value(5))
                .answering(TRIGGERS, trigger("au]dit", 1), trigger("off", 1));

        sequences(ScriptedTables.connect(server), "[au]]dit]");

        assertThat(server.orders())
                .containsExactly(
                        "DISABLE TRIGGER [au]]dit] ON DATABASE",
                        giveAway(1),
                        DRAW,
                        TO_START,
                        "ENABLE TRIGGER [au]]dit] ON DATABASE");
    }

    @Test
    void triggersOfTheDatabaseAreOnAgainAfterAFailure() throws SQLException {
        server.answering(CATALOGUE, sequence(5, 5, "today"))
                .refusing(DRAW, 229)
                .answering(TRIGGERS, trigger("audit", 1));
        SqlServerConnection connection = ScriptedTables.connect(server);

        assertThatThrownBy(() -> sequences(connection, "[audit]")).hasMessage("refused");
        assertThat(server.orders())
                .containsExactly(
                        "DISABLE TRIGGER [audit] ON DATABASE", giveAway(1), DRAW, "ENABLE TRIGGER [audit] ON DATABASE");
    }

    private static SqlServerSequences sequences(SqlServerConnection connection, String... firing) throws SQLException {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        SqlServerSequences.Question told = SqlServerSequences.ask(batch);
        connection.run(batch);
        return new SqlServerSequences(connection, () -> List.of(firing), told.rows());
    }

    private static ScriptedRow trigger(String name, int isDisabled) {
        return ScriptedRow.of("trigger_name", name, "is_disabled", isDisabled);
    }

    private static String giveAway(int count) {
        return GIVE_AWAY + " @range_size = " + count + ", @range_first_value = @first OUTPUT;"
                + " SELECT CAST(@first AS decimal(38, 0)) AS first_value";
    }

    private static ScriptedRow sequence(int start, Integer current, String modified) {
        return ScriptedRow.of(
                "schema_name",
                "dbo",
                "sequence_name",
                "o'c",
                "start_value",
                start,
                "increment",
                5,
                "minimum_value",
                1,
                "maximum_value",
                103,
                "current_value",
                current,
                "modified",
                modified);
    }

    private static ScriptedRow used(int value) {
        return ScriptedRow.of("schema_name", "dbo", "sequence_name", "o'c", "last_used_value", value);
    }

    private static ScriptedRow value(int value) {
        return ScriptedRow.of("first_value", value);
    }

    @Test
    void aSequenceCountsDown() {
        SqlServerSequence sequence = new SqlServerSequence(
                "[dbo].[down]",
                decimal(-1),
                decimal(-3),
                decimal(-9),
                decimal(-1),
                decimal(-7),
                "today",
                Optional.empty());

        assertThat(List.of(-1, -7, -6, 2))
                .map(next -> new SqlServerSequencePosition(sequence, Optional.of(decimal(next))).given())
                .map(given -> given.map(Object::toString).orElse("not so"))
                .containsExactly("0", "2", "not so", "not so");
        assertThat(new SqlServerSequencePosition(sequence, Optional.empty()).given())
                .contains(decimal(3));
    }

    private static BigDecimal decimal(int value) {
        return BigDecimal.valueOf(value);
    }
}
