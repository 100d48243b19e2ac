package dev.palindrome.junit5.scope;

import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.roundtrip.RoundTripReport;

/** Sends migrations up, down and up again. What lies under this type in JUnit's root store is asked. */
@FunctionalInterface
public interface Verifier {

    /**
     * Verifies the migrations of a blueprint's databases.
     *
     * @param wanted what is left out, and what is added
     */
    RoundTripReport verify(DatabaseBlueprint blueprint, RoundTripOptions wanted);
}
