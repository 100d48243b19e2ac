package dev.palindrome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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

    /** How many characters are shown on each side of a place. */
    private static final int BESIDE = 300;

    private static final int MOST_TOLD = 5;

    private static boolean listening;

    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        if (!FILE.isEmpty() && !listening) {
            listening = true;
            DriverLog.onStatement(SqlRecording::statement);
        }
    }

    /**
     * Writes a statement that the library makes, and holds it to what holds for all of them.
     *
     * @return the statement
     */
    public static String made(String sql) {
        List<String> broken = SqlServerTextRules.brokenBy(sql);
        if (!broken.isEmpty()) {
            throw new AssertionError(said(broken, sql));
        }
        statement(sql);
        return sql;
    }

    /** With the first place, and not the whole: a batch may have thousands of lines. */
    private static String said(List<String> broken, String sql) {
        String first = broken.get(0);
        int at =
                Math.max(0, sql.indexOf(first.substring(first.indexOf(": ") + 1).strip()));
        int start = Math.max(0, at - BESIDE);
        int end = Math.min(sql.length(), at + BESIDE);
        long line = sql.substring(0, at).lines().count() + (at == 0 || sql.charAt(at - 1) == '\n' ? 1 : 0);
        String others = broken.size() > MOST_TOLD ? ", and " + (broken.size() - MOST_TOLD) + " more" : "";
        return "This text " + broken.stream().limit(MOST_TOLD).collect(Collectors.joining(", and ")) + others
                + ". Of its " + sql.length() + " characters those about line " + line + ":\n"
                + (start > 0 ? "…" : "") + sql.substring(start, end) + (end < sql.length() ? "…" : "");
    }

    /**
     * The same for a script that the library makes, batch by batch.
     *
     * @return the script
     */
    public static String madeScript(String script) {
        batches(script).forEach(SqlRecording::made);
        return script;
    }

    /** Writes a statement, or a batch of them. */
    public static void statement(String sql) {
        if (!FILE.isEmpty() && WRITTEN.add(sql)) {
            append(json(sql) + "\n");
        }
    }

    private static Stream<String> batches(String script) {
        return Stream.of(script.split("(?mi)^\\s*GO\\s*;?\\s*$")).filter(batch -> !batch.isBlank());
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
}
