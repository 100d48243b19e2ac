package dev.palindrome.database.sqlserver;

import dev.palindrome.sql.BracketedName;
import java.nio.file.Path;

/**
 * What a person is told who wants to look at a backup.
 *
 * @param name the database's
 * @param server where it was
 * @param image what that server's container was made of
 * @param backup the file
 */
record SqlServerBackupNote(String name, String server, String image, Path backup) {

    /** The server needs a while before it takes a login; and where sqlcmd is depends on the image. */
    String text() {
        return """
                %1$s, kept by Palindrome from %2$s.

                The database is in %1$s.bak, a backup. To look at it, start a SQL Server of the same version or a newer one
                and restore it there (put a password of yours, with capitals, small letters and digits, for <password>):

                  docker run -d --name palindrome-kept -p 14330:1433 \\
                    -e ACCEPT_EULA=Y -e MSSQL_SA_PASSWORD="<password>" %6$s
                  docker cp "%3$s" palindrome-kept:%4$s%1$s.bak
                  docker exec palindrome-kept bash -c '
                    ask() {
                      "$(ls -d /opt/mssql-tools*/bin/sqlcmd | tail -n 1)" -C -b -S localhost -U sa \\
                        -P "$MSSQL_SA_PASSWORD" -Q "$1"
                    }
                    until ask "SELECT 1" > /dev/null 2>&1; do sleep 1; done
                    ask "$0"' "RESTORE DATABASE %5$s FROM DISK = N'%4$s%1$s.bak' WITH REPLACE"

                Then connect to localhost, port 14330, database %1$s, as sa. When you have seen enough:

                  docker rm -f palindrome-kept

                Nothing depends on these files. Delete them whenever you like.
                """.formatted(
                name, server, backup.toAbsolutePath(), SqlServerBackup.SERVER_DIRECTORY, BracketedName.of(name), image);
    }
}
