package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.reset.OpenTransactionException;
import dev.palindrome.reset.Snapshot;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each test begins with, on every engine. */
abstract class ResetTestCase {

    /** Fixtures, to be run on the engine at hand. */
    abstract TestCases cases(Class<?>... classes);

    /** What this engine says and does in its own way. */
    abstract Ways ways();

    /** Skips the test, visibly, where the engine at hand cannot do what it is about. */
    abstract void requires(Feature feature);

    /**
     * What engines rightly differ in.
     *
     * @param writtenOrders why a table goes back to which one row was added
     * @param openConnection who left a transaction open, as a regular expression
     * @param connectionsEnded what a pool is told when the whole database goes back
     */
    record Ways(String writtenOrders, String openConnection, List<String> connectionsEnded) {}

    /** What not every server can. */
    enum Feature {
        TELL_WHAT_WAS_WRITTEN,
        CHANGE_SCHEMAS,
        TELL_OPEN_TRANSACTIONS
    }

    @Test
    void everyTestBeginsWithWhatBeforeAllHasLeft() {
        assertThat(cases(ResetCases.Default.class).pass())
                .containsExactly("[Zoe, Ada]", "[Zoe, Ada]", "after all [Zoe, Ada]");
    }

    @Test
    void aPerClassInstanceIsNoDifferent() {
        assertThat(cases(ResetCases.PerClass.class).pass())
                .containsExactly("[Yan, Zoe, Ada]", "[Yan, Zoe, Ada]", "after all [Yan, Zoe, Ada]");
    }

    @Test
    void rowsOfAConstructorAreItsTests() {
        assertThat(cases(ResetCases.Constructor.class).pass()).containsExactly("[Ada]", "[Ada]");
    }

    @Test
    void everyRepetitionAndInvocationIsReset() {
        assertThat(cases(ResetCases.Templates.class).pass()).containsExactly("[a]", "[b]", "[Ada]", "[Ada]");
    }

    @Test
    void theDynamicTestsOfOneFactoryAreOneTest() {
        assertThat(cases(ResetCases.Factory.class).pass())
                .containsExactly("[first]", "[first, second]", "[first]", "[first, second]");
    }

    @Test
    void beforeAllResetsNothingBetweenTheTestsOfAClass() {
        assertThat(cases(ResetCases.Once.class).pass())
                .containsExactly(
                        "[Zoe, Ada]", "[Zoe, Ada, Ada]", "first [Zoe, Ada]", "first [Zoe, Ada, Ada]", "second [Zoe]");
    }

    @Test
    void neverResetsNothingAtAll() {
        assertThat(cases(ResetCases.Never.class).pass()).containsExactly("[Ada]", "[Ada, Ada]", "[Ada, Ada, Ada]");
    }

    @Test
    void aNestedClassAddsToWhatTheOuterOneBeginsWith() {
        assertThat(cases(ResetCases.Outer.class).pass())
                .containsExactly(
                        "outer [Zoe, Ada]",
                        "first before all [Zoe, Ben]",
                        "first [Zoe, Ben, Ada]",
                        "first [Zoe, Ben, Ada]",
                        "innermost [Zoe, Ben, Cleo, Ada]",
                        "second [Zoe, Ada]",
                        "outer after all [Zoe, Ada]");
    }

    @Test
    void aNestedClassComesBeforeTheTestsOfTheOuterOneToo() {
        assertThat(cases(ResetCases.OnlyNested.class).pass()).containsExactly("first [Zoe, Ada]", "second [Zoe, Ada]");
    }

    @Test
    void aNestedClassesOwnRowsAreGoneAfterIt() {
        assertThat(cases(ResetCases.SeededInside.class).pass())
                .containsExactly("first [Ada, Ben]", "first [Ada, Ben]", "second [Ada]");
    }

    @Test
    void theSchemaComesBackToo() {
        requires(Feature.CHANGE_SCHEMAS);
        assertThat(cases(ResetCases.Schema.class).pass()).containsExactly("[]", "[]");
    }

    @Test
    void aPoolIsToldWhereTheWholeDatabaseEndsItsConnections() {
        requires(Feature.CHANGE_SCHEMAS);
        assertThat(cases(ResetCases.Pool.class).pass())
                .containsExactlyElementsOf(Stream.of(List.of("[]"), ways().connectionsEnded(), List.of("[]"))
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void connectionsStayOpen() {
        assertThat(cases(ResetCases.Connected.class).pass()).containsExactly("[Ada]", "[Ada]");
    }

    @Test
    void severalDatabasesAreResetAsEachOfThemSays() {
        assertThat(cases(ResetCases.Several.class).pass()).containsExactly("[Ada] [Ben]", "[Ada] [Ben, Ben]");
    }

    @Test
    void oneLineSaysWhatWasDone() {
        requires(Feature.TELL_WHAT_WAS_WRITTEN);
        try (CapturedLog log = new CapturedLog(Snapshot.class)) {
            cases(ResetCases.Default.class).pass();
            assertThat(log.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .matches("DEBUG Reset of palindrome_reset_cases_default_[a-z0-9]{16}:"
                                    + " TABLES in [0-9.]+ ms: " + ways().writtenOrders()));
        }
    }

    @Test
    void aRoundTripNeedsNoReset() {
        try (CapturedLog log = new CapturedLog(Snapshot.class)) {
            cases(ResetCases.RoundTrips.class).pass();
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void anOpenTransactionIsLaidToTheTestThatLeftIt() {
        requires(Feature.TELL_OPEN_TRANSACTIONS);
        assertThat(cases(ResetCases.LeftOpen.class).fail())
                .isExactlyInstanceOf(PalindromeException.class)
                .hasCauseExactlyInstanceOf(OpenTransactionException.class)
                .message()
                .matches("ResetCases.LeftOpen.bIsNotRun cannot begin:"
                        + " ResetCases.LeftOpen.aLeavesIt left a transaction open."
                        + " palindrome_reset_cases_left_open_[a-z0-9]{16} cannot be reset: a transaction"
                        + " is still open on " + ways().openConnection() + "\\."
                        + " Commit it, roll it back or close the connection before the test ends\\.");
    }

    @Test
    void anOpenTransactionOfBeforeAllIsLaidToNoTest() {
        requires(Feature.TELL_OPEN_TRANSACTIONS);
        assertThat(cases(ResetCases.OpenBefore.class).fail())
                .isExactlyInstanceOf(PalindromeException.class)
                .hasMessageStartingWith("ResetCases.OpenBefore.isNotRun cannot begin:"
                        + " what came before the first test left a transaction open. ");
    }
}
