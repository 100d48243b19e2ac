package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.OnDatabase;
import dev.palindrome.junit5.Seed;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What docs/annotation.md shows; {@link SnippetsTest} holds them together. */
class AnnotationPageTest {

    @Nested
    @MigratedDatabase
    class TodoRepositoryTest {

        @Test
        void aUserWithoutTodosHasNothingToDo(DataSource dataSource) {
            int ada =
                    new UserRepository(dataSource).add("ada", "ada@example.com").id();

            assertThat(new TodoRepository(dataSource).findOpen(ada, 0, 10)).isEmpty();
        }
    }

    @Nested
    @MigratedDatabase
    @Seed(fill = {"users:10", "todos:50"})
    class SearchTest {

        @Test
        void aPageHoldsNoMoreThanItsSize(DataSource dataSource) {
            assertThat(new TodoRepository(dataSource).findOpen(1, 0, 2)).hasSizeLessThanOrEqualTo(2);
        }

        @Test
        @Seed(scripts = "classpath:grace.sql")
        void findsAUserByName(DataSource dataSource) {
            assertThat(new UserRepository(dataSource).findByUsername("grace")).isPresent();
        }
    }

    @MigratedDatabase(
            target = "4",
            flyway = {"placeholders.env=test", "defaultSchema=sales"},
            options = "READ_COMMITTED_SNAPSHOT=ON")
    static class WithAttributes {}

    @MigratedDatabase(backup = "backups/prod.bak")
    static class WithBackup {}

    @Retention(RetentionPolicy.RUNTIME)
    @MigratedDatabase(locations = "classpath:db/sales", flyway = "defaultSchema=sales")
    @interface SalesDatabase {}

    @Nested
    @MigratedDatabase(name = "orders", locations = "classpath:db/orders")
    @MigratedDatabase(name = "audit", locations = "classpath:db/audit")
    class OrderServiceTest {

        @Test
        void hasBoth(@OnDatabase("orders") DataSource orders, @OnDatabase("audit") Connection audit)
                throws SQLException {
            try (Connection connection = orders.getConnection()) {
                assertThat(connection.getCatalog()).isNotEqualTo(audit.getCatalog());
            }
        }
    }
}
