package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What docs/spring.md shows; {@code SnippetsTest} of the examples holds them together. */
class SpringPageTest {

    @Nested
    @SpringBootTest
    @MigratedDatabase
    @Seed(fill = {"users:10", "todos:50"})
    class TodoServiceTest {

        @Test
        void hasFiftyTodos(@Autowired JdbcClient jdbc) {
            assertThat(jdbc.sql("SELECT COUNT(*) FROM dbo.todos")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(50);
        }
    }
}
