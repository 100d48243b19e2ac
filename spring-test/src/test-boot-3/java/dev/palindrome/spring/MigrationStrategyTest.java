package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What a team has said about how Spring Boot's Flyway migrates is not asked. */
@SpringBootTest
@Import(MigrationStrategyTest.Cleaning.class)
@MigratedDatabase
class MigrationStrategyTest {

    @TestConfiguration
    static class Cleaning {

        @Bean
        FlywayMigrationStrategy cleanFirst() {
            return flyway -> {
                throw new AssertionError("Boot's Flyway is not to migrate");
            };
        }
    }

    @Test
    void bootsFlywayDoesNotMigrate(@Autowired Users users) {
        assertThat(users.count()).isZero();
    }
}
