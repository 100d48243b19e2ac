package dev.palindrome.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.RoundTripTest;
import dev.palindrome.migration.Migrations;
import dev.palindrome.roundtrip.RoundTrip;
import org.junit.jupiter.api.Test;

/** The context has started, so entities and migrations agree; and each migration can be taken back. */
class MigrationsTest extends DatabaseTest {

    @Test
    void allAreApplied(Migrations migrations) {
        assertThat(migrations.all()).hasSize(2);
        assertThat(migrations.pending()).isEmpty();
    }

    @RoundTripTest
    void everyMigrationGoesDownAsWellAsUp(RoundTrip trip) {
        trip.assertReversible();
    }
}
