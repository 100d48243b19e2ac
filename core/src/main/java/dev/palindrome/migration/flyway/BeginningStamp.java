package dev.palindrome.migration.flyway;

import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.MigrationSettings;
import dev.palindrome.migration.catalog.FlywaySetup;
import dev.palindrome.migration.history.MigrationStatus;
import dev.palindrome.text.VisibleText;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Which version a database is at that holds something before its first migration: what the user says, else what Flyway's
 * settings say. A history that has come along with the contents says it itself.
 *
 * @param settings the user's
 * @param setup Flyway's of them
 */
record BeginningStamp(MigrationSettings settings, FlywaySetup setup) {

    /**
     * The version to be noted in the history.
     *
     * @param status what Flyway says of the database as it begins
     * @return empty where the history knows already
     */
    Optional<MigrationVersion> of(MigrationStatus status) {
        Optional<MigrationVersion> wanted = wanted();
        if (status.hasVersionedHistory()) {
            settings.baseline().ifPresent(baseline -> {
                throw new MigrationException("baseline = \"" + VisibleText.line(baseline) + "\": " + settings.start()
                        + " brings a history along, which says that the database is at " + status.place()
                        + ". Leave baseline out.");
            });
            return Optional.empty();
        }
        wanted.ifPresent(version -> requireNotAboveAll(version, status));
        return Optional.of(wanted.orElseGet(() -> unsaid(status)));
    }

    private Optional<MigrationVersion> wanted() {
        return settings.baseline()
                .or(() -> setup.find("baselineVersion"))
                .map(MigrationStatus::version)
                .or(() -> setup.settings().isBaselineOnMigrate()
                        ? Optional.of(setup.settings().getBaselineVersion())
                        : Optional.empty());
    }

    /** Then nothing would ever run. */
    private void requireNotAboveAll(MigrationVersion version, MigrationStatus status) {
        status.newest().filter(newest -> newest.compareTo(version) < 0).ifPresent(newest -> {
            throw new MigrationException(
                    "The baseline " + version + " lies above every migration: the newest is version " + newest
                            + ". Name the version that " + settings.start() + " is at.");
        });
    }

    /** Flyway's own default where there is no migration that it could leave out. */
    private MigrationVersion unsaid(MigrationStatus status) {
        status.oldest().ifPresent(oldest -> {
            throw new MigrationException(
                    "The database begins with " + settings.start() + ", which brings no history along,"
                            + " and nobody says which version that is. Say so with baseline: \"0\" runs every migration on top of"
                            + " it, \"" + oldest + "\" those above " + oldest + ".");
        });
        return setup.settings().getBaselineVersion();
    }
}
