package dev.palindrome.migration.script;

import dev.palindrome.sql.StackLimit;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Connections to H2 for Flyway, on which a statement that needs more stack than there is fails like any other: Flyway then says
 * which script and line it is.
 */
final class StackGuard {

    private StackGuard() {}

    static DataSource over(DataSource dataSource) {
        return proxy(DataSource.class, dataSource);
    }

    private static <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                StackGuard.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> guarded(method, invoke(target, method, arguments))));
    }

    private static Object guarded(Method method, Object result) {
        if (result instanceof Connection connection && method.getName().equals("getConnection")) {
            return proxy(Connection.class, connection);
        }
        return method.getName().equals("createStatement") ? proxy(Statement.class, (Statement) result) : result;
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
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
