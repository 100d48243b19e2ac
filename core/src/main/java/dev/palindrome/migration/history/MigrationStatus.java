package dev.palindrome.migration.history;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/**
 * What Flyway says of a database's migrations at one moment.
 *
 * @param all found in the locations or in the history, in the order in which they run
 * @param pending what would run
 * @param applied the history's rows
 * @param current the highest version applied
 */
public record MigrationStatus(
        List<MigrationInfo> all,
        List<MigrationInfo> pending,
        List<MigrationInfo> applied,
        Optional<MigrationInfo> current) {

    private static final Set<MigrationState> NOT_THERE = EnumSet.of(MigrationState.UNDONE, MigrationState.DELETED);
    private static final String DELETION = "DELETE";

    public static MigrationStatus of(MigrationInfoService info) {
        return new MigrationStatus(
                List.of(info.all()),
                List.of(info.pending()),
                List.of(info.applied()),
                versioned(List.of(info.applied()))
                        .filter(MigrationStatus::counts)
                        .max(Comparator.comparing(MigrationInfo::getVersion)));
    }

    private static boolean counts(MigrationInfo row) {
        return row.getState().isApplied()
                && !row.getState().isFailed()
                && !NOT_THERE.contains(row.getState())
                && !row.getType().isUndo()
                && !row.getType().name().equals(DELETION);
    }

    /** @throws MigrationException if a migration failed half-way, so that nobody knows what is there */
    public MigrationStatus withoutFailure() {
        applied.forEach(AppliedVersions::refuseFailed);
        return this;
    }

    public List<MigrationInfo> versionedPending() {
        return versioned(pending).toList();
    }

    /** {@link MigrationVersion#EMPTY}, which is below every other, where nothing is applied. */
    public MigrationVersion currentVersion() {
        return current.map(MigrationInfo::getVersion).orElse(MigrationVersion.EMPTY);
    }

    /** What is to be said of where the database is. */
    public String place() {
        return current.map(migration -> "version " + migration.getVersion()).orElse("base");
    }

    /** Whether the history says anything of versions; repeatable migrations and schemas that were made do not. */
    public boolean hasVersionedHistory() {
        return versioned(applied).findAny().isPresent();
    }

    public boolean hasRepeatables() {
        return applied.stream()
                .anyMatch(row -> row.getVersion() == null && !row.getType().isSynthetic());
    }

    /** The lowest version of a script or Java migration. */
    public Optional<MigrationVersion> oldest() {
        return resolvedVersions().min(Comparator.naturalOrder());
    }

    /** The highest version of a script or Java migration. */
    public Optional<MigrationVersion> newest() {
        return resolvedVersions().max(Comparator.naturalOrder());
    }

    private Stream<MigrationVersion> resolvedVersions() {
        return versioned(all)
                .filter(migration -> migration.getState().isResolved())
                .filter(migration -> !migration.getType().isBaseline())
                .map(MigrationInfo::getVersion);
    }

    /** The version that the database was stamped with. */
    public Optional<MigrationVersion> stamp() {
        return versioned(applied)
                .filter(AppliedVersions::isStamp)
                .map(MigrationInfo::getVersion)
                .findFirst();
    }

    public boolean has(MigrationVersion version) {
        return versioned(all).anyMatch(migration -> migration.getVersion().equals(version));
    }

    public boolean isBelowAll(MigrationVersion version) {
        return versioned(all).allMatch(migration -> migration.getVersion().compareTo(version) > 0);
    }

    /** @throws MigrationException if there is no such version */
    public MigrationVersion known(String text) {
        MigrationVersion version = version(text);
        if (!has(version)) {
            throw unknown(text);
        }
        return version;
    }

    public MigrationException unknown(String version) {
        return new MigrationException("There is no version " + version + ". The versions are: "
                + versioned(all)
                        .map(migration -> migration.getVersion().getVersion())
                        .distinct()
                        .collect(Collectors.joining(", "))
                + ".");
    }

    public static Predicate<Migration> is(MigrationVersion version) {
        return migration -> !migration.isRepeatable()
                && MigrationVersion.fromVersion(migration.version()).equals(version);
    }

    public static MigrationVersion version(String text) {
        if (!text.matches("\\d++(?:[._]\\d++)*+")) {
            throw new MigrationException(
                    "\"" + text + "\" is not a version. A version is written as in the file's name, such as 3 or 1.1.");
        }
        return MigrationVersion.fromVersion(text);
    }

    private static Stream<MigrationInfo> versioned(List<MigrationInfo> migrations) {
        return migrations.stream().filter(migration -> migration.getVersion() != null);
    }

    /** The pending migrations that bring the database to a version: repeatable ones only with the newest. */
    public List<MigrationInfo> pendingUpTo(MigrationVersion target) {
        boolean toTheTop = versioned(pending).allMatch(migration -> isUpTo(target, migration));
        return pending.stream()
                .filter(migration -> migration.getVersion() == null ? toTheTop : isUpTo(target, migration))
                .toList();
    }

    /** What is applied and would run again because its script has changed: Flyway misses it where it is withheld. */
    public boolean isRepetition(MigrationInfo migration) {
        return migration.getVersion() == null
                && applied.stream()
                        .filter(row -> row.getVersion() == null)
                        .anyMatch(row -> row.getDescription().equals(migration.getDescription()));
    }

    public boolean hasPendingUpTo(MigrationVersion target) {
        return versioned(pending).anyMatch(migration -> isUpTo(target, migration));
    }

    private static boolean isUpTo(MigrationVersion target, MigrationInfo migration) {
        return migration.getVersion().compareTo(target) <= 0;
    }
}
