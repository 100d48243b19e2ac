package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.engine.EngineKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SQL of an application's own, which nobody rewrites, in H2's mode for SQL Server. */
class EmbeddedApplicationSqlIT {

    private TestDatabase database;

    @BeforeEach
    void start() throws SQLException {
        database = TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .target("base")
                .locations("classpath:db/front")
                .start();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE users (id INT PRIMARY KEY, name NVARCHAR(20) NULL)");
            statement.execute("INSERT INTO users (id, name) VALUES (1, N'Ann'), (2, NULL)");
        }
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return QueriedRows.of(connection, query);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SELECT COUNT_BIG(name) FROM users | 1",
                "SELECT COUNT_BIG(DISTINCT id) FROM users | 2",
                "SELECT EOMONTH('2024-02-03') | 2024-02-29",
                "SELECT EOMONTH('2024-02-03', 1) | 2024-03-31",
                "SELECT DATEFROMPARTS(2024, 2, 3) | 2024-02-03",
                "SELECT REPLICATE('ab', 2) | abab",
                "SELECT STUFF('abcdef', 2, 3, 'x') | axef",
                "SELECT REVERSE('abc') | cba",
                "SELECT COUNT(*) FROM users WHERE SYSUTCDATETIME() > '2024-01-01' AND SYSDATETIME() > '2024-01-01' | 2",
                "SELECT COUNT(*) FROM users WHERE GETUTCDATE() < SYSDATETIMEOFFSET() | 2",
                "SELECT COUNT(*) FROM users WHERE OBJECT_ID('dbo.users', 'U') IS NOT NULL | 2",
                "SELECT COL_LENGTH('users', 'id') | 4",
                "SELECT name FROM sys.tables WHERE name = 'USERS' | users",
                "SELECT t.name FROM sys.columns c JOIN sys.tables t ON t.object_id = c.object_id WHERE c.name = 'name' | users",
                "SELECT name FROM [sys].[objects] WHERE type = 'U' AND schema_id = SCHEMA_ID('dbo') AND name LIKE 'use%' | users",
                "SELECT COUNT(*) FROM sys.sequences | 0",
            })
    void works(String query, String expected) throws SQLException {
        assertThat(rows(query)).containsExactly(expected);
    }

    @Test
    void theViewsAreNobodysTables() {
        assertThat(database.schema().toString()).doesNotContain("sys");
    }

    @Test
    void whatH2CannotTakeIsAnError() {
        assertThatThrownBy(() -> rows("SELECT IIF(id > 1, 'x', 'y') FROM users"))
                .hasMessageContaining("IIF");
        assertThatThrownBy(() -> rows("SELECT COUNT_BIG(*) FROM users")).hasMessageContaining("COUNT_BIG");
    }
}
