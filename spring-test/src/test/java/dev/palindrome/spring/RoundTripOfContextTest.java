package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.RoundTripTest;
import dev.palindrome.roundtrip.RoundTrip;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is proven is what the application's database is migrated by: here spring.flyway says which scripts these are. */
class RoundTripOfContextTest {

    @Nested
    @SpringBootTest(
            classes = ContextPropertiesTest.NoEntities.class,
            properties = {"spring.flyway.locations=classpath:db/things", "spring.flyway.placeholders.place=shelf"})
    @MigratedDatabase
    class OfEachMigration {

        @RoundTripTest
        void goesDownAsWellAsUp(RoundTrip trip) {
            assertThat(trip.migration().script()).isEqualTo("V1__things.sql");
            trip.assertReversible();
        }
    }

    @Nested
    @SpringBootTest(
            classes = ContextPropertiesTest.NoEntities.class,
            properties = {"spring.flyway.locations=classpath:db/things", "spring.flyway.placeholders.place=shelf"})
    @MigratedDatabase(roundTrip = true)
    class BeforeTheFirstTest {

        @Test
        void isOnTheDatabaseThatWasProven(@Autowired JdbcClient jdbc) {
            assertThat(jdbc.sql("SELECT COUNT(*) FROM dbo.things")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }
}
