package dev.palindrome.database.sqlserver;

import dev.palindrome.database.DatabaseException;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.sql.ErrorText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A backup of a database in a container, copied out of it, with a note that says how to restore it. */
final class SqlServerBackup {

    /** Where SQL Server on Linux keeps its data, and may write. */
    static final String SERVER_DIRECTORY = "/var/opt/mssql/data/";

    private final SqlServerEngine engine;
    private final String name;

    SqlServerBackup(SqlServerEngine engine, String name) {
        this.engine = engine;
        this.name = name;
    }

    /** The name differs from a template's, which is in the same directory, and may be of the same database. */
    static String pathOnServer(String database) {
        return SERVER_DIRECTORY + database + "_kept.bak";
    }

    Path writeTo(Path directory) {
        String path = pathOnServer(name);
        Path file = directory.resolve(name + ".bak");
        try {
            Files.createDirectories(directory);
            SqlServerMark.takeOffWhile(engine.dataSource(), name, SqlServerDatabaseSql.backUp(name, path));
            engine.moveFileFromServer(path, file);
            return Files.writeString(directory.resolve(name + ".txt"), note(file));
        } catch (SQLException e) {
            throw new DatabaseException(couldNot(directory, ErrorText.of(e)) + ". " + SqlServerAdvice.onKeeping(e), e);
        } catch (IOException e) {
            throw new DatabaseException(couldNot(directory, e.getMessage()), e);
        }
    }

    private String couldNot(Path directory, @Nullable String why) {
        return "The database %s on %s could not be kept in %s: %s".formatted(name, engine.describe(), directory, why);
    }

    private String note(Path backup) {
        return new SqlServerBackupNote(name, engine.describe(), engine.image().orElseThrow(), backup).text();
    }
}
