package dev.palindrome.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.Engines;
import dev.palindrome.settings.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class H2DatabasesTest {

    private final Databases databases = Databases.on(Engines.select(
            new EngineRequest(EngineKind.EMBEDDED, Optional.empty(), Settings.of(name -> Optional.empty()))));

    @Test
    void aNewDatabaseHasDboAsItsDefaultSchema() throws SQLException {
        try (Database database = databases.create("H2DatabasesTest", DatabaseOptions.DEFAULT);
                Connection connection = database.dataSource().getConnection()) {
            assertThat(connection.getSchema()).isEqualTo("dbo");
        }
    }

    @Test
    void aClosedDatabaseIsGone() throws SQLException {
        Database database = databases.create("H2DatabasesTest", DatabaseOptions.DEFAULT);
        database.close();
        assertThatThrownBy(() -> database.dataSource().getConnection())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("not found");
    }

    @Test
    void closingTwiceIsFineAndSoIsClosingWhatATestShutDown() throws SQLException {
        Database database = databases.create("H2DatabasesTest", DatabaseOptions.DEFAULT);
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
        database.close();
        database.close();
    }
}
