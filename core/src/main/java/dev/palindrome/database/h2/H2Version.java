package dev.palindrome.database.h2;

import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.engine.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of a version of H2 on which tests fail for no fault of their own. */
final class H2Version {

    private static final Logger LOG = LoggerFactory.getLogger(H2Version.class);

    /** Seen with 2.4.240; 2.3.232 and 2.5.252 do not have it. */
    private static final String FAULTY = "2.4.240";

    private static final AtomicBoolean WARNED = new AtomicBoolean();

    private H2Version() {}

    static void warnOfFaults() {
        if (isFaulty(Constants.VERSION) && WARNED.compareAndSet(false, true)) {
            LOG.warn(
                    "H2 {} refuses every row of a table whose CHECK has IN or OR in it, once the connection that made the"
                            + " CHECK is closed. Take H2 2.3.232, which Flyway has been verified with, or 2.5.252.",
                    FAULTY);
        }
    }

    static boolean isFaulty(String version) {
        return version.equals(FAULTY);
    }
}
