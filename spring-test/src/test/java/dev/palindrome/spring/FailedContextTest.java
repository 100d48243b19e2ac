package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.junit5.MigratedDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** What is wrong is said together with what Palindrome has done. */
class FailedContextTest {

    @Test
    void aContextThatDoesNotStartSaysWhatItWasGiven() {
        assertThat(failure(EntityWithoutTableTestCase.class))
                .isInstanceOf(PalindromeException.class)
                .message()
                .matches("The application context that does not start was given"
                        + " palindrome_entity_without_table_test_case_\\w+ on EMBEDDED, 1 migration applied\\."
                        + " The reason: .*missing table \\[users].*");
    }

    @Test
    void amongSeveralDataSourcesOneHasToBeNamed() {
        assertThat(failure(TwoDataSourcesTestCase.class))
                .message()
                .matches(
                        "The application context that does not start was given (\\w+ on EMBEDDED, 1 migration applied)\\."
                                + " The reason: The application context has the data sources one, other, and nothing says which of"
                                + " them is to lead to \\1\\. Give @MigratedDatabase the name of one of them\\.");
    }

    /** Of the second class Spring would say that a threshold is exceeded, and no more. */
    @Test
    void aContextWithoutADatabaseSaysWhyToEachClass() {
        String why =
                "The application context of UnknownMigrationsTestCase has no database. Location classpath:nowhere does"
                        + " not exist. No folder or jar on the class path has nowhere. Put the migrations there, or name their"
                        + " place with locations = \"classpath:…\" or \"filesystem:…\".";

        assertThat(failure(UnknownMigrationsTestCase.class)).hasMessage(why);
        assertThat(failure(LaterUnknownMigrationsTestCase.class))
                .hasMessage(
                        "The application context of LaterUnknownMigrationsTestCase is not tried again, because one with"
                                + " the same database has failed. " + why);
    }

    @Test
    void aFailureOfItsOwnIsNotToldAsOneThatIsNotTriedAgain() {
        FailedContexts.explain(
                new IllegalStateException(new PalindromeException("No database.")), OwnFailureTestCase.class);
        IllegalStateException own = new IllegalStateException("Something else.");

        assertThat(FailedContexts.explain(own, OwnFailureTestCase.class)).isSameAs(own);
    }

    @MigratedDatabase(locations = "classpath:nowhere/either")
    static class OwnFailureTestCase {}

    private static Throwable failure(Class<?> testCase) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testCase))
                .execute()
                .allEvents()
                .failed()
                .stream()
                .findFirst()
                .map(Event::getPayload)
                .flatMap(payload -> payload.map(TestExecutionResult.class::cast))
                .flatMap(TestExecutionResult::getThrowable)
                .orElseThrow();
    }

    @SpringBootTest(properties = "spring.jpa.hibernate.ddl-auto=validate")
    @MigratedDatabase(locations = "classpath:db/things", flyway = "placeholders.place=box")
    static class EntityWithoutTableTestCase {

        @Test
        void isNotReached() {}
    }

    @SpringBootTest
    @MigratedDatabase(locations = "classpath:nowhere")
    static class UnknownMigrationsTestCase {

        @Test
        void isNotReached() {}
    }

    static class LaterUnknownMigrationsTestCase extends UnknownMigrationsTestCase {}

    static class TwoDataSources {

        @Bean
        DataSource one() {
            return new DriverManagerDataSource("jdbc:sqlserver://production.invalid");
        }

        @Bean
        DataSource other() {
            return new DriverManagerDataSource("jdbc:sqlserver://production.invalid");
        }
    }

    @SpringJUnitConfig(TwoDataSources.class)
    @MigratedDatabase
    static class TwoDataSourcesTestCase {

        @Test
        void isNotReached() {}
    }
}
