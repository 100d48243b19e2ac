package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Every test begins with the rows of {@link TodoSeeder}, whatever the tests before it did. */
@MigratedDatabase
@Seed(TodoSeeder.class)
class SeededTodosTest {

    private final UserRepository users;
    private final TodoRepository todos;

    SeededTodosTest(DataSource dataSource) {
        users = new UserRepository(dataSource);
        todos = new TodoRepository(dataSource);
    }

    @Test
    void theFirstUserIsTheOnlyAdministrator() {
        assertThat(all(10).map(id -> users.find(id).orElseThrow()).filter(User::admin))
                .extracting(User::id)
                .containsExactly(1);
    }

    @Test
    void usersOwnTheTodosInTurn() {
        assertThat(all(50).map(id -> todos.find(id).orElseThrow()))
                .extracting(Todo::userId)
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).map(i -> i % 10 + 1).boxed().toList());
    }

    @Test
    void everyThirdTodoIsComplete() {
        assertThat(all(50).map(id -> todos.find(id).orElseThrow()).filter(Todo::completed))
                .extracting(Todo::id)
                .containsExactly(1, 4, 7, 10, 13, 16, 19, 22, 25, 28, 31, 34, 37, 40, 43, 46, 49);
    }

    @Test
    void theFirstUserHasOneKindOfTodos() {
        List<Todo> open = todos.findOpen(1, 0, 10);

        assertThat(open).extracting(Todo::id).containsExactly(11, 21, 41);
        assertThat(open).extracting(Todo::priority).containsOnly(1);
    }

    @Test
    void completingOneLeavesTwo() {
        todos.complete(11, Instant.parse("2026-03-02T12:00:00Z"));

        assertThat(todos.findOpen(1, 0, 10)).extracting(Todo::id).containsExactly(21, 41);
    }

    @Test
    void anAdministratorMayBeRemovedWithAllTodos() {
        users.remove(1);

        assertThat(all(50).filter(id -> todos.find(id).isPresent())).hasSize(45);
    }

    private static Stream<Integer> all(int count) {
        return IntStream.rangeClosed(1, count).boxed();
    }
}
