package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.MigratedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** An older schema: the database stops at the version that the test is about. */
@MigratedDatabase(target = "4")
class OlderSchemaTest {

    @Test
    void usersHaveNoStatusYet(TestDatabase database) {
        UserRepository users = new UserRepository(database.dataSource());

        assertThat(database.migrations().current().orElseThrow().version()).isEqualTo("4");
        assertThatThrownBy(() -> users.findByStatus(UserStatus.ACTIVE))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("status");
    }

    /** For an application that makes its own connections. */
    @Test
    void canBeReachedByUrl(TestDatabase database) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }
}
