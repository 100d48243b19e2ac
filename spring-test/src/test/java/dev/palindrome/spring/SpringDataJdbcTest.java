package dev.palindrome.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What docs/recipes/spring-data-jdbc.md shows. */
@SpringBootTest
@MigratedDatabase
@Seed(fill = {"users:1", "todos:2"})
class SpringDataJdbcTest {

    @Autowired
    Todos todos;

    @Test
    void savesATodo() {
        Todo saved = todos.save(new Todo(null, 1, "Water the plants"));

        assertThat(todos.findById(saved.id())).contains(saved);
        assertThat(todos.count()).isEqualTo(3);
    }
}
