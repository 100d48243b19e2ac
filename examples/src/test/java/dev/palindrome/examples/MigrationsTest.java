package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.Migrations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Down and up again: each test starts, and leaves the database, at the newest version. */
@MigratedDatabase
class MigrationsTest {

    @AfterEach
    void goUp(Migrations migrations) {
        migrations.up();
    }

    @Test
    void theDatabaseStartsAtTheNewestVersion(Migrations migrations) {
        assertThat(currentVersion(migrations)).contains("5");
        assertThat(migrations.pending()).isEmpty();
        assertThat(versions(migrations.all())).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void everyVersionGoesDownAndUpAgain(Migrations migrations) {
        assertThat(versions(migrations.downToBase())).containsExactly("5", "4", "3", "2", "1");
        assertThat(migrations.current()).isEmpty();
        assertThat(versions(migrations.pending())).containsExactly("1", "2", "3", "4", "5");

        assertThat(versions(migrations.up())).containsExactly("1", "2", "3", "4", "5");
        assertThat(currentVersion(migrations)).contains("5");
    }

    @Test
    void goesDownAndUpAgainStepByStep(Migrations migrations) {
        assertThat(versions(migrations.down())).containsExactly("5");
        assertThat(versions(migrations.down(2))).containsExactly("4", "3");
        assertThat(currentVersion(migrations)).contains("2");

        assertThat(versions(migrations.up(1))).containsExactly("3");
        assertThat(versions(migrations.upTo("4"))).containsExactly("4");
        assertThat(versions(migrations.downTo("1"))).containsExactly("4", "3", "2");
        assertThat(currentVersion(migrations)).contains("1");
    }

    @Test
    void theStatusSurvivesTheWayDownAndUp(Migrations migrations, DataSource dataSource) throws SQLException {
        UserRepository users = new UserRepository(dataSource);
        User active = users.add("active", "active@example.com");
        User inactive = users.add("inactive", "inactive@example.com");
        users.changeStatus(inactive.id(), UserStatus.INACTIVE);
        List<Optional<User>> before = List.of(users.find(active.id()), users.find(inactive.id()));

        migrations.downTo("4");
        assertThat(isActive(dataSource, "active")).isTrue();
        assertThat(isActive(dataSource, "inactive")).isFalse();

        migrations.up();
        assertThat(List.of(users.find(active.id()), users.find(inactive.id()))).isEqualTo(before);
    }

    /** What the status migration was written for: rows that were there before it. */
    @Test
    void olderUsersAreGivenAStatus(Migrations migrations, DataSource dataSource) throws SQLException {
        migrations.downTo("4");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    INSERT INTO dbo.users (username, email, is_active)
                    VALUES (N'here', N'here@example.com', 1), (N'gone', N'gone@example.com', 0)
                    """);
        }

        migrations.upTo("5");

        UserRepository users = new UserRepository(dataSource);
        assertThat(users.findByUsername("here").map(User::status)).contains(UserStatus.ACTIVE);
        assertThat(users.findByUsername("gone").map(User::status)).contains(UserStatus.INACTIVE);
    }

    private static boolean isActive(DataSource dataSource, String username) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT is_active FROM dbo.users WHERE username = ?")) {
            statement.setString(1, username);
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getBoolean("is_active");
            }
        }
    }

    private static Optional<String> currentVersion(Migrations migrations) {
        return migrations.current().map(Migration::version);
    }

    private static List<String> versions(List<Migration> migrations) {
        return migrations.stream().map(Migration::version).toList();
    }
}
