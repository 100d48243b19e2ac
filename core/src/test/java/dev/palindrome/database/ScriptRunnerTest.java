package dev.palindrome.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.engine.EngineKind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ScriptRunnerTest {

    /** H2 runs the statements of one call by recursion, until its stack is full. */
    @Test
    void givesTheEmbeddedEngineOneStatementAfterTheOther() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:;MODE=MSSQLServer")) {
            connection.createStatement().execute("CREATE TABLE \"t\" (\"a\" INT)");
            String tsql = "INSERT INTO t DEFAULT VALUES\n".repeat(5000);

            ScriptRunner.run(connection, EngineKind.EMBEDDED, "seed.sql", tsql);

            try (ResultSet rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM \"t\"")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(5000);
            }
        }
    }
}
