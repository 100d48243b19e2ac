package todos;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.RoundTripTest;
import dev.palindrome.roundtrip.RoundTrip;

@MigratedDatabase
class MigrationsTest {

    @RoundTripTest
    void everyMigrationGoesDownAsWellAsUp(RoundTrip trip) {
        trip.assertReversible();
    }
}
