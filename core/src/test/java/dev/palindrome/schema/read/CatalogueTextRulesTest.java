package dev.palindrome.schema.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.SqlRecording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
     * Columns whose collation is not the database's, whatever that is (Microsoft: collation-precedence, error 451): what
     * is the server's own, and what is compared byte by byte.
     */
    private static final String FOREIGN = "\\w+\\.(?:\\w+_desc|assembly_class|assembly_method|tessellation_scheme"
            + "|encryption_algorithm_name|collation_name|distance_metric|vector_index_type|predicate_definition)\\b";

    private static final String JOINED_BEFORE = "(?:\\+|QUOTENAME\\(|UPPER\\(|(?<![<>=!])=|<>|\\bLIKE)\\s*";

    /** The first version that has a column, where that is not 2017, the oldest that is supported. */
    private static final Map<String, Integer> LATER = new TreeMap<>(Map.ofEntries(
            Map.entry("sys.tables.ledger_type", 2022),
            Map.entry("sys.tables.ledger_type_desc", 2022),
            Map.entry("sys.tables.ledger_view_id", 2022),
            Map.entry("sys.columns.is_dropped_ledger_column", 2022),
            Map.entry("sys.tables.is_dropped_ledger_table", 2022),
            Map.entry("sys.columns.vector_dimensions", 2025),
            Map.entry("sys.columns.vector_base_type_desc", 2025),
            Map.entry("sys.index_columns.column_store_order_ordinal", 2022),
            Map.entry("sys.indexes.optimize_for_sequential_key", 2019),
            Map.entry("sys.partitions.xml_compression", 2022),
            Map.entry("sys.stats.auto_drop", 2022),
            Map.entry("sys.stats.has_persisted_sample", 2019),
            Map.entry("sys.databases.is_accelerated_database_recovery_on", 2019),
            Map.entry("sys.databases.is_ledger_on", 2022)));

    private static final Map<String, Integer> LATER_VIEWS = new TreeMap<>(Map.of(
            "edge_constraints", 2019,
            "edge_constraint_clauses", 2019,
            "sensitivity_classifications", 2019,
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

    @TestFactory
    Stream<DynamicTest> textsThatAreJoinedHaveOneCollation() {
        return each(sql -> {
            assertThat(found(
                            JOINED_BEFORE + "(" + FOREIGN
                                    + ")(?! COLLATE DATABASE_DEFAULT|\\s*(?:=|<>|IN|LIKE)\\s*\\(?N?')",
                            sql))
                    .isEmpty();
            assertThat(found("(" + FOREIGN + ")(?:\\)|\\s)*\\+", sql)).isEmpty();
            assertThat(found("(" + FOREIGN + ")\\s*(?:=|<>|LIKE)\\s*+(?!N?')", sql))
                    .isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> namesAreInBracketsAndNeverInQuotes() {
        return each(sql -> assertThat(sql.replaceAll("'(?:[^']|'')*+'", "''")).doesNotContain("\""));
    }

    @TestFactory
    Stream<DynamicTest> nothingUndocumentedIsAsked() {
        return each(sql -> assertThat(sql)
                .doesNotContainIgnoringCase("sys.sys")
                .doesNotContainIgnoringCase("syscomments")
                .doesNotContainIgnoringCase("spt_values")
                .doesNotContainIgnoringCase("DBCC IND"));
    }

    /** A column or view that came later is an error where it is missing, and not a thing that the server does not let read. */
    @Test
    void whatCameAfterTheOldestServerIsAskedForWhereItIs() {
        Set<String> wrong = new TreeSet<>();
        for (CatalogueQuestion question : CatalogueQuestions.ALL) {
            for (String view : found("\\bsys\\.(\\w+)", question.sql())) {
                if (LATER_VIEWS.containsKey(view) && question.guard().isEmpty()) {
                    wrong.add(question.name() + ": sys." + view);
                }
            }
            for (String column : columns(question.sql())) {
                if (LATER.containsKey(column) && question.guard().isEmpty()) {
                    wrong.add(question.name() + ": " + column);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(CatalogueQuestions.ALL)
                .anySatisfy(question -> assertThat(question.guard()).isPresent());
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
        SqlRecording.statement(batch);
        CatalogueQuestions.ALL.forEach(question -> SqlRecording.statement(CatalogueBatch.text(question)));

        assertThat(batch).startsWith("DECLARE @options int = @@OPTIONS;\nSET NOCOUNT ON;\n");
        assertThat(batch.substring(0, batch.indexOf("INSERT"))).doesNotContain("SELECT");
    }

    private static Stream<DynamicTest> each(java.util.function.Consumer<String> rule) {
        return resources()
                .map(file -> DynamicTest.dynamicTest(RESOURCES.relativize(file).toString(), () -> {
                    String text = Files.readString(file);
                    SqlRecording.statement(text);
                    String sql = text.replaceAll("(?m)^\\s*--.*$", "").replace("''", "'");
                    rule.accept(sql);
                }));
    }

    private static List<String> found(String pattern, String sql) {
        return Pattern.compile(pattern)
                .matcher(sql)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
