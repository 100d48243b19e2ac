package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.RoundTripTest;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.Migrations;
import dev.palindrome.roundtrip.RoundTrip;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What docs/legacy.md shows; {@link SnippetsTest} holds them together. */
class LegacyPageTest {

    @Nested
    @MigratedDatabase(
            schemaScript = "classpath:legacy/schema.sql",
            baseline = "1",
            locations = "classpath:legacy/migration")
    class OrdersTest {

        @RoundTripTest
        void whatIsNewGoesDownAsWellAsUp(RoundTrip trip) {
            trip.assertReversible();
        }
    }

    @Nested
    @MigratedDatabase(
            schemaScript = "classpath:legacy/schema.sql",
            baseline = "1",
            locations = "classpath:legacy/migration")
    class BaselineTest {

        @Test
        void theHistoryBeginsWithTheBaseline(Migrations migrations) {
            assertThat(migrations.history())
                    .extracting(row -> row.migration().version())
                    .containsExactly("1", "2");
            assertThat(migrations.downToBase()).extracting(Migration::version).containsExactly("2");
        }
    }
}
