package dev.palindrome.seed.run;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Savepoint;
import java.util.Objects;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands out a connection that belongs to somebody else, with the transaction that runs on it: to commit it, to end it or to
 * close the connection is not for those who borrow it. Their rollback takes back what they have done since they got it, or
 * since their last commit.
 *
 * @param lent whose it is
 */
record LentDataSource(Connection lent) implements DataSource {

    @Override
    public Connection getConnection() throws SQLException {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, new Borrowed(lent));
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // Nothing is logged.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // Nobody logs in.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("A lent connection has no logger.");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("A lent connection's DataSource is no " + type.getName() + ".");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    /** The connection as those see it who borrow it. */
    private static final class Borrowed implements InvocationHandler {

        private final Connection lent;
        private @Nullable Savepoint since;
        private boolean closed;

        Borrowed(Connection lent) throws SQLException {
            this.lent = lent;
            remember();
        }

        private void remember() throws SQLException {
            since = lent.getAutoCommit() ? null : lent.setSavepoint();
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            boolean plain = arguments == null || arguments.length == 0;
            switch (method.getName()) {
                case "close", "abort" -> closed = true;
                case "isClosed" -> {
                    return closed;
                }
                case "setAutoCommit" -> {
                    // It stays as it is.
                }
                case "commit" -> remember();
                case "rollback" -> {
                    Savepoint to = plain ? since : (Savepoint) Objects.requireNonNull(arguments)[0];
                    if (to != null) {
                        lent.rollback(to);
                    }
                }
                default -> {
                    return passedOn(method, arguments);
                }
            }
            return null;
        }

        private @Nullable Object passedOn(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            try {
                return method.invoke(lent, arguments);
            } catch (InvocationTargetException e) {
                throw Objects.requireNonNull(e.getCause());
            }
        }
    }
}
