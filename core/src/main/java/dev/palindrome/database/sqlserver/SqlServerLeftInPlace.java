package dev.palindrome.database.sqlserver;

import dev.palindrome.database.DatabaseException;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.sql.ErrorText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** A database that stays where it is, on a server that outlives this JVM. It loses its mark, so that no run drops it. */
final class SqlServerLeftInPlace {

    private final SqlServerEngine engine;
    private final String name;

    SqlServerLeftInPlace(SqlServerEngine engine, String name) {
        this.engine = engine;
        this.name = name;
    }

    Path writeTo(Path directory) {
        try {
            Files.createDirectories(directory);
            SqlServerMark.remove(engine, name);
            return Files.writeString(directory.resolve(name + ".txt"), note());
        } catch (SQLException e) {
            throw couldNot(ErrorText.of(e), e);
        } catch (IOException e) {
            throw couldNot(String.valueOf(e.getMessage()), e);
        }
    }

    private DatabaseException couldNot(String why, Exception e) {
        return new DatabaseException(
                "The database %s on %s could not be kept: %s".formatted(name, engine.describe(), why), e);
    }

    private String note() {
        return """
                %1$s, kept by Palindrome on %2$s.

                It is still there: connect as %3$s to the database %1$s. Palindrome has taken its mark off and will never
                drop it. When you have seen enough, drop it yourself:

                  %4$s;
                """.formatted(name, engine.describe(), engine.username(), SqlServerDatabaseSql.drop(name));
    }
}
