package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.palindrome.LeakSearch;
import dev.palindrome.seed.SeedContext;
import dev.palindrome.seed.Seeder;
import dev.palindrome.text.HiddenForATest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/**
 * Classes whose steps fail on rows of people: what JUnit is told, from which its XML is written, what is logged, printed, written
 * as a report and kept is searched for planted values. On the embedded engine, which has no backups: values are hidden as for one.
 */
@ExtendWith(DeleteKept.class)
class NothingPersonalLeaksTest {

    private static final String PLANTED = "zq7planted";

    @TempDir
    private Path reports;

    private LeakSearch search;

    @BeforeEach
    void listen() {
        search = new LeakSearch(PLANTED, reports);
    }

    @AfterEach
    void listenNoMore() {
        search.close();
    }

    /** What a fixture's run tells JUnit: failures, entries of reports, names of tests. */
    private long run(Class<?> testCase) {
        EngineExecutionResults results = TestCases.of(testCase)
                .with("palindrome.report-dir", reports.toString())
                .run();
        results.allEvents().stream().forEach(event -> {
            search.hear(event.toString());
            event.getPayload(org.junit.platform.engine.TestExecutionResult.class)
                    .flatMap(org.junit.platform.engine.TestExecutionResult::getThrowable)
                    .ifPresent(search::hear);
        });
        return results.allEvents().failed().count();
    }

    @Test
    void theSearchFindsWhatIsNotHidden() throws IOException {
        assertThat(run(UniqueTestCase.class)).isPositive();

        assertThat(search.found()).anyMatch(place -> place.startsWith("thrown: "));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                UniqueTestCase.class,
                DataTestCase.class,
                ScriptTestCase.class,
                SeederTestCase.class,
                ConstantTestCase.class,
                UndecidedTestCase.class,
                LeftoverTestCase.class
            })
    void ofAStepThatFails(Class<?> testCase) throws IOException {
        HiddenForATest.during(() -> assertThat(run(testCase)).isPositive());

        assertThat(search.found()).isEmpty();
    }

    @Test
    void ofTestsThatLeaveRowsBehind() throws IOException {
        HiddenForATest.during(() -> assertThat(run(LeavingTestCase.class)).isZero());

        assertThat(search.found()).isEmpty();
    }

    @Test
    void aKeptDatabaseHoldsMaskedRows() throws Exception {
        List<Path> before = kept();
        HiddenForATest.during(() -> assertThat(run(KeptTestCase.class)).isPositive());

        List<Path> files =
                kept().stream().filter(file -> !before.contains(file)).toList();
        assertThat(files).isNotEmpty();
        StringBuilder rows = new StringBuilder();
        for (Path file : files) {
            search.hear(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            if (file.toString().endsWith(".txt")) {
                rows.append(rowsOf(file));
            }
        }
        search.hear(rows.toString());
        assertThat(rows.toString()).contains("1 ", "2 ", "@");
        assertThat(search.found()).isEmpty();
    }

    private static List<Path> kept() throws IOException {
        if (!Files.isDirectory(DeleteKept.KEPT)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(DeleteKept.KEPT)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String rowsOf(Path note) throws IOException, SQLException {
        String url = Files.readAllLines(note).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("jdbc:"))
                .findFirst()
                .orElseThrow();
        StringBuilder rows = new StringBuilder();
        try (Connection connection = java.sql.DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, email, note FROM dbo.people")) {
            while (row.next()) {
                rows.append(row.getInt(1))
                        .append(' ')
                        .append(row.getString(2))
                        .append(' ')
                        .append(row.getString(3))
                        .append('\n');
            }
        }
        return rows.toString();
    }

    @MigratedDatabase(schemaScript = "classpath:leaks/people.sql", baseline = "1", locations = "classpath:leaks/unique")
    static class UniqueTestCase {

        @Test
        void isNotRun() {}
    }

    @MigratedDatabase(schemaScript = "classpath:leaks/people.sql", baseline = "1", locations = "classpath:leaks/none")
    @Seed(data = "classpath:leaks/rows")
    static class DataTestCase {

        @Test
        void isNotRun() {}
    }

    @MigratedDatabase(schemaScript = "classpath:leaks/people.sql", baseline = "1", locations = "classpath:leaks/none")
    @Seed(scripts = "classpath:leaks/again.sql")
    static class ScriptTestCase {

        @Test
        void isNotRun() {}
    }

    @MigratedDatabase(schemaScript = "classpath:leaks/people.sql", baseline = "1", locations = "classpath:leaks/none")
    @Seed(Again.class)
    static class SeederTestCase {

        @Test
        void isNotRun() {}
    }

    static final class Again implements Seeder {

        @Override
        public void seed(SeedContext context) {
            context.insert("people", Map.of("id", 4, "email", PLANTED + ".one@people.example"));
        }
    }

    @MigratedDatabase(schemaScript = "classpath:leaks/people.sql", baseline = "1", locations = "classpath:leaks/none")
    @Mask({"people.email = constant same@example.com", "people.note = null"})
    static class ConstantTestCase {

        @Test
        void isNotRun() {}
    }

    @MigratedDatabase(schemaScript = "classpath:leaks/people.sql", baseline = "1", locations = "classpath:leaks/none")
    @Mask("people.note = null")
    static class UndecidedTestCase {

        @Test
        void isNotRun() {}
    }

    @MigratedDatabase(schemaScript = "classpath:leaks/people.sql", baseline = "1", locations = "classpath:leaks/none")
    @Mask("people.email = email")
    static class LeftoverTestCase {

        @Test
        void isNotRun() {}
    }

    @MigratedDatabase(schemaScript = "classpath:leaks/people.sql", baseline = "1", locations = "classpath:leaks/none")
    static class LeavingTestCase {

        @Test
        void writes(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("UPDATE dbo.people SET note = email + N' was " + PLANTED + "'");
            }
        }

        @Test
        void writesAgain(Connection connection) throws SQLException {
            writes(connection);
        }
    }

    @MigratedDatabase(
            schemaScript = "classpath:leaks/people.sql",
            baseline = "1",
            locations = "classpath:leaks/none",
            keep = KeepDatabase.ON_FAILURE)
    @Mask({"people.email = email", "people.note = null"})
    static class KeptTestCase {

        @Test
        void fails() {
            fail("on purpose");
        }
    }
}
