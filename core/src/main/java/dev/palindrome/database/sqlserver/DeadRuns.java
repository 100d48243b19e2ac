package dev.palindrome.database.sqlserver;

import dev.palindrome.database.definition.DatabaseMark;
import dev.palindrome.database.definition.DatabaseName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Tells which databases and backups of a server were left behind by runs that died. A mark alone is not enough: it says what
 * a client's clock said, and comes along with a backup that somebody restores. Plans only; {@link SqlServerSweep} drops.
 *
 * @param now by this machine's clock
 * @param isAlive whether the JVM that a mark names is still there
 */
record DeadRuns(Instant now, Predicate<DatabaseMark> isAlive) {

    /**
     * A run that made its databases less than this ago may be alive: a day, and an hour for daylight saving time, since
     * servers tell such times in their local time.
     */
    static final Duration GRACE = Duration.ofHours(25);

    /** As it is now. */
    static DeadRuns asOfNow() {
        return new DeadRuns(Instant.now(), DatabaseMark::isOfLivingProcess);
    }

    /**
     * A database.
     *
     * @param age by the server's clock
     */
    record Found(String name, Duration age) {}

    /**
     * A database with its mark.
     *
     * @param mark what is written there, by whomever
     */
    record Marked(Found database, String mark) {}

    /** Those whose marks are worth reading: they have our prefix and are old enough. */
    static List<Found> candidates(List<Found> databases) {
        return databases.stream().filter(DeadRuns::isCandidate).toList();
    }

    private static boolean isCandidate(Found database) {
        return database.name().startsWith(DatabaseName.PREFIX) && isOld(database.age());
    }

    /** The databases to drop: the server, too, says that they are old, and whoever made them is gone. */
    List<String> among(List<Marked> databases) {
        return databases.stream()
                .filter(each -> isCandidate(each.database()) && isOfDeadRun(each.mark()))
                .map(each -> each.database().name())
                .sorted()
                .toList();
    }

    /** The backups to delete: their description is such a mark. */
    List<SqlServerBackups.File> amongBackups(List<SqlServerBackups.File> backups) {
        return backups.stream()
                .filter(backup -> isOld(backup.age()) && isOfDeadRun(backup.description()))
                .toList();
    }

    private boolean isOfDeadRun(String mark) {
        return DatabaseMark.parse(mark)
                .filter(read -> read.made().isBefore(now.minus(GRACE)))
                .filter(isAlive.negate())
                .isPresent();
    }

    static boolean isOld(Duration age) {
        return age.compareTo(GRACE) > 0;
    }
}
