package dev.palindrome.database.h2;

import dev.palindrome.database.DatabaseException;
import dev.palindrome.h2.H2Dump;
import dev.palindrome.h2.H2Shutdown;
import dev.palindrome.h2.H2Version;
import dev.palindrome.location.OwnerOnlyFile;
import dev.palindrome.sql.SqlRunner;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A copy of a database in memory as a file that a person can open, with a note that says how. */
final class H2Copy {

    private final String name;
    private final H2Behaviour behaviour;
    private final DataSource source;

    H2Copy(String name, H2Behaviour behaviour, DataSource source) {
        this.name = name;
        this.behaviour = behaviour;
        this.source = source;
    }

    Path writeTo(Path directory) {
        refuseSettings(directory);
        try {
            Files.createDirectories(directory);
            String version = copyTo(directory);
            return Files.writeString(directory.resolve(name + ".txt"), note(directory.resolve(name), version));
        } catch (SQLException | IOException e) {
            throw new DatabaseException(
                    "The embedded database %s could not be kept in %s: %s".formatted(name, directory, e.getMessage()),
                    e);
        }
    }

    /** In a URL, H2 takes what stands behind a semicolon for settings, and runs some of them. */
    private void refuseSettings(Path directory) {
        if (directory.toAbsolutePath().toString().contains(";")) {
            throw new DatabaseException(
                    "The embedded database %s cannot be kept in %s: H2 takes what stands behind a semicolon for"
                                    .formatted(name, directory)
                            + " settings. Name a directory without one.");
        }
    }

    /** Rows may be anybody's: the file is made where only this user can look, and moved when it is closed to all others. */
    private String copyTo(Path directory) throws SQLException, IOException {
        Path apart = Files.createTempDirectory(directory.toAbsolutePath(), "keeping");
        try {
            String version = copy(apart.resolve(name));
            try (DirectoryStream<Path> made = Files.newDirectoryStream(apart)) {
                for (Path file : made) {
                    OwnerOnlyFile.close(file);
                    Files.move(file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return version;
        } finally {
            deleteWhole(apart);
        }
    }

    private static void deleteWhole(Path directory) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory)) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    /**
     * H2's own BACKUP takes databases in files only, so the copy is made by statements.
     *
     * @return which version of H2 has written it
     */
    private String copy(Path file) throws SQLException {
        try (Connection from = source.getConnection();
                Connection to = DriverManager.getConnection(H2Url.createFile(file, new H2Behaviour(false)), "sa", "")) {
            String version = H2Version.of(to);
            H2Dump.withoutPasswords(from).makeIn(to);
            SqlRunner.on(to).run("SET DB_CLOSE_DELAY 0");
            H2Shutdown.now(to);
            return version;
        }
    }

    private String note(Path file, String version) {
        return """
                %1$s, kept by Palindrome.

                The database is in %1$s.mv.db, for H2 %3$s. User: sa, without a password.

                In an IDE or any other JDBC tool, with H2's driver:

                  %2$s

                On the command line:

                  java -cp h2-%3$s.jar org.h2.tools.Shell -user sa -url "%2$s"

                Tables and rows need nothing but H2. Functions that Palindrome added to stand in for those of SQL Server
                are in Java: to call one, or to insert into a column whose default calls one, add palindrome-core's jar to
                the class path.

                Nothing depends on these files. Delete them when you have seen enough.
                """.formatted(name, H2Url.connectFile(file, behaviour), version);
    }
}
