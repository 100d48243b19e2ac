package dev.palindrome.examples;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.migration.Migrations;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What README.md shows; {@link SnippetsTest} holds them together. */
class ReadmeTest {

    @Nested
    @MigratedDatabase
    class TodoRepositoryTest {

        @Test
        void completesATodo(DataSource dataSource) {
            // a new database, migrated with every script in db/migration
        }

        @Test
        void everyVersionGoesDownAndUpAgain(Migrations migrations) {
            migrations.downToBase(); // U5, U4, … U1
            migrations.up(); // V1, V2, … V5
        }
    }
}
