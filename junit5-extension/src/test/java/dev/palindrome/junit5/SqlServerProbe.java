package dev.palindrome.junit5;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a server may lack that only speaks SQL Server's protocol. Each is asked for once. */
final class SqlServerProbe {

    private static final Map<String, Optional<String>> REFUSALS = new ConcurrentHashMap<>();

    private SqlServerProbe() {}

    /** Skips the test, visibly, where the server cannot run a statement in a migrated database. */
    static void requires(String sql) {
        REFUSALS.computeIfAbsent(sql, SqlServerProbe::refusal)
                .ifPresent(why -> abort("this server cannot run " + sql + ": " + why));
    }

    private static Optional<String> refusal(String sql) {
        try (TestDatabase database = TestDatabase.builder()
                        .engine(EngineKind.SQL_SERVER)
                        .purpose("probe")
                        .start();
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
