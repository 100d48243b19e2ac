package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page says of every kind of statement what is known of it, and of none that there is not. */
class SqlServerPageTest {

    private static final Path PAGE = Path.of("../docs/sqlserver.md");
    private static final Path SOURCES = Path.of("src/main/java/dev/palindrome");
    private static final Path RESOURCES = Path.of("src/main/resources/dev/palindrome");

    /** A literal, or a line of a text block, that begins as a statement does. */
    private static final Pattern STATEMENT = Pattern.compile("(?m)(?:\"|^ {8,})(?:SELECT|INSERT INTO|UPDATE|DELETE FROM"
            + "|(?:ALTER|CREATE|DROP) (?:TABLE|DATABASE|INDEX|VIEW|SCHEMA|SEQUENCE|TYPE|SYNONYM|ROLE|USER|TRIGGER|PARTITION"
            + "|XML|STATISTICS|FULLTEXT|SECURITY)|EXEC|SET [A-Z_]+ (?:ON|OFF)|DBCC|TRUNCATE TABLE|BACKUP|RESTORE|USE|KILL"
            + "|ENABLE TRIGGER|DISABLE TRIGGER|BEGIN TRANSACTION) ");

    /** What only speaks of statements, or speaks to H2 alone. */
    private static final Set<String> NOT_SENT = Set.of(
            "BackupSetChoice",
            "BackupStartAdvice",
            "DatabaseOption",
            "LeftOutKind",
            "SqlServerAdvice",
            "SqlServerBackupNote",
            "ScriptWords",
            "Collation",
            "CodePages",
            "NearObject");

    /** Of the words in the type of code, what only looks like one. */
    private static final Set<String> NO_CLASSES = Set.of("EngineEdition");

    /** Where nothing is sent to a SQL Server. */
    private static final Pattern ELSEWHERE = Pattern.compile("/(?:h2|tsql|check)/|/H2\\w+\\.java|/Embedded\\w+\\.java");

    private static final Pattern NAMED = Pattern.compile("`((?:\\w+/)+[\\w-]+\\.sql|[A-Z]\\w+[a-z]\\w+)`");

    @Test
    void eachResourceAndEachClassThatMakesStatementsIsThereAndNoOther() throws IOException {
        Set<String> named = NAMED.matcher(Files.readString(PAGE))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> wanted = resources();
        wanted.addAll(classes());
        assertThat(wanted).hasSizeGreaterThan(60);
        wanted.removeAll(named);
        assertThat(wanted).as("what the page does not speak of").isEmpty();
        assertThat(named)
                .as("what there is")
                .allMatch(name -> resources().contains(name) || isClass(name) || NO_CLASSES.contains(name));
    }

    private static Set<String> resources() {
        return files(RESOURCES, file -> file.toString().endsWith(".sql"))
                .map(file -> RESOURCES.relativize(file).toString().replace('\\', '/'))
                .filter(name -> !name.startsWith("h2/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> classes() {
        return files(
                        SOURCES,
                        file -> !ELSEWHERE
                                .matcher(file.toString().replace('\\', '/'))
                                .find())
                .filter(file -> STATEMENT.matcher(read(file)).find())
                .map(SqlServerPageTest::className)
                .filter(name -> !NOT_SENT.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isClass(String name) {
        return files(SOURCES, file -> className(file).equals(name)).findAny().isPresent();
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static Stream<Path> files(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(wanted).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
