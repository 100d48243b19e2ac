package dev.palindrome;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is the same on every server: logins, and batches sent. Each execution of a statement is a batch, and so is
 * whatever else a connection is asked that Microsoft's driver asks the server.
 */
public final class CountingDataSource {

    private static final Set<String> ASK_THE_SERVER =
            Set.of("getSchema", "isValid", "setSavepoint", "setAutoCommit", "rollback", "commit");

    private static final StackWalker STACK = StackWalker.getInstance();

    /** A login or a batch. */
    private record Sent(boolean isFlyways, String text) {}

    private final List<Sent> logins = new ArrayList<>();
    private final List<Sent> batches = new ArrayList<>();
    private final @Nullable DataSource real;

    /** Counts what it is told to. */
    public CountingDataSource() {
        this.real = null;
    }

    public CountingDataSource(DataSource real) {
        this.real = real;
    }

    /** The counted one. */
    public DataSource counted() {
        return counted(real);
    }

    /** Such as this, counted too. */
    public DataSource counted(DataSource other) {
        return proxy(DataSource.class, other, "");
    }

    /** Such as this, counted too. */
    public ConnectionPoolDataSource counted(ConnectionPoolDataSource other) {
        return proxy(ConnectionPoolDataSource.class, other, "");
    }

    /** Begins anew. */
    public synchronized void reset() {
        logins.clear();
        batches.clear();
    }

    public synchronized int logins() {
        return logins.size();
    }

    /** The batches' texts. */
    public synchronized List<String> batches() {
        return batches.stream().map(Sent::text).toList();
    }

    /** Those that Flyway did not send itself. */
    public synchronized List<String> batchesOfPalindrome() {
        return batches.stream()
                .filter(sent -> !sent.isFlyways())
                .map(Sent::text)
                .toList();
    }

    /** Such as {@code 1 login, 2 batches}. */
    @Override
    public synchronized String toString() {
        return logins.size() + " logins, " + batches.size() + " batches";
    }

    private <T> T proxy(Class<T> type, T target, String prepared) {
        return type.cast(Proxy.newProxyInstance(
                CountingDataSource.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    note(target, method, arguments, prepared);
                    return counted(target, call(target, method, arguments), arguments);
                }));
    }

    private @Nullable Object counted(Object target, @Nullable Object result, @Nullable Object @Nullable [] arguments) {
        if (result instanceof PooledConnection pooled) {
            return proxy(PooledConnection.class, pooled, "");
        }
        if (result instanceof Connection connection && !(target instanceof Statement)) {
            return proxy(Connection.class, connection, "");
        }
        if (!(target instanceof Connection) || !(result instanceof Statement statement)) {
            return result;
        }
        String text = arguments == null || arguments.length == 0 ? "" : String.valueOf(arguments[0]);
        if (statement instanceof CallableStatement call) {
            return proxy(CallableStatement.class, call, text);
        }
        return statement instanceof PreparedStatement preparedStatement
                ? proxy(PreparedStatement.class, preparedStatement, text)
                : proxy(Statement.class, statement, "");
    }

    private synchronized void note(
            Object target, Method method, @Nullable Object @Nullable [] arguments, String prepared) {
        String name = method.getName();
        if (target instanceof DataSource && name.equals("getConnection") || name.equals("getPooledConnection")) {
            logins.add(new Sent(isFlyways(), ""));
        }
        if (target instanceof Statement && name.startsWith("execute")) {
            batches.add(new Sent(isFlyways(), arguments == null ? prepared : String.valueOf(arguments[0])));
        }
        if (target instanceof Connection && ASK_THE_SERVER.contains(name)) {
            batches.add(new Sent(isFlyways(), name));
        }
    }

    /** Whoever of the two is the nearest caller. */
    private static boolean isFlyways() {
        return STACK.walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .filter(name -> Stream.of("dev.palindrome.", "org.flywaydb.").anyMatch(name::startsWith))
                .filter(name -> !name.startsWith(CountingDataSource.class.getName()))
                .findFirst()
                .filter(name -> name.startsWith("org.flywaydb."))
                .isPresent());
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
