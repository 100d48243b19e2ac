package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.RoundTripTest;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.Migrations;
import dev.palindrome.roundtrip.RoundTrip;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What docs/migrations.md shows; {@link SnippetsTest} holds them together. */
class MigrationsPageTest {

    @Nested
    @MigratedDatabase
    class PhoneNumberTest {

        @Test
        void thePhoneNumberCanBeTakenBack(Migrations migrations) {
            migrations.downTo("1");
            assertThat(migrations.current().map(Migration::version)).contains("1");
            migrations.up();
        }
    }

    @Nested
    @MigratedDatabase(locations = {"classpath:db/migration", "classpath:dev/palindrome/examples/passwords"})
    class PasswordsTest {

        @RoundTripTest
        void theMigrationInJavaGoesDownToo(RoundTrip trip) {
            trip.assertReversible();
        }

        @Test
        void theMigrationInJavaIsTheNewest(Migrations migrations) {
            assertThat(migrations.current().map(Migration::version)).contains("6");
        }
    }

    @Nested
    @MigratedDatabase(
            locations = {"classpath:db/migration", "classpath:db/testdata"},
            flyway = {"placeholders.env=test", "defaultSchema=app", "table=versions"})
    class SettingsTest {

        @Test
        void theHistoryIsWhereTheSettingsSay(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("SELECT COUNT(*) FROM app.versions WHERE version IS NOT NULL")) {
                rows.next();

                assertThat(rows.getInt(1)).isEqualTo(5);
            }
        }
    }
}
