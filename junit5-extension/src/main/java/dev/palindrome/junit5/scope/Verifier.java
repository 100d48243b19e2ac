package dev.palindrome.junit5.scope;

import dev.palindrome.roundtrip.RoundTripReport;
import java.util.Map;

/** Sends migrations up, down and up again. What lies under this type in JUnit's root store is asked. */
@FunctionalInterface
public interface Verifier {

    /**
     * Verifies the migrations of a blueprint's databases.
     *
     * @param excluded reasons by version
     */
    RoundTripReport verify(DatabaseBlueprint blueprint, Map<String, String> excluded);
}
