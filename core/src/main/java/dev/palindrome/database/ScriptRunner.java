package dev.palindrome.database;

import com.microsoft.sqlserver.jdbc.SQLServerException;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.sql.FailedLine;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.Approximations;
import dev.palindrome.tsql.GoCount;
import dev.palindrome.tsql.TranslatedScript;
import dev.palindrome.tsql.TsqlBatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.IntConsumer;

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
        send(connection, engine, name, tsql, line -> {});
    }

    /**
     * The same of a script that somebody has written, telling where it is. What the embedded engine does otherwise than SQL
     * Server is logged.
     *
     * @param connection where to run it
     * @param engine what is at its other end
     * @param name the script's name for error messages
     * @param tsql the script
     * @param lines told the line, from 1, of each thing that is about to be sent: on SQL Server a batch, on the embedded
     *     engine a statement
     * @throws SQLException if a statement fails
     * @throws dev.palindrome.tsql.NeedsSqlServerException if the embedded engine cannot take a statement
     */
    public static void runAuthored(
            Connection connection, EngineKind engine, String name, String tsql, IntConsumer lines) throws SQLException {
        send(connection, engine, name, tsql, lines);
        if (engine == EngineKind.EMBEDDED) {
            Approximations.log(name, tsql);
        }
    }

    private static void send(Connection connection, EngineKind engine, String name, String tsql, IntConsumer lines)
            throws SQLException {
        if (engine == EngineKind.EMBEDDED) {
            runOnH2(connection, TranslatedScript.rewrite(name, tsql, GoCount.REPEATS), lines);
            return;
        }
        for (TsqlBatch batch : TsqlBatch.split(tsql, GoCount.REPEATS)) {
            for (int i = 0; i < batch.repeat(); i++) {
                lines.accept(batch.line());
                execute(connection, batch.text());
            }
        }
    }

    /**
     * The line of the script that a failure is about.
     *
     * @param failure what {@link #run} has thrown
     * @param begun the line of what was sent last; the server counts from there
     * @return from 1
     */
    public static int lineOf(SQLException failure, int begun) {
        Optional<Integer> inner = FailedLine.of(failure);
        if (inner.isPresent()) {
            return inner.get();
        }
        return failure instanceof SQLServerException server && server.getSQLServerError() != null
                ? begun + Math.max(0, (int) server.getSQLServerError().getLineNumber() - 1)
                : begun;
    }

    /** In the script as a whole every statement stands on its line. */
    private static void runOnH2(Connection connection, TranslatedScript script, IntConsumer lines) throws SQLException {
        int at = 0;
        int line = 1;
        for (String statement : script.h2Statements()) {
            int start = script.sql().indexOf(statement, at);
            int end = start + statement.length();
            line += lineBreaks(script.sql().substring(at, start));
            lines.accept(line);
            try {
                execute(connection, statement);
            } catch (SQLException e) {
                throw FailedLine.in(e).<SQLException>map(failed -> failed).orElse(e);
            }
            line += lineBreaks(statement);
            at = end;
        }
    }

    private static int lineBreaks(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        if (!sql.isBlank()) {
            SqlRunner.on(connection).run(sql);
        }
    }
}
