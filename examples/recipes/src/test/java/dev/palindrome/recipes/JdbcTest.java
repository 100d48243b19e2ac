package dev.palindrome.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@MigratedDatabase
@Seed(fill = {"users:3", "todos:9"})
class JdbcTest {

    @Test
    void countsTodos(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM dbo.todos");
                ResultSet row = query.executeQuery()) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(9);
        }
    }

    @Test
    void deletesThemWithOneConnection(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM dbo.todos")) {
            assertThat(delete.executeUpdate()).isEqualTo(9);
        }
    }
}
