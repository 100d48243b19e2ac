package dev.palindrome.migration.history;

import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.history.AppliedVersion.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationInfo;

/** Reads from the history which versions are applied, and how they came to be. */
public final class AppliedVersions {

    private static final String STAMP = "BASELINE";

    private AppliedVersions() {}

    /** @throws MigrationException if a migration failed half-way, so that nobody knows what there is to undo */
    public static List<AppliedVersion> lastFirst(List<MigrationInfo> all) {
        List<MigrationInfo> rows = all.stream()
                .filter(row -> row.getInstalledRank() != null && row.getVersion() != null)
                .toList();
        rows.forEach(AppliedVersions::refuseFailed);
        List<AppliedVersion> applied = new ArrayList<>(rows.stream()
                .filter(AppliedVersions::ran)
                .sorted(Comparator.comparing(MigrationInfo::getInstalledRank).reversed())
                .map(row -> applied(row, row, isBaselineScript(row) ? Origin.BASELINE_SCRIPT : Origin.RAN))
                .toList());
        stamp(rows).ifPresent(stamp -> applied.addAll(stamped(all, stamp)));
        return applied;
    }

    /** @throws MigrationException if this row is of a migration that failed half-way */
    static void refuseFailed(MigrationInfo row) {
        if (row.getState().isFailed()) {
            throw new MigrationException(MigrationInfoMapper.migration(row)
                    + " failed on its way up, and what it did before was not rolled back: nobody knows what there is to"
                    + " undo or to go on from. Start from a fresh database.");
        }
    }

    private static boolean ran(MigrationInfo row) {
        return row.getState().isApplied()
                && !row.getType().isSynthetic()
                && !row.getType().isUndo();
    }

    private static boolean isBaselineScript(MigrationInfo row) {
        return row.getType().isBaseline();
    }

    private static Optional<MigrationInfo> stamp(List<MigrationInfo> rows) {
        return rows.stream().filter(AppliedVersions::isStamp).findFirst();
    }

    static boolean isStamp(MigrationInfo row) {
        return row.getType().name().equals(STAMP);
    }

    private static List<AppliedVersion> stamped(List<MigrationInfo> all, MigrationInfo stamp) {
        return all.stream()
                .filter(migration -> migration.getVersion() != null && migration != stamp)
                .filter(migration -> migration.getInstalledRank() == null)
                .filter(migration -> !migration.getType().isBaseline())
                .filter(migration -> migration.getVersion().compareTo(stamp.getVersion()) <= 0)
                .sorted(Comparator.comparing(MigrationInfo::getVersion).reversed())
                .map(migration -> applied(migration, stamp, Origin.STAMPED))
                .toList();
    }

    private static AppliedVersion applied(MigrationInfo migration, MigrationInfo row, Origin origin) {
        return new AppliedVersion(
                MigrationInfoMapper.migration(migration), migration.getVersion(), row.getInstalledRank(), origin);
    }
}
