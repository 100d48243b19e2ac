package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.junit5.MigratedDatabase;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every test begins with an empty database, and adds the user that it needs. */
@MigratedDatabase
class TodoRepositoryTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    private final TodoRepository todos;
    private int userId;

    TodoRepositoryTest(DataSource dataSource) {
        todos = new TodoRepository(dataSource);
    }

    @BeforeEach
    void addUser(DataSource dataSource) {
        userId = new UserRepository(dataSource).add("ada", "ada@example.com").id();
    }

    @Test
    void completesATodo() {
        Todo todo = todos.add(userId, "Write the undo script", 1);

        assertThat(todos.complete(todo.id(), NOON)).isTrue();

        assertThat(todos.find(todo.id()).flatMap(Todo::completedAt)).contains(NOON);
        assertThat(todos.findOpen(userId, 0, 10)).isEmpty();
    }

    @Test
    void completesATodoOnlyOnce() {
        Todo todo = todos.add(userId, "Write the undo script", 1);
        todos.complete(todo.id(), NOON);

        assertThat(todos.complete(todo.id(), NOON.plusSeconds(60))).isFalse();

        assertThat(todos.find(todo.id()).flatMap(Todo::completedAt)).contains(NOON);
    }

    @Test
    void anUnknownTodoCannotBeCompleted() {
        assertThat(todos.complete(-1, NOON)).isFalse();
    }

    @Test
    void aNewTodoIsOpenAndHasNoDescription() {
        Todo todo = todos.add(userId, "Read the migration", 2);

        assertThat(todo.userId()).isEqualTo(userId);
        assertThat(todo.title()).isEqualTo("Read the migration");
        assertThat(todo.priority()).isEqualTo(2);
        assertThat(todo.completed()).isFalse();
        assertThat(todo.description()).isEmpty();
    }

    @Test
    void keepsALongDescriptionInAnyScript() {
        String description = "žluťoučký kůň 跑步 ".repeat(1000);
        Todo todo = todos.add(userId, "Read the migration", 2);

        todos.describe(todo.id(), Optional.of(description));

        assertThat(todos.find(todo.id()).flatMap(Todo::description)).contains(description);
    }

    @Test
    void takesADescriptionAway() {
        Todo todo = todos.add(userId, "Read the migration", 2);
        todos.describe(todo.id(), Optional.of("all of it"));

        todos.describe(todo.id(), Optional.empty());

        assertThat(todos.find(todo.id())).contains(todo);
    }

    @Test
    void listsTheMostUrgentFirst() {
        for (int i = 0; i < 7; i++) {
            todos.add(userId, "todo " + i, i % 5 + 1);
        }

        assertThat(todos.findOpen(userId, 0, 3)).extracting(Todo::title).containsExactly("todo 0", "todo 5", "todo 1");
        assertThat(todos.findOpen(userId, 1, 3)).extracting(Todo::title).containsExactly("todo 6", "todo 2", "todo 3");
        assertThat(todos.findOpen(userId, 2, 3)).extracting(Todo::title).containsExactly("todo 4");
    }

    @Test
    void thereIsNoPrioritySix() {
        assertThatThrownBy(() -> todos.add(userId, "Never", 6))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("ck_todos_priority");
    }

    @Test
    void aTodoNeedsAUser() {
        assertThatThrownBy(() -> todos.add(-1, "Nobody's", 3))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("fk_todos_users");
    }
}
