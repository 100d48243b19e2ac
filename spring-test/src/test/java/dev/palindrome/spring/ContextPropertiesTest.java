package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the application's own properties say, and what of it is left alone. */
class ContextPropertiesTest {

    private static final String PLACE = "SELECT place FROM dbo.things";

    @EnableAutoConfiguration
    static class NoEntities {}

    @Nested
    @SpringBootTest(
            classes = NoEntities.class,
            properties = {"spring.flyway.locations[0]=classpath:db/things", "spring.flyway.placeholders.place=shelf"})
    @MigratedDatabase
    class WhereTheAnnotationIsSilent {

        @Test
        void springsFlywaySettingsAreUsed(@Autowired JdbcClient jdbc) {
            jdbc.sql("INSERT INTO dbo.things (id) VALUES (1)").update();

            assertThat(jdbc.sql(PLACE).query(String.class).single()).isEqualTo("shelf");
        }
    }

    @Nested
    @SpringBootTest(
            classes = NoEntities.class,
            properties = {"spring.flyway.locations=classpath:nowhere", "spring.flyway.placeholders.place=shelf"})
    @MigratedDatabase(locations = "classpath:db/things", flyway = "placeholders.place=box")
    class WhereBothSpeak {

        @Test
        void theAnnotationWins(@Autowired JdbcClient jdbc) {
            jdbc.sql("INSERT INTO dbo.things (id) VALUES (1)").update();

            assertThat(jdbc.sql(PLACE).query(String.class).single()).isEqualTo("box");
        }
    }

    @Nested
    @SpringBootTest(
            properties = {
                "spring.flyway.enabled=false",
                "spring.jpa.hibernate.ddl-auto=validate",
                "spring.jpa.database-platform=org.hibernate.dialect.SQLServerDialect"
            })
    @MigratedDatabase
    @Seed(fill = "users:5")
    class WithSqlServersDialect {

        @Test
        void entitiesMatchTheMigrationsAndPagesAreRead(@Autowired Users users) {
            assertThat(users.findAll(PageRequest.of(1, 2, Sort.by("id"))))
                    .extracting(User::id)
                    .containsExactly(3, 4);
        }
    }

    @Nested
    @SpringBootTest(properties = "spring.flyway.enabled=false")
    @MigratedDatabase
    class WithoutBootsFlyway {

        @Test
        void hibernateLeavesTheTablesToTheMigrations(TestDatabase database) {
            try (TestDatabase migrated =
                    TestDatabase.builder().engine(database.engine()).start()) {
                assertThat(database.schema().diff(migrated.schema()).isEmpty()).isTrue();
            }
        }
    }
}
