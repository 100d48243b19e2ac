package dev.palindrome;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Counts what is the same on every server: logins, and batches sent. Each execution of a statement is a batch. */
public final class CountingDataSource {

    private final DataSource real;
    private final List<String> batches = new ArrayList<>();
    private int logins;

    public CountingDataSource(DataSource real) {
        this.real = real;
    }

    /** The counted one. */
    public DataSource counted() {
        return proxy(DataSource.class, real);
    }

    /** Begins anew. */
    public void reset() {
        logins = 0;
        batches.clear();
    }

    public int logins() {
        return logins;
    }

    /** The batches' texts. */
    public List<String> batches() {
        return List.copyOf(batches);
    }

    /** Such as {@code 1 login, 2 batches}. */
    @Override
    public String toString() {
        return logins + " logins, " + batches.size() + " batches";
    }

    private <T> T proxy(Class<T> type, T target) {
        return proxy(type, target, "");
    }

    private <T> T proxy(Class<T> type, T target, String prepared) {
        return type.cast(Proxy.newProxyInstance(
                CountingDataSource.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    note(target, method, arguments, prepared);
                    Object result = call(target, method, arguments);
                    if (result instanceof Connection connection) {
                        return proxy(Connection.class, connection);
                    }
                    if (result instanceof PreparedStatement statement && target instanceof Connection) {
                        return proxy(PreparedStatement.class, statement, (String) arguments[0]);
                    }
                    return result instanceof Statement statement && target instanceof Connection
                            ? proxy(Statement.class, statement)
                            : result;
                }));
    }

    private void note(Object target, Method method, Object[] arguments, String prepared) {
        if (target instanceof DataSource && method.getName().equals("getConnection")) {
            logins++;
        }
        if (target instanceof Statement && method.getName().startsWith("execute")) {
            batches.add(arguments == null ? prepared : (String) arguments[0]);
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
