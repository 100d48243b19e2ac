package dev.palindrome.database.sqlserver;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A template's backup on a server.
 *
 * @param backup where it is there, and what it was taken of
 * @param note what is written on it
 */
record SqlServerTemplateFile(SqlServerBackups.File backup, SqlServerTemplateNote note) {

    /** Rows that were made with the time of day grow old; and a project may be gone. */
    private static final Duration LONGEST = Duration.ofDays(7);

    /** Empty where the backup is no template. */
    static Optional<SqlServerTemplateFile> of(SqlServerBackups.File backup) {
        return SqlServerTemplateNote.parse(backup.description()).map(note -> new SqlServerTemplateFile(backup, note));
    }

    /** Whether it may be cloned still; a run that made a template for itself may be alive for a day. */
    boolean isFresh() {
        return note.acrossRuns() ? backup.age().compareTo(LONGEST) < 0 : !DeadRuns.isOld(backup.age());
    }

    /** Those that nobody will want any more: old ones, and what was made before scripts changed. */
    static List<SqlServerTemplateFile> stale(List<SqlServerTemplateFile> all, SqlServerTemplateNote newest) {
        return all.stream()
                .filter(file -> !file.isFresh() || file.isReplacedBy(newest))
                .toList();
    }

    private boolean isReplacedBy(SqlServerTemplateNote newest) {
        return note.acrossRuns()
                && newest.acrossRuns()
                && note.family().equals(newest.family())
                && !note.content().equals(newest.content());
    }
}
