package dev.palindrome.schema.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.SqlRecording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every text that asks SQL Server's catalogue, whoever asks it. */
class CatalogueTextRulesTest {

    private static final Path RESOURCES = Path.of("src/main/resources/dev/palindrome");

    /**
     * All columns that are asked for, each with the first version that has it where that is not 2017, the oldest that is
     * supported, as their pages say. Look a column up before you add it.
     */
    private static final String COLUMNS = "catalogue-columns.txt";

    private static final int OLDEST = 2017;

    private static final Map<String, Integer> LATER_VIEWS = new TreeMap<>(Map.of(
            "edge_constraints", 2019,
            "edge_constraint_clauses", 2019,
            "sensitivity_classifications", 2019,
            "external_languages", 2019,
            "json_indexes", 2025,
            "json_index_paths", 2025,
            "vector_indexes", 2025,
            "external_models", 2025));

    static Stream<Path> resources() {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> !file.toString().contains("h2-"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thereAreResources() {
        assertThat(resources()).hasSizeGreaterThan(20);
    }

    /** Those of the schema are sent in a batch that begins with NOCOUNT. */
    @TestFactory
    Stream<DynamicTest> resourcesBreakNoRule() {
        return resources()
                .map(file -> DynamicTest.dynamicTest(
                        RESOURCES.relativize(file).toString(),
                        () -> SqlRecording.made((file.toString().contains("schema") ? "SET NOCOUNT ON;\n" : "")
                                + Files.readString(file))));
    }

    @TestFactory
    Stream<DynamicTest> questionsBreakNoRule() {
        return CatalogueQuestions.ALL.stream()
                .map(question -> DynamicTest.dynamicTest(
                        question.name(), () -> SqlRecording.made(CatalogueBatch.text(question))));
    }

    /** A column or view that came later is an error where it is missing, and not a thing that the server does not let read. */
    @Test
    void whatCameAfterTheOldestServerIsAskedForWhereItIs() throws IOException {
        Map<String, Integer> known = known();
        Set<String> wrong = new TreeSet<>();
        for (CatalogueQuestion question : CatalogueQuestions.ALL) {
            for (String view : found("\\bsys\\.(\\w+)", question.sql())) {
                if (LATER_VIEWS.containsKey(view) && question.guard().isEmpty()) {
                    wrong.add(question.name() + ": sys." + view);
                }
            }
            for (String column : columns(question.sql())) {
                if (known.getOrDefault(column, OLDEST) > OLDEST
                        && question.guard().isEmpty()) {
                    wrong.add(question.name() + ": " + column);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(CatalogueQuestions.ALL)
                .anySatisfy(question -> assertThat(question.guard()).isPresent());
    }

    @Test
    void onlyColumnsThatHaveAPageAreAsked() throws IOException {
        Set<String> asked = new TreeSet<>();
        CatalogueQuestions.ALL.forEach(question -> asked.addAll(columns(question.sql())));
        for (Path file : resources().toList()) {
            if (file.toString().contains("reset")) {
                asked.addAll(columns(Files.readString(file)));
            }
        }

        assertThat(asked).hasSizeGreaterThan(300);
        assertThat(known().keySet()).containsExactlyElementsOf(asked);
    }

    private static Map<String, Integer> known() throws IOException {
        Map<String, Integer> known = new TreeMap<>();
        try (InputStream file = Objects.requireNonNull(CatalogueTextRulesTest.class.getResourceAsStream(COLUMNS))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" "))
                    .forEach(words -> known.put(words[0], words.length > 1 ? Integer.parseInt(words[1]) : OLDEST));
        }
        return known;
    }

    /** {@code sys.tables t} and {@code t.name} are {@code sys.tables.name}. */
    private static Set<String> columns(String sql) {
        Set<String> columns = new TreeSet<>();
        Pattern.compile("\\b(?:FROM|JOIN) (sys\\.\\w+) (\\w+)\\b")
                .matcher(sql)
                .results()
                .forEach(source -> Pattern.compile("\\b" + source.group(2) + "\\.(\\w+)")
                        .matcher(sql)
                        .results()
                        .forEach(column -> columns.add(source.group(1) + "." + column.group(1))));
        return columns;
    }

    @Test
    void nothingIsAnsweredBeforeCountsAreSilent() {
        String batch = CatalogueBatch.of(CatalogueQuestions.ALL);
        SqlRecording.made(batch);

        assertThat(batch).startsWith("DECLARE @options int = @@OPTIONS;\nSET NOCOUNT ON;\n");
        assertThat(batch.substring(0, batch.indexOf("INSERT"))).doesNotContain("SELECT");
    }

    private static List<String> found(String pattern, String sql) {
        return Pattern.compile(pattern)
                .matcher(sql)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
