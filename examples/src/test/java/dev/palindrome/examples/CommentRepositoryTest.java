package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.palindrome.junit5.MigratedDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Two users that all tests share, made once; todos and comments are each test's own. */
@MigratedDatabase
@TestInstance(Lifecycle.PER_CLASS)
class CommentRepositoryTest {

    private final UserRepository users;
    private final TodoRepository todos;
    private final CommentRepository comments;
    private int owner;
    private int guest;

    CommentRepositoryTest(DataSource dataSource) {
        users = new UserRepository(dataSource);
        todos = new TodoRepository(dataSource);
        comments = new CommentRepository(dataSource);
    }

    @BeforeAll
    void addUsers() {
        owner = users.add("owner", "owner@example.com").id();
        guest = users.add("guest", "guest@example.com").id();
    }

    @Test
    void listsCommentsInTheOrderTheyWereMade() {
        Todo todo = todos.add(owner, "Review", 1);

        comments.add(todo.id(), guest, "Which one?");
        comments.add(todo.id(), owner, "V5, please.");

        assertThat(comments.findByTodo(todo.id()))
                .extracting(Comment::userId, Comment::body)
                .containsExactly(tuple(guest, "Which one?"), tuple(owner, "V5, please."));
    }

    @Test
    void countsTheCommentsOfAUser() {
        User user = users.add("talkative", "talkative@example.com");
        Todo todo = todos.add(owner, "Review", 1);

        comments.add(todo.id(), user.id(), "One.");
        comments.add(todo.id(), user.id(), "Two.");

        assertThat(comments.countByUser(user.id())).isEqualTo(2);
    }

    @Test
    void aCommentNeedsATodo() {
        assertThatThrownBy(() -> comments.add(-1, guest, "Where?"))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("fk_comments_todos");
    }

    @Test
    void aTodosCommentsGoWithItsOwner() {
        User user = users.add("leaving", "leaving@example.com");
        Todo todo = todos.add(user.id(), "Say goodbye", 1);
        comments.add(todo.id(), guest, "Goodbye!");

        users.remove(user.id());

        assertThat(comments.findByTodo(todo.id())).isEmpty();
    }

    @Test
    void whoCommentedOnATodoOfSomebodyElseStays() {
        User user = users.add("helpful", "helpful@example.com");
        Todo todo = todos.add(owner, "Review", 1);
        comments.add(todo.id(), user.id(), "Done.");

        assertThatThrownBy(() -> users.remove(user.id()))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("fk_comments_users");
    }
}
