package dev.palindrome;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.ScriptRunner;
import dev.palindrome.engine.EngineKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a server may lack that speaks SQL Server's protocol. Each is asked for once. */
public final class ServerFeature {

    private static final Map<String, Optional<String>> REFUSALS = new ConcurrentHashMap<>();

    private ServerFeature() {}

    /** Skips the test, visibly, where the server cannot run a script in an empty database. */
    public static void requires(Databases databases, String tsql) {
        REFUSALS.computeIfAbsent(tsql, script -> refusal(databases, script)).ifPresent(why -> {
            abort("this server cannot run " + tsql + ": " + why);
        });
    }

    private static Optional<String> refusal(Databases databases, String script) {
        try (Database database = databases.create("probe", DatabaseOptions.DEFAULT);
                Connection connection = database.dataSource().getConnection()) {
            ScriptRunner.run(connection, EngineKind.SQL_SERVER, "probe", script);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
