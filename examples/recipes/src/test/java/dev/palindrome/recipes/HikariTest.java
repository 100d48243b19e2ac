package dev.palindrome.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.MigratedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

@MigratedDatabase
class HikariTest {

    private static HikariDataSource pool;

    @BeforeAll
    static void openPool(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(3);
        pool = new HikariDataSource(config);
        database.onConnectionsEnded(() -> pool.getHikariPoolMXBean().softEvictConnections());
    }

    @AfterAll
    static void closePool() {
        pool.close();
    }

    @RepeatedTest(2)
    void insertsAUser() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement insert = connection.createStatement()) {
            assertThat(insert.executeUpdate("INSERT INTO dbo.users (username) VALUES (N'Ada')"))
                    .isEqualTo(1);
        }
    }
}
