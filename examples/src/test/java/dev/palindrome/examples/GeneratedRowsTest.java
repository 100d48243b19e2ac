package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Rows made from the schema alone: nothing else is written for them. */
@MigratedDatabase
@Seed(fill = {"users:10", "todos:50"})
class GeneratedRowsTest {

    @Test
    void everyUserCanBeFoundByName(DataSource dataSource) {
        UserRepository users = new UserRepository(dataSource);

        assertThat(IntStream.rangeClosed(1, 10).mapToObj(id -> users.find(id).orElseThrow()))
                .allSatisfy(user ->
                        assertThat(users.findByUsername(user.username())).contains(user))
                .allSatisfy(user -> assertThat(user.email()).contains("@example."));
    }

    @Test
    void everyTodoHasAnOwner(DataSource dataSource) {
        TodoRepository todos = new TodoRepository(dataSource);

        assertThat(IntStream.rangeClosed(1, 50).mapToObj(id -> todos.find(id).orElseThrow()))
                .allSatisfy(todo -> assertThat(todo.userId()).isBetween(1, 10))
                .allSatisfy(todo -> assertThat(todo.priority()).isBetween(1, 5));
    }

    @Test
    @Seed(fill = "comments:5")
    void commentsAreOfUsersThatAreThere(DataSource dataSource) {
        assertThat(new Jdbc(dataSource).list(row -> row.getInt("user_id"), "SELECT user_id FROM dbo.comments"))
                .hasSize(5)
                .allSatisfy(user -> assertThat(user).isBetween(1, 10));
    }
}
