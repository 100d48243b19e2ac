package dev.palindrome.benchmarks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a test runs, outside of its package, which is left out of reports. Some are meant to fail. */
public final class RunFixtures {

    private RunFixtures() {}

    /** One of each outcome. */
    @TestMethodOrder(MethodOrderer.MethodName.class)
    public static class EachOutcome {

        @Test
        void aPasses() {}

        @Test
        void bFails() {
            SQLException refusal = new SQLException("Cannot open backup device.", "S0001", 3201);
            throw new IllegalStateException("The database could not be kept", refusal);
        }

        @Test
        void cIsAborted() {
            assumeTrue(false, "this server has no full text");
        }

        @Test
        @Disabled("not today")
        void dIsDisabled() {}

        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = "words")
        void eHasArguments(String words) {
            assumeTrue(!words.isEmpty());
        }

        /** Belongs to the class around it. */
        @Nested
        class Inside {

            @Test
            void passesToo() {}
        }
    }

    /** Seeding tells no text of the server's, and some errors are none of the server's. */
    public static class TextsKeptBack {

        @Test
        void fails() {
            SQLException refusal = new SQLException(null, "23000", 547);
            refusal.setNextException(new SQLException("The transaction can only be rolled back."));
            throw new IllegalStateException("Filling stopped", refusal);
        }
    }

    /** Nothing of it begins. */
    public static class NoBeginning {

        @BeforeAll
        static void fails() {
            throw new IllegalStateException("no server");
        }

        @Test
        void isNotReached() {}
    }
}
