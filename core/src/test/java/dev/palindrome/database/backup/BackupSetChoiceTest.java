package dev.palindrome.database.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.backup.BackupSet.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BackupSetChoiceTest {

    private static final BackupServer SERVER =
            new BackupServer("14.0.1000", OptionalLong.of(869), "/data/", "/data/", "", Optional.empty());

    @Test
    void theLastFullOneIsTaken() {
        BackupSetChoice choice =
                choice(set(1, Kind.FULL), set(3, Kind.FULL), set(4, Kind.LOG), set(2, Kind.DIFFERENTIAL));

        BackupSet taken = choice.on(SERVER);

        assertThat(taken.position()).isEqualTo(3);
        assertThat(choice.leftOut(taken))
                .hasValue("It holds 4 backups; number 3 is restored, the last full one, of the database Sales. What was"
                        + " backed up after it is left out.");
    }

    @Test
    void olderOnesAreLeftOut() {
        BackupSetChoice choice = choice(set(1, Kind.FULL), set(2, Kind.FULL));

        assertThat(choice.leftOut(choice.on(SERVER)))
                .hasValue(
                        "It holds 2 backups; number 2 is restored, the last full one, of the database Sales. The older ones"
                                + " are left out.");
    }

    @Test
    void ofASingleOneNothingIsLeftOut() {
        BackupSetChoice choice = choice(set(1, Kind.FULL));

        assertThat(choice.leftOut(choice.on(SERVER))).isEmpty();
    }

    @Test
    void withoutAFullOneItSaysWhatToDo() {
        assertRefused(
                "The backup prod.bak holds no full backup but a differential backup, a backup of the log. Those can only"
                        + " be restored onto the full backup before them. Take a full one: BACKUP DATABASE [Sales] TO DISK = N'…' WITH"
                        + " COPY_ONLY, INIT.",
                set(1, Kind.DIFFERENTIAL),
                set(2, Kind.LOG),
                set(3, Kind.LOG));
        assertRefused(
                "The backup prod.bak holds no full backup but a backup behind a password. Palindrome gives RESTORE no"
                        + " password: back up the database without one.",
                set(1, Kind.PROTECTED));
        assertRefused("The backup prod.bak is empty: there is no backup in the file. Back up the database anew.");
    }

    @Test
    void aDamagedDatabaseIsNotTested() {
        assertRefused(
                "The backup prod.bak was taken of a database that was damaged then, which its header says. Repair the original"
                        + " (DBCC CHECKDB) and back it up again.",
                new BackupSet(1, Kind.FULL, Optional.of("Sales"), Optional.empty(), OptionalLong.empty(), true));
    }

    @Test
    void aNewerOneIsNotTaken() {
        assertRefused(
                "The backup prod.bak was made by SQL Server 2022 (16.0.4085), and this server is SQL Server 2017"
                        + " (14.0.1000). SQL Server restores backups of its own version and of older ones, never of newer. Choose a"
                        + " server that is as new: palindrome.image=mcr.microsoft.com/mssql/server:2022-latest, or palindrome.url.",
                newer("16.0.4085"));
        assertRefused(
                "The backup prod.bak was made by SQL Server 99.0.1, and this server is SQL Server 2017 (14.0.1000). SQL"
                        + " Server restores backups of its own version and of older ones, never of newer. Choose a server that is as"
                        + " new, with palindrome.image or palindrome.url.",
                newer("99.0.1"));
    }

    /** What neither of them tells, RESTORE will. */
    @Test
    void whatTheServerDoesNotTellIsNotHeldAgainstTheBackup() {
        BackupServer silent = new BackupServer("", OptionalLong.empty(), "", "", "", Optional.empty());

        assertThat(choice(newer("16.0.4085")).on(silent)).isEqualTo(newer("16.0.4085"));
    }

    private static BackupSet newer(String version) {
        return new BackupSet(1, Kind.FULL, Optional.of("Sales"), Optional.of(version), OptionalLong.of(957), false);
    }

    private static BackupSet set(int position, Kind kind) {
        return new BackupSet(
                position,
                kind,
                kind == Kind.PROTECTED ? Optional.empty() : Optional.of("Sales"),
                Optional.of("14.0.1000"),
                OptionalLong.of(869),
                false);
    }

    private static BackupSetChoice choice(BackupSet... sets) {
        return new BackupSetChoice(List.of(sets), "prod.bak");
    }

    private static void assertRefused(String message, BackupSet... sets) {
        assertThatThrownBy(() -> choice(sets).on(SERVER))
                .isInstanceOf(DatabaseException.class)
                .hasMessage(message);
    }
}
