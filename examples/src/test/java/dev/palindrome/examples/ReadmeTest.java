package dev.palindrome.examples;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.RoundTripTest;
import dev.palindrome.junit5.Seed;
import dev.palindrome.roundtrip.RoundTrip;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What README.md shows; {@link SnippetsTest} holds them together. */
class ReadmeTest {

    @Nested
    @MigratedDatabase
    @Seed(TodoSeeder.class)
    class TodoRepositoryTest {

        @Test
        void completesATodo(DataSource dataSource) {
            // migrated with every script in db/migration, and seeded; the same at the start of every test
        }

        @RoundTripTest
        void everyMigrationGoesDownAsWellAsUp(RoundTrip trip) {
            trip.assertReversible(); // one test for each migration: schema and rows are back, and it goes up again
        }
    }
}
