package todos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.RepeatedTest;

@MigratedDatabase
@Seed(fill = {"users:10", "todos:50"})
class TodosTest {

    @RepeatedTest(3)
    void deletesATodo(Connection connection) throws SQLException {
        assertEquals(50, numberOfTodos(connection));

        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM dbo.todos WHERE id = 1");
        }

        assertEquals(49, numberOfTodos(connection));
    }

    private static int numberOfTodos(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM dbo.todos")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
