package dev.palindrome.migration.script;

import dev.palindrome.sql.StackLimit;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Connections to H2 for Flyway, on which a statement that needs more stack than there is fails like any other: Flyway then says
 * which script and line it is.
 */
final class StackGuard implements InvocationHandler {

    private final Object target;

    private StackGuard(Object target) {
        this.target = target;
    }

    static DataSource over(DataSource dataSource) {
        return proxy(DataSource.class, dataSource);
    }

    private static <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                StackGuard.class.getClassLoader(), new Class<?>[] {type}, new StackGuard(target)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("equals")) {
            return isSame(arguments[0]);
        }
        Object result = call(method, arguments);
        // Who unwraps wants what is underneath.
        return method.getName().equals("unwrap") ? result : guarded(result);
    }

    /** A connection that a statement names is another proxy than the one that has made the statement. */
    private boolean isSame(Object other) {
        return other instanceof Proxy
                && Proxy.getInvocationHandler(other) instanceof StackGuard guard
                && guard.target.equals(target);
    }

    private static Object guarded(Object result) {
        if (result instanceof Connection connection) {
            return proxy(Connection.class, connection);
        }
        if (result instanceof CallableStatement statement) {
            return proxy(CallableStatement.class, statement);
        }
        if (result instanceof PreparedStatement statement) {
            return proxy(PreparedStatement.class, statement);
        }
        return result instanceof Statement statement ? proxy(Statement.class, statement) : result;
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof StackOverflowError overflow) {
                throw StackLimit.reached(overflow);
            }
            throw e.getCause();
        }
    }
}
