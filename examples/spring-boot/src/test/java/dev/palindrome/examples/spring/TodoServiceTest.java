package dev.palindrome.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Two annotations: the application is on a migrated database, and has rows in it. */
@SpringBootTest
@MigratedDatabase
@Seed(fill = {"users:10", "todos:50"})
class TodoServiceTest {

    @Autowired
    TodoService service;

    @Autowired
    Todos todos;

    @Test
    void addsATodo() {
        Todo added = service.add(1, "Water the plants", LocalDate.of(2026, 5, 1));

        assertThat(todos.findById(added.id())).get().extracting(Todo::title).isEqualTo("Water the plants");
        assertThat(todos.count()).isEqualTo(51);
    }

    @Test
    void completesATodo() {
        Todo added = service.add(1, "Water the plants", null);

        service.complete(added.id());

        assertThat(todos.findById(added.id())).get().matches(Todo::isCompleted);
        assertThat(todos.count()).as("what the other test added is gone").isEqualTo(51);
    }
}
