package dev.palindrome.examples;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.RoundTripTest;
import dev.palindrome.roundtrip.RoundTrip;
import org.junit.jupiter.api.Nested;

/** What docs/round-trip.md shows; {@link SnippetsTest} holds them together. */
class RoundTripPageTest {

    @Nested
    @MigratedDatabase
    class MigrationsTest {

        @RoundTripTest
        void everyMigrationGoesDownAsWellAsUp(RoundTrip trip) {
            trip.assertReversible();
        }
    }

    @Nested
    @MigratedDatabase(locations = "classpath:db/shop")
    class OrdersTest {

        @RoundTripTest(rows = OrdersOfAllKinds.class)
        void everyMigrationGoesDownAsWellAsUp(RoundTrip trip) {
            trip.assertReversible();
        }
    }

    @Nested
    @MigratedDatabase
    class ExcludingTest {

        @RoundTripTest(exclude = {"2: rewritten in version 4", "5: see issue 481"})
        void theOthersGoDownAsWellAsUp(RoundTrip trip) {
            trip.assertReversible();
        }
    }
}
