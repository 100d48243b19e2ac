package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SqlServerBackupNoteTest {

    /** In a container both are in the same directory, and the one would overwrite the other. */
    @Test
    void theKeptBackupIsNoTemplate() {
        assertThat(SqlServerBackup.pathOnServer("palindrome_x"))
                .isEqualTo("/var/opt/mssql/data/palindrome_x_kept.bak")
                .doesNotEndWith("/" + SqlServerTemplates.fileOf("palindrome_x"));
    }

    @Test
    void saysHowToRestore() {
        Path backup = Path.of("kept", "palindrome_x.bak");
        assertThat(new SqlServerBackupNote(
                                "palindrome_x", "SQL Server in container my/mssql:2019", "my/mssql:2019", backup)
                        .text())
                .isEqualTo("""
                palindrome_x, kept by Palindrome from SQL Server in container my/mssql:2019.

                The database is in palindrome_x.bak, a backup. To look at it, start a SQL Server of the same version or a newer one
                and restore it there (put a password of yours, with capitals, small letters and digits, for <password>):

                  docker run -d --name palindrome-kept -p 14330:1433 \\
                    -e ACCEPT_EULA=Y -e MSSQL_SA_PASSWORD="<password>" my/mssql:2019
                  docker cp "%s" palindrome-kept:/var/opt/mssql/data/palindrome_x.bak
                  docker exec palindrome-kept bash -c '
                    ask() {
                      "$(ls -d /opt/mssql-tools*/bin/sqlcmd | tail -n 1)" -C -b -S localhost -U sa \\
                        -P "$MSSQL_SA_PASSWORD" -Q "$1"
                    }
                    until ask "SELECT 1" > /dev/null 2>&1; do sleep 1; done
                    ask "$0"' "RESTORE DATABASE [palindrome_x] FROM DISK = N'/var/opt/mssql/data/palindrome_x.bak' WITH REPLACE"

                Then connect to localhost, port 14330, database palindrome_x, as sa. When you have seen enough:

                  docker rm -f palindrome-kept

                Nothing depends on these files. Delete them whenever you like.
                """.formatted(backup.toAbsolutePath()));
    }
}
