package dev.palindrome.migration.flyway;

import dev.palindrome.migration.catalog.MigrationCatalog;
import dev.palindrome.migration.script.ScriptFile;
import dev.palindrome.migration.script.ScriptTexts;
import dev.palindrome.text.VisibleText;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/** Notes the statements of scripts that would go over a connection, and keeps them from it. */
final class StatementRecording {

    private final MigrationCatalog catalog;
    private final ScriptTexts texts;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Entry open;

    /**
     * What one script sent.
     *
     * @param title the comment above it
     * @param script empty for a Java migration
     * @param sent its statements in order
     */
    private record Entry(String title, Optional<ScriptFile> script, List<String> sent) {}

    StatementRecording(MigrationCatalog catalog, ScriptTexts texts) {
        this.catalog = catalog;
        this.texts = texts;
    }

    void open(MigrationInfo migration) {
        boolean isJava = catalog.file(migration.getScript()).isEmpty();
        String name = (migration.getVersion() == null ? "R" : "V" + migration.getVersion()) + " "
                + migration.getDescription() + (isJava ? "" : " [" + migration.getScript() + "]");
        open = new Entry(name, catalog.file(migration.getScript()), new ArrayList<>());
        entries.add(open);
    }

    void close() {
        open = null;
    }

    DataSource over(DataSource dataSource) {
        return proxy(
                DataSource.class,
                dataSource,
                (method, arguments, result) -> result instanceof Connection connection ? over(connection) : result);
    }

    private Connection over(Connection connection) {
        return proxy(
                Connection.class,
                connection,
                (method, arguments, result) ->
                        method.getName().equals("createStatement") ? over((Statement) result) : result);
    }

    private Statement over(Statement statement) {
        InvocationHandler handler =
                (proxy, method, arguments) -> method.getName().equals("execute") && take((String) arguments[0])
                        ? Boolean.FALSE
                        : invoke(statement, method, arguments);
        return (Statement) Proxy.newProxyInstance(
                StatementRecording.class.getClassLoader(), new Class<?>[] {Statement.class}, handler);
    }

    private boolean take(String sql) {
        Optional<Entry> entry = entry(sql.strip());
        entry.ifPresent(taker -> taker.sent().add(sql.strip()));
        return entry.isPresent();
    }

    /** A migration's statement is known by when it comes, a callback's by its text; both may hold the same one. */
    private Optional<Entry> entry(String sql) {
        Optional<Entry> migration = Optional.ofNullable(open);
        if (migration
                .flatMap(Entry::script)
                .filter(script -> texts.contains(script, sql))
                .isPresent()) {
            return migration;
        }
        Optional<Entry> callback = catalog.callbacks()
                .filter(file -> texts.contains(file, sql))
                .findFirst()
                .map(this::callbackEntry);
        return callback.or(() -> migration);
    }

    private Entry callbackEntry(ScriptFile callback) {
        Optional<ScriptFile> script = Optional.of(callback);
        Entry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        if (last != null && last.script().equals(script)) {
            return last;
        }
        Entry entry = new Entry("callback [" + callback.relativePath() + "]", script, new ArrayList<>());
        entries.add(entry);
        return entry;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            text.append("-- ").append(VisibleText.line(entry.title())).append('\n');
            List<String> statements = entry.script()
                    .map(script -> texts.asWritten(script, entry.sent()))
                    .orElse(entry.sent());
            statements.forEach(statement -> text.append(statement).append("\nGO\n"));
            text.append('\n');
        }
        return text.toString();
    }

    private interface Result {
        Object of(Method method, Object[] arguments, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, Result result) {
        return type.cast(Proxy.newProxyInstance(
                StatementRecording.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> result.of(method, arguments, invoke(target, method, arguments))));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
