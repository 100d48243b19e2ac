package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.roundtrip.NotReversibleError;
import dev.palindrome.roundtrip.RoundTrip;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** With the verification itself, and nothing laid down for it. */
class RoundTripIT {

    @Test
    void migrationsThatComeBackPass() {
        assertThat(TestCases.of(ReversibleTestCase.class).pass())
                .containsExactly("V1 orders [U1__orders.sql] REVERSIBLE", "V2 note [U2__note.sql] REVERSIBLE");
    }

    @Test
    void aMigrationWithoutUndoFailsAndItsDraftIsNamed() {
        Path draft = Path.of("target", "palindrome", "undo-drafts", "U2__books.sql");
        assertThat(TestCases.of(NoUndoTestCase.class).fail())
                .isInstanceOf(NotReversibleError.class)
                .hasMessageStartingWith("V2 books [V2__books.sql] has no undo.\n"
                        + "Draft of an undo (tried: restores the schema), in " + draft + ":\n")
                .hasMessageContaining("DROP TABLE");
        assertThat(draft).content().contains("DROP TABLE");
    }

    @Test
    void whatIsExcludedPassesForTheReasonGiven() {
        assertThat(TestCases.of(ExcludedTestCase.class).pass())
                .containsExactly("REVERSIBLE ", "EXCLUDED written before we wrote undos");
    }

    @Test
    void aClassIsProvenBeforeItsFirstTest() {
        assertThat(TestCases.of(ProvenTestCase.class).pass()).containsExactly("proven");
    }

    @MigratedDatabase
    static class ReversibleTestCase {

        @RoundTripTest
        void comesBack(TestInfo test, RoundTrip trip) {
            trip.assertReversible();
            Seen.line(test.getDisplayName() + " " + trip.verdict());
        }
    }

    @MigratedDatabase(locations = "classpath:db/noundo")
    static class NoUndoTestCase {

        @RoundTripTest
        void comesBack(RoundTrip trip) {
            trip.assertReversible();
        }
    }

    @MigratedDatabase(locations = "classpath:db/noundo")
    static class ExcludedTestCase {

        @RoundTripTest(exclude = "2: written before we wrote undos")
        void comesBack(RoundTrip trip) {
            trip.assertReversible();
            Seen.line(trip.verdict() + " " + trip.reason());
        }
    }

    @MigratedDatabase(roundTrip = true)
    static class ProvenTestCase {

        @Test
        void test() {
            Seen.line("proven");
        }
    }
}
