package dev.palindrome.database.h2;

import dev.palindrome.h2.H2Version;
import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A version of H2 on which tests fail for no fault of their own. */
final class FaultyH2 {

    private static final VisibleLog LOG = VisibleLog.of(FaultyH2.class);

    /** Seen with 2.4.240; 2.3.232 and 2.5.252 do not have it. */
    private static final String FAULTY = "2.4.240";

    private static final AtomicBoolean WARNED = new AtomicBoolean();

    private FaultyH2() {}

    static void warn(Connection connection) throws SQLException {
        if (!WARNED.get() && H2Version.of(connection).equals(FAULTY) && WARNED.compareAndSet(false, true)) {
            LOG.warn(
                    "H2 {} refuses every row of a table whose CHECK has IN or OR in it, once the connection that made the"
                            + " CHECK is closed. Take H2 2.3.232, which Flyway has been verified with, or 2.5.252.",
                    FAULTY);
        }
    }
}
