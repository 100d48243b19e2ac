package dev.palindrome.database.sqlserver;

import dev.palindrome.database.definition.DatabaseMark;
import dev.palindrome.database.definition.DatabaseName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tells which databases and backups of a server were left behind by runs that died. Plans only; {@link SqlServerSweep} drops. */
final class DeadRuns {

    /** A run that made its databases less than this ago may be alive. */
    private static final Duration GRACE = Duration.ofDays(1);

    private DeadRuns() {}

    /**
     * The databases to drop: they have both our prefix and our mark, and the mark is older than a day.
     *
     * @param marks the text of the mark of each database, by its name; without those that have none
     */
    static List<String> among(Map<String, String> marks, Instant now) {
        return marks.entrySet().stream()
                .filter(database -> database.getKey().startsWith(DatabaseName.PREFIX))
                .filter(database -> isOld(database.getValue(), now))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The backups to delete: their description is such a mark. */
    static List<SqlServerBackups.File> amongBackups(List<SqlServerBackups.File> backups, Instant now) {
        return backups.stream()
                .filter(backup -> isOld(backup.description(), now))
                .toList();
    }

    private static boolean isOld(String mark, Instant now) {
        return DatabaseMark.parse(mark)
                .filter(read -> read.made().isBefore(now.minus(GRACE)))
                .isPresent();
    }
}
