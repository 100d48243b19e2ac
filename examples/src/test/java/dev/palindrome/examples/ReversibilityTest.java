package dev.palindrome.examples;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.RoundTripTest;
import dev.palindrome.roundtrip.RoundTrip;

/** The check for CI: a test for each migration, which fails where its undo script does not bring everything back. */
@MigratedDatabase
class ReversibilityTest {

    @RoundTripTest
    void everyMigrationGoesDownAsWellAsUp(RoundTrip trip) {
        trip.assertReversible();
    }
}
