package dev.palindrome.migration.flyway;

import dev.palindrome.migration.StatementListener;
import dev.palindrome.migration.catalog.MigrationCatalog;
import dev.palindrome.migration.script.ScriptTexts;
import dev.palindrome.sql.ChangedRows;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells a listener how many rows the statements of the running migration have changed: what the driver says when Flyway asks
 * for it, so that nothing else is sent. Of what the embedded engine runs inside of a call, that tells itself.
 */
final class StatementCounts {

    private static final int NONE = -1;

    private final StatementListener listener;
    private final MigrationCatalog catalog;
    private final ScriptTexts texts;
    private @Nullable RunProgress progress;
    private String script = "";
    private String text = "";
    private int at;
    private int line;

    StatementCounts(StatementListener listener, MigrationCatalog catalog, ScriptTexts texts) {
        this.listener = listener;
        this.catalog = catalog;
        this.texts = texts;
    }

    /** Runs something on connections of {@link #over}. */
    void during(RunProgress watched, Runnable run) {
        if (listener == StatementListener.NONE) {
            run.run();
            return;
        }
        ChangedRows.Listener before = ChangedRows.listener(this::changed);
        progress = watched;
        script = "";
        try {
            run.run();
        } finally {
            progress = null;
            ChangedRows.listener(before);
        }
    }

    /** The same data source, watched. */
    DataSource over(DataSource dataSource) {
        return listener == StatementListener.NONE
                ? dataSource
                : (DataSource) proxy(DataSource.class, new Watch(dataSource, this));
    }

    /** What {@link #over} was given. */
    static DataSource beneath(DataSource dataSource) {
        return dataSource instanceof Proxy
                        && Proxy.getInvocationHandler(dataSource) instanceof Watch watch
                        && watch.target() instanceof DataSource watched
                ? watched
                : dataSource;
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(StatementCounts.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private Optional<String> running() {
        return Optional.ofNullable(progress).flatMap(RunProgress::script);
    }

    private void changed(String name, int lineOfStatement, long rows) {
        if (running().filter(name::equals).isPresent()) {
            listener.ran(name, lineOfStatement, lineOfStatement, rows);
        }
    }

    private void sent(String sql, long rows) {
        Optional<String> running = running();
        String part = sql.strip();
        if (running.isEmpty() || !texts.changesRows(part)) {
            return;
        }
        if (!script.equals(running.get())) {
            script = running.get();
            text = catalog.file(script).map(texts::whole).orElse("");
            at = 0;
            line = 1;
        }
        int start = text.indexOf(part, at);
        if (start >= 0) {
            int first = line + lineBreaks(at, start);
            int last = first + lineBreaks(start, start + part.length());
            at = start + part.length();
            line = last;
            listener.ran(script, first, texts.sendsBatches() ? last : first, rows);
        }
    }

    private int lineBreaks(int from, int to) {
        return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
    }

    /** Passes on whatever is asked of a data source or a connection. */
    private record Watch(Object target, StatementCounts counts) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("equals") && arguments != null) {
                return arguments[0] instanceof Proxy
                        && Proxy.getInvocationHandler(arguments[0]) instanceof Watch other
                        && other.target.equals(target);
            }
            Object result = call(target, method, arguments);
            if (result instanceof Connection connection && method.getName().equals("getConnection")) {
                return proxy(Connection.class, new Watch(connection, counts));
            }
            return result instanceof Statement statement && method.getName().equals("createStatement")
                    ? proxy(Statement.class, new Counting(statement, counts))
                    : result;
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** Adds up what the driver says of one statement or batch. */
    private static final class Counting implements InvocationHandler {

        private final Statement target;
        private final StatementCounts counts;
        private @Nullable String sql;
        private long rows;

        Counting(Statement target, StatementCounts counts) {
            this.target = target;
            this.counts = counts;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            String name = method.getName();
            if (name.equals("equals") && arguments != null) {
                return arguments[0] == proxy;
            }
            Object result = call(target, method, arguments);
            switch (name) {
                case "execute" -> {
                    sql = arguments != null && arguments.length == 1 && arguments[0] instanceof String text
                            ? text
                            : null;
                    rows = NONE;
                }
                case "getUpdateCount", "getLargeUpdateCount" -> {
                    long more = result instanceof Number count ? count.longValue() : NONE;
                    if (more != NONE) {
                        rows = Math.max(0, rows) + more;
                    } else if (sql != null && rows != NONE) {
                        counts.sent(sql, rows);
                        sql = null;
                    }
                }
                default -> {}
            }
            return result;
        }
    }
}
