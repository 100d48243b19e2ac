package dev.palindrome;

import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Microsoft's driver says in its log of the statements that it sends, and of the errors that come back. */
public final class DriverLog {

    /** A prepared statement tells its text twice, and behind this for the last time. */
    private static final Pattern STATEMENT = Pattern.compile(
            "(?:Executing \\(not server cursor\\) |Executing server side cursor |: calling sp_\\w+: (?:(?!: calling).)*?SQL:)"
                    + "(?<sql>(?!.*: calling sp_).+)",
            Pattern.DOTALL);

    /** Held, because the log would forget them. */
    private static final Logger STATEMENTS =
            Logger.getLogger("com.microsoft.sqlserver.jdbc.internals.SQLServerStatement");

    private static final Logger ERRORS = Logger.getLogger("com.microsoft.sqlserver.jdbc.internals.SQLServerException");

    private DriverLog() {}

    /**
     * Hands on each statement, in the thread that sends it, from now on.
     *
     * @param listener gets the text
     */
    public static void onStatement(Consumer<String> listener) {
        listen(STATEMENTS, Level.FINER, message -> {
            Matcher statement = STATEMENT.matcher(message);
            // What the server knows by its handle is logged as null.
            if (statement.find() && !statement.group("sql").strip().startsWith("null")) {
                listener.accept(statement.group("sql"));
            }
        });
    }

    /**
     * Hands on each error, in the thread that is told of it, from now on.
     *
     * @param listener gets a text that the error's message is in
     */
    public static void onError(Consumer<String> listener) {
        listen(ERRORS, Level.FINE, listener);
    }

    /** Hands on nothing any more in this JVM: what takes time to write down cannot be timed meanwhile. */
    public static void fallSilent() {
        STATEMENTS.setLevel(Level.OFF);
        ERRORS.setLevel(Level.OFF);
    }

    private static void listen(Logger logger, Level level, Consumer<String> messages) {
        logger.setLevel(level);
        logger.setUseParentHandlers(false);
        logger.addHandler(new Handler() {
            @Override
            public void publish(LogRecord entry) {
                messages.accept(String.valueOf(entry.getMessage()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }
}
