package dev.palindrome.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.OnDatabase;
import dev.palindrome.junit5.Seed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;

@MigratedDatabase
@MigratedDatabase(name = "audit", locations = "classpath:db/audit")
@Seed(fill = "users:3")
@Seed(database = "audit", fill = "entries:5")
class SeveralDatabasesTest {

    @RepeatedTest(2)
    void eachIsPutBack(DataSource main, @OnDatabase("audit") DataSource audit) throws SQLException {
        assertThat(count(main, "users")).isEqualTo(3);
        assertThat(count(audit, "entries")).isEqualTo(5);
        delete(audit, "entries");
    }

    private static int count(DataSource dataSource, String table) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM dbo." + table)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void delete(DataSource dataSource, String table) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM dbo." + table);
        }
    }
}
