package dev.palindrome.h2;

import dev.palindrome.text.VisibleLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Whether H2 has the inside that is known here. It changes from version to version, and the version on the class path is the
 * user's. This is the one place that finds out and says so; where H2 is another one, none of the classes that know its inside
 * is asked for anything, and H2's SQL alone does the same more slowly.
 */
final class H2Inside {

    private static final VisibleLog LOG = VisibleLog.of(H2Inside.class);

    /** Their inside was tried out before; to try out another takes a third of a second. */
    private static final String KNOWN_VERSIONS = "known-versions.txt";

    /** Found out when it is first asked for. */
    private static final class Known {
        private static final boolean IS_KNOWN = findOut();
    }

    private H2Inside() {}

    static boolean isKnown() {
        return Known.IS_KNOWN;
    }

    private static boolean findOut() {
        String version = "?";
        try {
            version = InsideTrial.version();
            if (knownVersions().lines().noneMatch(version::equals)) {
                InsideTrial.run();
            }
            return true;
        } catch (LinkageError | RuntimeException | SQLException e) {
            LOG.warn(
                    "H2 {} is not known from inside, so its SQL alone is used: every reset puts the whole database back, and"
                            + " every clone is loaded by INSERT. What is different: {}",
                    version,
                    e.toString());
            LOG.debug("What is different in H2 {}", version, e);
            return false;
        }
    }

    private static String knownVersions() {
        try (InputStream file = Objects.requireNonNull(H2Inside.class.getResourceAsStream(KNOWN_VERSIONS))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
