package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.junit5.MigratedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@MigratedDatabase
class UserRepositoryTest {

    private final UserRepository users;

    UserRepositoryTest(DataSource dataSource) {
        users = new UserRepository(dataSource);
    }

    @Test
    void aNewUserIsActiveAndNoAdmin() {
        User ada = users.add("ada", "ada@example.com");

        assertThat(ada.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(ada.admin()).isFalse();
        assertThat(ada.phoneNumber()).isEmpty();
        assertThat(ada.createdAt()).isNotNull();
    }

    @Test
    void findsAUserByName() {
        User grace = users.add("grace", "grace@example.com");

        assertThat(users.findByUsername("grace")).contains(grace);
        assertThat(users.findByUsername("grac")).isEmpty();
    }

    @Test
    void aUsernameMayHaveAHundredCharacters() {
        String name = "é".repeat(100);

        assertThat(users.add(name, "long@example.com").username()).isEqualTo(name);
    }

    @Test
    void aUsernameMayNotHaveMore() {
        assertThatThrownBy(() -> users.add("x".repeat(101), "longer@example.com"))
                .isInstanceOf(RepositoryException.class);
    }

    @Test
    void aUsernameIsTakenOnlyOnce() {
        users.add("linus", "linus@example.com");

        assertThatThrownBy(() -> users.add("linus", "another@example.com"))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("uq_users_username");
    }

    @Test
    void changesTheStatus() {
        User ken = users.add("ken", "ken@example.com");

        users.changeStatus(ken.id(), UserStatus.INACTIVE);

        assertThat(users.findByStatus(UserStatus.INACTIVE))
                .extracting(User::username)
                .containsExactly("ken");
        assertThat(users.findByStatus(UserStatus.ACTIVE)).isEmpty();
    }

    @Test
    void changesThePhoneNumber() {
        User barbara = users.add("barbara", "barbara@example.com");

        users.changePhoneNumber(barbara.id(), Optional.of("+1 555 0100"));
        assertThat(users.find(barbara.id()).flatMap(User::phoneNumber)).contains("+1 555 0100");

        users.changePhoneNumber(barbara.id(), Optional.empty());
        assertThat(users.find(barbara.id())).contains(barbara);
    }

    @Test
    void removesAUserTogetherWithTheTodos(DataSource dataSource) {
        TodoRepository todos = new TodoRepository(dataSource);
        User edsger = users.add("edsger", "edsger@example.com");
        Todo todo = todos.add(edsger.id(), "Find the shortest path", 1);

        users.remove(edsger.id());

        assertThat(users.find(edsger.id())).isEmpty();
        assertThat(todos.find(todo.id())).isEmpty();
    }

    /** A test may write its own SQL; the connection is closed after it. */
    @Test
    void readsWhatOthersWrote(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    INSERT INTO dbo.users (username, email, is_admin, status)
                    VALUES (N'root', N'root@example.com', 1, N'inactive')
                    """);
        }

        User root = users.findByUsername("root").orElseThrow();

        assertThat(root.admin()).isTrue();
        assertThat(root.status()).isEqualTo(UserStatus.INACTIVE);
    }
}
