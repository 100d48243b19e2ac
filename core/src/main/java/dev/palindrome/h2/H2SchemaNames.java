package dev.palindrome.h2;

import dev.palindrome.h2.session.SchemaMap;
import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Names of schemas whatever their capitals, as under SQL Server's default collation. H2 itself tells them apart. */
final class H2SchemaNames {

    private static final VisibleLog LOG = VisibleLog.of(H2SchemaNames.class);

    private static final AtomicBoolean SAID = new AtomicBoolean();

    private H2SchemaNames() {}

    /**
     * Lets schemas be found whatever their capitals, as long as the database is open. Where H2 is not known from inside, or
     * Java lets nobody change it, they stay as they are made.
     *
     * @param connection to a database in this JVM
     * @throws SQLException if it is none
     */
    static void ignoreCase(Connection connection) throws SQLException {
        if (!H2Inside.isKnown()) {
            return;
        }
        try {
            SchemaMap.ignoreCase(connection);
        } catch (LinkageError e) {
            if (!SAID.getAndSet(true)) {
                LOG.warn("Names of schemas count upper and lower case on H2 here: {}", e.toString());
            }
        }
    }
}
