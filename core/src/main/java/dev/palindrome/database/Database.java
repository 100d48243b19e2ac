package dev.palindrome.database;

import dev.palindrome.engine.EngineKind;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;

/** One database that Palindrome made and will drop. */
public interface Database extends AutoCloseable {

    /**
     * The database's name on its server.
     *
     * @return a name that begins with {@code palindrome_}
     */
    String name();

    /**
     * The kind of engine it is on.
     *
     * @return {@link EngineKind#SQL_SERVER} or {@link EngineKind#EMBEDDED}
     */
    EngineKind engine();

    /**
     * Where to connect.
     *
     * @return a JDBC URL without user and password, but with what else {@code palindrome.url} says, be it secret or not
     */
    String jdbcUrl();

    /**
     * The user to connect as.
     *
     * @return a login that owns the database
     */
    String username();

    /**
     * The user's password.
     *
     * @return the password in clear; never log it
     */
    String password();

    /**
     * Opens connections to this database.
     *
     * @return a data source that does not pool
     */
    DataSource dataSource();

    /**
     * Opens connections for work that one does after the other while nobody else uses the database: where logging in is
     * dear, one that was closed is used again, as new, and stays in the database until that is closed.
     *
     * @return a data source; the same as {@link #dataSource} where a connection costs nothing
     */
    default DataSource reusingDataSource() {
        return dataSource();
    }

    /**
     * Has the server save the state that the database is in, where it can. Nobody may be writing.
     *
     * @return the state, to be closed before the database; empty where the server cannot, and on the embedded engine, which
     *     has other means
     */
    Optional<SavedState> save();

    /**
     * Ends the connections that {@link #reusingDataSource} keeps and nobody uses, before something that ends every
     * connection to the database.
     */
    default void endIdleConnections() {}

    /**
     * How often the whole database was put back to a saved state, or was begun to be. What is known of it from before the
     * last time holds no longer.
     *
     * @return a number that only grows; 0 on the embedded engine
     */
    int timesRestored();

    /**
     * Keeps the database as it is now for a person to look at after this JVM has ended.
     *
     * @param directory where to write, made if it is missing
     * @return the file that says how to open what was kept
     */
    Path keep(Path directory);

    /**
     * Whether the database itself was kept, and not a copy of it.
     *
     * @return true if whoever kept it has to drop it by hand; it is not to be used any more
     */
    boolean isKeptOnServer();

    /** Drops the database, with whatever is still connected to it. Does nothing the second time. */
    @Override
    void close();
}
