package dev.palindrome.database.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.DatabaseOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class H2CopyIT {

    @TempDir
    Path directory;

    private final Database database = EngineDatabases.embedded().create("H2CopyIT", DatabaseOptions.DEFAULT);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anotherJvmWithNothingButH2FindsEverything() throws Exception {
        run("CREATE TABLE Users (Id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, Name VARCHAR(20), Photo BLOB)");
        run("INSERT INTO Users (Name, Photo) SELECT 'Ann', REPEAT('ab', 9000)");
        run("CREATE VIEW Names AS SELECT Name FROM Users");
        Path note = database.keep(directory.resolve("kept"));
        database.close();
        assertThat(shell(note, "SELECT n.Name, LENGTH(u.Photo) FROM dbo.users u JOIN dbo.Names n ON n.name = u.NAME"))
                .contains("Ann  | 18000");
    }

    /** H2 gives the number of what was dropped to the view. */
    @Test
    void viewsShowWhatTheyShowedAndKeysHaveTheirIndexes() throws Exception {
        run("CREATE TABLE Gone (x INT)");
        run("CREATE TABLE Users (Id INT PRIMARY KEY, Boss INT REFERENCES Users (Id))");
        run("CREATE INDEX ix_boss ON Users (Boss)");
        run("INSERT INTO Users VALUES (7, 7)");
        run("DROP TABLE Gone");
        run("CREATE VIEW Bosses AS SELECT Boss FROM Users");
        Path note = database.keep(directory.resolve("kept"));
        database.close();
        assertThat(shell(note, "DROP INDEX ix_boss; SELECT Boss * 6 AS x FROM Bosses"))
                .contains("42");
    }

    @Test
    void whatTellsCaseApartStillDoes() throws Exception {
        run("SET IGNORECASE FALSE");
        run("CREATE TABLE Codes (Code VARCHAR(20) UNIQUE)");
        run("SET IGNORECASE TRUE");
        run("CREATE TABLE Names (Name VARCHAR(20))");
        run("INSERT INTO Codes VALUES ('a'), ('A')");
        run("INSERT INTO Names VALUES ('a'), ('A')");
        Path note = database.keep(directory.resolve("kept"));
        database.close();
        assertThat(shell(
                        note,
                        "SELECT (SELECT COUNT(*) FROM Codes WHERE Code = 'a') AS codes,"
                                + " (SELECT COUNT(*) FROM Names WHERE Name = 'a') AS names"))
                .contains("1     | 2");
    }

    @Test
    void theNoteSaysHowToOpenIt() throws IOException {
        Path kept = directory.resolve("kept");
        String name = database.name();
        String url = "jdbc:h2:file:" + kept.resolve(name).toAbsolutePath()
                + ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;OPTIMIZE_OR=FALSE;IGNORECASE=TRUE"
                + ";IFEXISTS=TRUE;SCHEMA=dbo;SCHEMA_SEARCH_PATH=palindrome";
        Path note = database.keep(kept);
        assertThat(note).isEqualTo(kept.resolve(name + ".txt"));
        assertThat(Files.readString(note)).isEqualTo("""
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
                """.formatted(name, url, org.h2.engine.Constants.VERSION));
        try (Stream<Path> files = Files.list(kept)) {
            assertThat(files).containsExactlyInAnyOrder(note, kept.resolve(name + ".mv.db"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseMayReadIt() throws IOException {
        database.keep(directory);

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.resolve(database.name() + ".mv.db"))))
                .isEqualTo("rw-------");
    }

    /** H2 would run what follows as settings. */
    @Test
    void aDirectoryWithASemicolonIsRefused() throws IOException {
        Path hostile = directory.resolve("a;INIT=CREATE TABLE dbo.taken(x INT)");

        assertThatThrownBy(() -> database.keep(hostile))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("The embedded database " + database.name() + " cannot be kept in " + hostile + ": H2 takes"
                        + " what stands behind a semicolon for settings. Name a directory without one.");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void theDatabaseGoesOnAfterwards() throws SQLException {
        database.keep(directory);
        run("CREATE TABLE t (x INT)");
    }

    @Test
    void rightsThatATestHasGivenAwayAreNoObstacle() throws SQLException {
        run("ALTER USER sa ADMIN FALSE");

        assertThat(database.keep(directory)).exists();

        assertThatThrownBy(() -> run("CREATE USER other PASSWORD 'Other_1'"))
                .hasMessageContaining("Admin rights are required");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsAnError() throws IOException {
        Path file = Files.createFile(directory.resolve("kept"));
        assertThatThrownBy(() -> database.keep(file))
                .isInstanceOf(DatabaseException.class)
                .hasMessage(
                        "The embedded database %s could not be kept in %s: %s".formatted(database.name(), file, file));
    }

    /** What the note's command line prints. */
    private static String shell(Path note, String query) throws IOException, InterruptedException {
        String url = Files.readAllLines(note).stream()
                .filter(line -> line.startsWith("  jdbc:"))
                .findFirst()
                .orElseThrow()
                .strip();
        Process shell = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        h2Jar(),
                        "org.h2.tools.Shell",
                        "-user",
                        "sa",
                        "-url",
                        url,
                        "-sql",
                        query))
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes());
        shell.waitFor();
        return output;
    }

    private static String h2Jar() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("h2-2"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
