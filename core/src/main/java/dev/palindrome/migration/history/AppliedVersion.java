package dev.palindrome.migration.history;

import dev.palindrome.migration.Migration;
import org.flywaydb.core.api.MigrationVersion;

/**
 * A version that counts as applied and may be undone.
 *
 * @param migration what was applied
 * @param version its version
 * @param installedRank the row of the history that says so
 * @param origin how it came to be applied
 */
public record AppliedVersion(Migration migration, MigrationVersion version, int installedRank, Origin origin) {

    public enum Origin {
        /** It ran, and has a row of its own. */
        RAN,
        /** The database was stamped with it, or with a higher version: one row stands for all versions up to it. */
        STAMPED,
        /** A baseline script stood in for it and those before it. */
        BASELINE_SCRIPT
    }
}
