package dev.palindrome.database.backup;

import dev.palindrome.database.DatabaseException;
import dev.palindrome.sql.BracketedName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which of the backups in a file is restored: the last full one. What makes it unfit is said before anything is restored. */
public final class BackupSetChoice {

    private final List<BackupSet> sets;
    private final String backup;

    /** @param backup what a person calls the file */
    public BackupSetChoice(List<BackupSet> sets, String backup) {
        this.sets = List.copyOf(sets);
        this.backup = backup;
    }

    /** @throws DatabaseException if there is none, or the server cannot take it */
    public BackupSet on(BackupServer server) {
        BackupSet last = sets.stream()
                .filter(set -> set.kind() == BackupSet.Kind.FULL)
                .max(Comparator.comparingInt(BackupSet::position))
                .orElseThrow(this::noFullBackup);
        requireWhole(last);
        requireNotNewer(last, server);
        return last;
    }

    /** What else is in the file, and is not restored; empty where there is nothing. */
    public Optional<String> leftOut(BackupSet chosen) {
        if (sets.size() < 2) {
            return Optional.empty();
        }
        return Optional.of("It holds %d backups; number %d is restored, the last full one, of the database %s. %s"
                .formatted(
                        sets.size(),
                        chosen.position(),
                        chosen.database().orElse("?"),
                        sets.stream().anyMatch(set -> set.position() > chosen.position())
                                ? "What was backed up after it is left out."
                                : "The older ones are left out."));
    }

    private DatabaseException noFullBackup() {
        if (sets.isEmpty()) {
            return new DatabaseException(
                    "The backup %s is empty: there is no backup in the file. Back up the database anew."
                            .formatted(backup));
        }
        String found =
                sets.stream().map(set -> set.kind().toString()).distinct().collect(Collectors.joining(", "));
        boolean isProtected = sets.stream().allMatch(set -> set.kind() == BackupSet.Kind.PROTECTED);
        return new DatabaseException("The backup %s holds no full backup but %s. %s"
                .formatted(
                        backup,
                        found,
                        isProtected
                                ? "Palindrome gives RESTORE no password: back up the database without one."
                                : "Those can only be restored onto the full backup before them. Take a full one: "
                                        + sets.stream()
                                                .flatMap(set -> set.database().stream())
                                                .findFirst()
                                                .map(BackupSetChoice::fullBackup)
                                                .orElse("BACKUP DATABASE … WITH COPY_ONLY.")));
    }

    private static String fullBackup(String database) {
        return "BACKUP DATABASE %s TO DISK = N'…' WITH COPY_ONLY, INIT.".formatted(BracketedName.of(database));
    }

    private void requireWhole(BackupSet set) {
        if (set.isDamaged()) {
            throw new DatabaseException(
                    ("The backup %s was taken of a database that was damaged then, which its header says. Repair the original"
                                    + " (DBCC CHECKDB) and back it up again.")
                            .formatted(backup));
        }
    }

    /** Page "DATABASEPROPERTYEX"; error 3169 would say it after the copying in numbers that nobody knows. */
    private void requireNotNewer(BackupSet set, BackupServer server) {
        if (set.databaseVersion().isPresent()
                && server.databaseVersion().isPresent()
                && set.databaseVersion().getAsLong() > server.databaseVersion().getAsLong()) {
            throw new DatabaseException(
                    "The backup %s was made by %s, and this server is %s. SQL Server restores backups of its own version and of older ones, never of newer. %s"
                            .formatted(
                                    backup,
                                    set.version().map(SqlServerRelease::of).orElse("a newer SQL Server"),
                                    SqlServerRelease.of(server.version()),
                                    SqlServerRelease.image(set.version())
                                            .map(image ->
                                                    "Choose a server that is as new: palindrome.image=%s, or palindrome.url."
                                                            .formatted(image))
                                            .orElse(
                                                    "Choose a server that is as new, with palindrome.image or palindrome.url.")));
        }
    }
}
