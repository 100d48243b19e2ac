package dev.palindrome.database;

import dev.palindrome.engine.SqlServerEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** A backup of a database in a container, copied out of it, with a note that says how to restore it. */
final class SqlServerBackup {

    /** Where SQL Server on Linux keeps its data, and may write. */
    private static final String SERVER_DIRECTORY = "/var/opt/mssql/data/";

    private final SqlServerEngine engine;
    private final String name;

    SqlServerBackup(SqlServerEngine engine, String name) {
        this.engine = engine;
        this.name = name;
    }

    Path writeTo(Path directory) {
        String file = name + ".bak";
        try {
            Files.createDirectories(directory);
            SqlServerStatements.run(engine.dataSource(), SqlServerDatabaseSql.backUp(name, SERVER_DIRECTORY + file));
            engine.moveFileFromServer(SERVER_DIRECTORY + file, directory.resolve(file));
            return Files.writeString(directory.resolve(name + ".txt"), note(directory.resolve(file)));
        } catch (SQLException | IOException e) {
            throw new DatabaseException(
                    "The database %s on %s could not be kept in %s: %s"
                            .formatted(name, engine.describe(), directory, e.getMessage()),
                    e);
        }
    }

    private String note(Path backup) {
        return """
                %1$s, kept by Palindrome from %2$s.

                The database is in %1$s.bak, a backup. To look at it, start a SQL Server of the same version or a newer one
                and restore it there (put a password of yours for <password>, and the image for <image>):

                  docker run -d --name palindrome-kept -p 14330:1433 \\
                    -e ACCEPT_EULA=Y -e MSSQL_SA_PASSWORD="<password>" <image>
                  docker cp "%3$s" palindrome-kept:%4$s%1$s.bak
                  docker exec palindrome-kept /opt/mssql-tools18/bin/sqlcmd -C -S localhost -U sa -P "<password>" \\
                    -Q "RESTORE DATABASE %5$s FROM DISK = N'%4$s%1$s.bak' WITH REPLACE"

                Then connect to localhost, port 14330, database %1$s, as sa. When you have seen enough:

                  docker rm -f palindrome-kept

                Nothing depends on these files. Delete them whenever you like.
                """.formatted(
                name, engine.describe(), backup.toAbsolutePath(), SERVER_DIRECTORY, SqlServerDatabaseSql.quoted(name));
    }
}
