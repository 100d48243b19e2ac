package dev.palindrome.h2;

import dev.palindrome.h2.script.SqlSnapshot;
import dev.palindrome.h2.snapshot.InsideSnapshot;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database as it was at one moment, and the way back. Keeps a connection of its own. Not for several threads at once. */
public interface H2Snapshot extends AutoCloseable {

    /**
     * Remembers what a database is like now.
     *
     * @param database its name in messages
     * @param dataSource of a user who may see everything
     * @return the snapshot, to be closed before the database
     * @throws SQLException if H2 refuses
     * @throws H2OpenTransactionException if somebody has written and not committed
     */
    static H2Snapshot of(String database, DataSource dataSource) throws SQLException {
        return H2Inside.isKnown() ? InsideSnapshot.of(database, dataSource) : SqlSnapshot.of(database, dataSource);
    }

    /**
     * Brings the database back, and does as little as that takes. Connections of others stay open.
     *
     * @return what was done
     * @throws SQLException if H2 refuses
     * @throws H2OpenTransactionException if somebody has written and not committed; nothing was changed then
     * @throws H2Exception if the database cannot be brought back
     */
    H2Restoration restore() throws SQLException;

    /**
     * Finds out what {@link #restore()} would do, and does nothing.
     *
     * @return what would be done
     * @throws SQLException if H2 refuses
     * @throws H2OpenTransactionException if somebody has written and not committed
     */
    H2Restoration inspect() throws SQLException;

    @Override
    void close() throws SQLException;
}
