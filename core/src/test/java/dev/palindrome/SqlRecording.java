package dev.palindrome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Writes every statement that goes to SQL Server into the file that the system property {@code test.record-sql} names, a
 * JSON text a line, each once in a JVM: those of a server are taken from its driver's log, those of a scripted one are told
 * by it. For trying them on something else, such as a grammar.
 */
public final class SqlRecording implements BeforeAllCallback {

    private static final String FILE = System.getProperty("test.record-sql", "");
    private static final Set<String> WRITTEN = ConcurrentHashMap.newKeySet();

    /** A prepared statement tells its text twice, and behind this for the last time. */
    private static final Pattern STATEMENT = Pattern.compile(
            "(?:Executing \\(not server cursor\\) |Executing server side cursor |: calling sp_\\w+: (?:(?!: calling).)*?SQL:)"
                    + "(?<sql>(?!.*: calling sp_).+)",
            Pattern.DOTALL);

    /** Held, because the log would forget it. */
    private static final Logger DRIVER = Logger.getLogger("com.microsoft.sqlserver.jdbc.internals.SQLServerStatement");

    private static boolean listening;

    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        if (!FILE.isEmpty() && !listening) {
            listening = true;
            DRIVER.setLevel(Level.FINER);
            DRIVER.setUseParentHandlers(false);
            DRIVER.addHandler(new DriverLog());
        }
    }

    /** Writes a statement, or a batch of them. */
    public static void statement(String sql) {
        if (!FILE.isEmpty() && WRITTEN.add(sql)) {
            append(json(sql) + "\n");
        }
    }

    /** Writes a script's batches. */
    public static void script(String script) {
        Stream.of(script.split("(?mi)^\\s*GO\\s*;?\\s*$"))
                .filter(batch -> !batch.isBlank())
                .forEach(SqlRecording::statement);
    }

    private static synchronized void append(String line) {
        try {
            Files.writeString(Path.of(FILE), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private static final class DriverLog extends Handler {

        @Override
        public void publish(LogRecord record) {
            Matcher statement = STATEMENT.matcher(record.getMessage());
            // What the server knows by its handle is logged as null.
            if (statement.find() && !statement.group("sql").strip().startsWith("null")) {
                statement(statement.group("sql"));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
