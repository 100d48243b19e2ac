package dev.palindrome.sql;

import dev.palindrome.text.VisibleLog;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections, and keeps the last one that was closed for whoever comes next: logging in costs more than most of what
 * is said afterwards. Who gets it finds it as new, because the driver has the server reset the session together with the
 * first thing that is sent: temporary tables, SET options, the database it is in (Microsoft: "Using connection pooling",
 * JDBC driver; MS-TDS, RESETCONNECTION). There is never more than one that nobody uses, so that a database that is worked on
 * by one after the other has no session in it but that one.
 */
public final class ReusingDataSource implements DataSource, AutoCloseable {

    private static final VisibleLog LOG = VisibleLog.of(ReusingDataSource.class);

    /**
     * So shortly after it was used it is taken to be alive still, unless somebody says {@link #endIdle}; later that is found
     * out, by a round trip. The driver itself looks only after 15 seconds.
     */
    private static final Duration ALIVE = Duration.ofSeconds(5);

    private static final int SECONDS_TO_ANSWER = 5;

    private final ConnectionPoolDataSource source;
    private @Nullable Kept kept;
    private boolean closed;

    /**
     * A connection that nobody uses.
     *
     * @param physical which
     * @param since when it was closed, by this JVM's clock for durations
     */
    private record Kept(PooledConnection physical, long since) {
        boolean isAlive() {
            return System.nanoTime() - since < ALIVE.toNanos();
        }
    }

    /**
     * Keeps none yet.
     *
     * @param source opens connections
     */
    public ReusingDataSource(ConnectionPoolDataSource source) {
        this.source = source;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Optional<Connection> again = Optional.ofNullable(take()).flatMap(ReusingDataSource::again);
        return again.isPresent() ? again.get() : open();
    }

    private synchronized @Nullable Kept take() {
        Kept taken = kept;
        kept = null;
        return taken;
    }

    /** Empty where it has broken meanwhile. */
    private static Optional<Connection> again(Kept kept) {
        try {
            Connection connection = kept.physical().getConnection();
            if (kept.isAlive() || connection.isValid(SECONDS_TO_ANSWER)) {
                return Optional.of(connection);
            }
        } catch (SQLException e) {
            LOG.debug("A connection that was kept is of no use any more: {}", e.getMessage());
        }
        end(kept.physical());
        return Optional.empty();
    }

    private Connection open() throws SQLException {
        PooledConnection physical = source.getPooledConnection();
        physical.addConnectionEventListener(new Ending(physical));
        return physical.getConnection();
    }

    private void keep(PooledConnection physical) {
        if (!isKept(physical)) {
            end(physical);
        }
    }

    private synchronized boolean isKept(PooledConnection physical) {
        if (closed || kept != null) {
            return false;
        }
        kept = new Kept(physical, System.nanoTime());
        return true;
    }

    private static void end(PooledConnection physical) {
        try {
            physical.close();
        } catch (SQLException e) {
            LOG.debug("A connection did not end well: {}", e.getMessage());
        }
    }

    /** Ends the one that is kept, before something that would end it and tell nobody. */
    public void endIdle() {
        Kept last = take();
        if (last != null) {
            end(last.physical());
        }
    }

    /** Ends the one that is kept. Those in use end when they are closed. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        endIdle();
    }

    /** What becomes of a connection when its user closes it, or when it breaks. */
    private final class Ending implements ConnectionEventListener {

        private final PooledConnection physical;

        Ending(PooledConnection physical) {
            this.physical = physical;
        }

        @Override
        public void connectionClosed(ConnectionEvent event) {
            keep(physical);
        }

        @Override
        public void connectionErrorOccurred(ConnectionEvent event) {
            end(physical);
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("These connections are all of one user.");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        source.setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return source.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(source)) {
            return type.cast(source);
        }
        throw new SQLException("This is no " + type.getName() + ".");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(source);
    }
}
