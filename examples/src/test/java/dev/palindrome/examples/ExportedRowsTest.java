package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What docs/export.md shows of a test with exported files; {@link SnippetsTest} holds them together. */
@MigratedDatabase
@Seed(data = "filesystem:src/test/resources/exported")
class ExportedRowsTest {

    @Test
    void todosHaveTheirUsers(Connection connection) throws SQLException {
        String joined = "SELECT COUNT(*) FROM dbo.todos t JOIN dbo.users u ON u.id = t.user_id";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(joined)) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(3);
        }
    }
}
