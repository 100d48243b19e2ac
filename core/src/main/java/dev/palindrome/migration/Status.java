package dev.palindrome.migration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/**
 * What Flyway says of a database's migrations at one moment.
 *
 * @param all found in the locations or in the history, in the order in which they run
 * @param pending what would run
 * @param applied the history's rows
 * @param current the highest version applied
 */
record Status(
        List<MigrationInfo> all,
        List<MigrationInfo> pending,
        List<MigrationInfo> applied,
        Optional<MigrationInfo> current) {

    static Status of(MigrationInfoService info) {
        return new Status(
                List.of(info.all()),
                List.of(info.pending()),
                List.of(info.applied()),
                Optional.ofNullable(info.current()).filter(migration -> migration.getVersion() != null));
    }

    List<MigrationInfo> versionedPending() {
        return versioned(pending).toList();
    }

    /** {@link MigrationVersion#EMPTY}, which is below every other, where nothing is applied. */
    MigrationVersion currentVersion() {
        return current.map(MigrationInfo::getVersion).orElse(MigrationVersion.EMPTY);
    }

    /** What is to be said of where the database is. */
    String place() {
        return current.map(migration -> "version " + migration.getVersion()).orElse("base");
    }

    boolean has(MigrationVersion version) {
        return versioned(all).anyMatch(migration -> migration.getVersion().equals(version));
    }

    boolean isBelowAll(MigrationVersion version) {
        return versioned(all).allMatch(migration -> migration.getVersion().compareTo(version) > 0);
    }

    /** @throws MigrationException if there is no such version */
    MigrationVersion known(String text) {
        MigrationVersion version = version(text);
        if (!has(version)) {
            throw unknown(text);
        }
        return version;
    }

    MigrationException unknown(String version) {
        return new MigrationException("There is no version " + version + ". The versions are: "
                + versioned(all)
                        .map(migration -> migration.getVersion().getVersion())
                        .distinct()
                        .collect(Collectors.joining(", "))
                + ".");
    }

    static MigrationVersion version(String text) {
        if (!text.matches("\\d+([._]\\d+)*")) {
            throw new MigrationException(
                    "\"" + text + "\" is not a version. A version is written as in the file's name, such as 3 or 1.1.");
        }
        return MigrationVersion.fromVersion(text);
    }

    private static Stream<MigrationInfo> versioned(List<MigrationInfo> migrations) {
        return migrations.stream().filter(migration -> migration.getVersion() != null);
    }

    /** The pending migrations that bring the database to a version: repeatable ones only with the newest. */
    List<MigrationInfo> pendingUpTo(MigrationVersion target) {
        boolean toTheTop = versioned(pending).allMatch(migration -> isUpTo(target, migration));
        return pending.stream()
                .filter(migration -> migration.getVersion() == null ? toTheTop : isUpTo(target, migration))
                .toList();
    }

    boolean hasPendingUpTo(MigrationVersion target) {
        return versioned(pending).anyMatch(migration -> isUpTo(target, migration));
    }

    private static boolean isUpTo(MigrationVersion target, MigrationInfo migration) {
        return migration.getVersion().compareTo(target) <= 0;
    }
}
