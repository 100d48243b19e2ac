package dev.palindrome.database.sqlserver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A template's backup on a server.
 *
 * @param path where it is there
 * @param database what it was taken of
 * @param note what is written on it
 */
record SqlServerTemplateFile(String path, String database, SqlServerTemplateNote note) {

    /** Rows that were made with the time of day grow old; and a project may be gone. */
    private static final Duration LONGEST = Duration.ofDays(7);

    /** A run that made a template for itself less than this ago may be alive. */
    private static final Duration GRACE = Duration.ofDays(1);

    /** Empty where the backup is none of ours. */
    static Optional<SqlServerTemplateFile> of(SqlServerBackups.File backup) {
        return SqlServerTemplateNote.parse(backup.description())
                .map(note -> new SqlServerTemplateFile(backup.path(), backup.database(), note));
    }

    /** Whether it may be cloned still. */
    boolean isFresh(Instant now) {
        return note.made().isAfter(now.minus(note.acrossRuns() ? LONGEST : GRACE));
    }

    /** Those that nobody will want any more: old ones, and what was made before scripts changed. */
    static List<SqlServerTemplateFile> stale(
            List<SqlServerTemplateFile> all, SqlServerTemplateNote newest, Instant now) {
        return all.stream()
                .filter(file -> !file.isFresh(now) || file.isReplacedBy(newest))
                .toList();
    }

    private boolean isReplacedBy(SqlServerTemplateNote newest) {
        return note.acrossRuns()
                && newest.acrossRuns()
                && note.family().equals(newest.family())
                && !note.content().equals(newest.content());
    }
}
