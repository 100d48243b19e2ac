package dev.palindrome.junit5.parameter;

import dev.palindrome.junit5.scope.ClassDatabase;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leads to the database that a class has now, also after a failed test's was kept and replaced. */
final class FollowingDataSource implements DataSource {

    private final ClassDatabase database;
    private final ExtensionContext context;

    FollowingDataSource(ClassDatabase database, ExtensionContext context) {
        this.database = database;
        this.context = context;
    }

    private DataSource now() {
        return database.database(context).dataSource();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return now().getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return now().getConnection(username, password);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return now().getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        now().setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        now().setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return now().getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : now().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || now().isWrapperFor(type);
    }
}
