package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Databases;
import org.junit.jupiter.api.Test;

class EmbeddedUndoDraftIT extends UndoDraftTestCase {

    @Override
    Databases databases() {
        return EngineDatabases.embedded();
    }

    @Override
    void requires(String sql) {
        // What the embedded engine cannot take, it shall not pretend to be skipped for.
    }

    @Test
    void whatCannotGoUpAgainHasADraft() {
        shop();
        down(1, "SELECT 1;");

        assertThat(trip(1).verdict()).isEqualTo(Verdict.NOT_RESTORED);
        assertThat(trip(1).undoDraft())
                .hasValueSatisfying(draft -> assertThat(draft.restoresSchema()).isTrue());
    }

    @Test
    void whatHasNoUndoIsNotSaidToFailOnWhatADraftHasLeft() {
        shop();
        up(2, "DELETE FROM dbo.items;");

        RoundTrip trip = trip(1);

        assertThat(trip.verdict()).isEqualTo(Verdict.UNDO_MISSING);
        assertThat(trip.reason()).isEmpty();
        assertThat(trip.undoDraft())
                .hasValueSatisfying(draft -> assertThat(draft.restoresSchema()).isTrue());
    }

    @Test
    void aDatabaseThatStaysIsSaid() {
        shop();

        assertThat(trip(1).undoDraft()).hasValueSatisfying(draft -> {
            assertThat(draft.outcome()).contains("a database stays");
            assertThat(draft.sql()).startsWith("-- by hand: the migration makes a database (CREATE DATABASE)");
        });
    }

    /** The name stays, which no schema is compared by. */
    private void shop() {
        up(1, """
                CREATE DATABASE shop;
                GO
                CREATE TABLE dbo.items (id INT NOT NULL CONSTRAINT pk_items PRIMARY KEY);
                """);
    }
}
