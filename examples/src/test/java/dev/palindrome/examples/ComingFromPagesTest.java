package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.RoundTripTest;
import dev.palindrome.junit5.Seed;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.Migrations;
import dev.palindrome.reset.Snapshot;
import dev.palindrome.roundtrip.RoundTrip;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the pages in docs/from show; {@link SnippetsTest} holds them together. */
class ComingFromPagesTest {

    @Nested
    class Liquibase {

        @MigratedDatabase
        @Nested
        class MigrationsTest {

            @RoundTripTest
            void everyMigrationGoesDownAsWellAsUp(RoundTrip trip) {
                trip.assertReversible();
            }
        }
    }

    @Nested
    class DbUnit {

        @MigratedDatabase
        @Seed(data = "classpath:ada")
        @Nested
        class TodoRepositoryTest {

            @Test
            void findsWhatIsOpen(DataSource dataSource) {
                assertThat(new TodoRepository(dataSource).findOpen(2, 0, 10))
                        .extracting(Todo::title)
                        .containsExactly("Write the notes", "Publish them");
            }
        }
    }

    @Nested
    class DatabaseRider {

        @MigratedDatabase
        @Nested
        class TodoRepositoryTest {

            @Test
            @Seed(data = "classpath:ada")
            void completesATodo(DataSource dataSource) {
                TodoRepository todos = new TodoRepository(dataSource);

                todos.complete(2, Instant.now());

                assertThat(todos.findOpen(2, 0, 10)).extracting(Todo::id).containsExactly(3);
            }
        }
    }

    @Nested
    class Respawn {

        // begin
        private static TestDatabase database;

        private static Snapshot snapshot;

        @BeforeAll
        static void start() {
            database = TestDatabase.builder().seed(new TodoSeeder()).start();
            snapshot = database.snapshot();
        }

        @BeforeEach
        void reset() {
            snapshot.restore();
        }

        @AfterAll
        static void stop() {
            snapshot.close();
            database.close();
        }
        // end

        @AfterEach
        void writes() throws SQLException {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("DELETE FROM dbo.todos")).isEqualTo(50);
            }
        }

        @Test
        void findsTodos() {
            assertThat(new TodoRepository(database.dataSource()).findOpen(1, 0, 10))
                    .isNotEmpty();
        }

        @Test
        void findsThemAgain() {
            assertThat(new TodoRepository(database.dataSource()).findOpen(1, 0, 10))
                    .isNotEmpty();
        }
    }

    @Nested
    class Alembic {

        @MigratedDatabase(target = "base")
        @Nested
        class MigrationsTest {

            @Test
            void theStatusIsTakenBack(Migrations migrations) {
                migrations.upTo("5"); // upgrade 5
                migrations.down(); // downgrade -1
                assertThat(migrations.current().map(Migration::version)).contains("4"); // current

                List<Migration> undone = migrations.downToBase(); // downgrade base
                assertThat(undone).hasSize(4);
            }

            @RoundTripTest
            void everyMigrationGoesDownAsWellAsUp(RoundTrip trip) {
                trip.assertReversible();
            }
        }
    }
}
