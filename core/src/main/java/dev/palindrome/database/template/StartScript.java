package dev.palindrome.database.template;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.ScriptRunner;
import dev.palindrome.database.StartingPoint;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.text.OneLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Runs the script with which a database begins. */
public final class StartScript {

    private static final int LINES_SHOWN = 5;

    private static final Pattern SEPARATOR = Pattern.compile("(?i)GO(?:\\s++\\d++)?+");

    private StartScript() {}

    /**
     * Puts into a database that has just been made what it begins with, where that is a script.
     *
     * @param <D> what it is to whoever has made it
     * @param database is closed where that fails
     * @param start what it begins with
     * @return the same database
     * @throws DatabaseException if a statement fails; the message names script, line and statement
     * @throws dev.palindrome.tsql.NeedsSqlServerException if the embedded engine cannot take a statement
     */
    public static <D extends Database> D putInto(D database, StartingPoint start) {
        if (start instanceof StartingPoint.Script script) {
            try {
                run(script, database);
            } catch (RuntimeException | Error e) {
                IncompleteDatabase.close(e, database);
                throw e;
            }
        }
        return database;
    }

    /** On a connection of its own: a script leaves settings of the session behind. */
    private static void run(StartingPoint.Script script, Database database) {
        AtomicInteger begun = new AtomicInteger(1);
        try (Connection connection = database.dataSource().getConnection()) {
            ScriptRunner.runAuthored(connection, database.engine(), script.name(), script.tsql(), begun::set);
        } catch (SQLException e) {
            int line = ScriptRunner.lineOf(e, begun.get());
            throw new DatabaseException(
                    "The schema script %s failed at line %d: %s.%nStatement: %s%nNothing of it stays: the database is dropped again. Mend the script, or leave the statement out."
                            .formatted(script.name(), line, reason(e), statementAt(script.tsql(), line)),
                    e);
        }
    }

    private static String reason(SQLException e) {
        return ErrorText.withoutStatement(ErrorText.of(e)).strip().replaceAll("\\.$", "");
    }

    /** What stands there, up to an empty line or a GO. */
    private static String statementAt(String tsql, int line) {
        return tsql.lines()
                .skip(line - 1L)
                .takeWhile(text ->
                        !text.isBlank() && !SEPARATOR.matcher(text.strip()).matches())
                .limit(LINES_SHOWN)
                .map(OneLine::of)
                .reduce((above, below) -> above + "\n  " + below)
                .orElse("");
    }
}
