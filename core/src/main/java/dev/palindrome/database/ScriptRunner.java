package dev.palindrome.database;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.tsql.H2Script;
import dev.palindrome.tsql.TsqlBatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs T-SQL scripts that are no migrations, {@code GO} and all, on either engine. */
public final class ScriptRunner {

    private ScriptRunner() {}

    /**
     * Runs a script. What came before a statement that fails stays, unless the caller's transaction takes it back.
     *
     * @param connection where to run it
     * @param engine what is at its other end
     * @param name the script's name for error messages
     * @param tsql the script
     * @throws SQLException if a statement fails
     * @throws dev.palindrome.tsql.NeedsSqlServerException if the embedded engine cannot take a statement
     */
    public static void run(Connection connection, EngineKind engine, String name, String tsql) throws SQLException {
        if (engine == EngineKind.EMBEDDED) {
            for (String statement : H2Script.rewrite(name, tsql).h2Statements()) {
                execute(connection, statement);
            }
            return;
        }
        for (TsqlBatch batch : TsqlBatch.split(tsql)) {
            for (int i = 0; i < batch.repeat(); i++) {
                execute(connection, batch.text());
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        if (sql.isBlank()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            // An error of a later statement of the batch only shows when its result is asked for.
            boolean hasResult = statement.execute(sql);
            while (hasResult || statement.getUpdateCount() != -1) {
                hasResult = statement.getMoreResults();
            }
        }
    }
}
