package dev.palindrome.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.production.SchemaScript;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.roundtrip.UndoDraft;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.seed.SeedPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/public-scripts.md says of scripts out of jars. */
class PublicScriptsIT {

    private static final Path PAGE = Path.of("../docs/public-scripts.md");
    private static final int ROWS = 100;

    @TempDir
    private Path folder;

    static List<ScriptSet> all() {
        return ScriptSets.all();
    }

    static Stream<ScriptSet> whole() {
        return all().stream().filter(ScriptSet::goesUp);
    }

    static Stream<ScriptSet> stopped() {
        return all().stream().filter(set -> !set.goesUp());
    }

    @Test
    void thePageHasARowOfEachSet() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.startsWith("## From jars"))
                .takeWhile(line -> !line.startsWith("## From public"))
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(all().stream().map(ScriptSet::row).toList());
    }

    @ParameterizedTest
    @MethodSource("whole")
    void goesUpAndTakesRowsInEveryTable(ScriptSet set) throws Exception {
        set.writeTo(folder);
        try (TestDatabase database = database().start()) {
            List<String> tables = tables(database);
            List<Long> before = counts(database, tables);

            database.seed(SeedPlan.empty()
                    .fill(tables.stream().map(table -> table + ":" + ROWS).toArray(String[]::new)));

            assertThat(tables).isNotEmpty();
            assertThat(counts(database, tables))
                    .isEqualTo(before.stream().map(count -> count + ROWS).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("whole")
    void eachScriptHasADraftThatBringsTheSchemaBack(ScriptSet set) throws IOException {
        set.writeTo(folder);
        List<RoundTrip> trips =
                database().verifyRoundTrips(RoundTripOptions.none()).roundTrips();

        assertThat(trips)
                .hasSameSizeAs(set.resources())
                .allSatisfy(trip -> assertThat(trip.undoDraft())
                        .as(trip.explanation())
                        .hasValueSatisfying(draft -> assertThat(draft).matches(UndoDraft::restoresSchema)));
    }

    @ParameterizedTest
    @MethodSource("whole")
    void itsSchemaWrittenOutIsMadeAgain(ScriptSet set) throws IOException {
        set.writeTo(folder);
        SchemaSnapshot schema;
        SchemaScript script;
        try (TestDatabase database = database().start()) {
            schema = database.schema();
            script = SchemaScript.of(database.dataSource());
        }
        Path baseline = folder.resolve("written/B1__baseline.sql");
        script.writeTo(baseline);
        try (TestDatabase again = TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .locations("filesystem:" + baseline.getParent())
                .flyway(Map.of("placeholderReplacement", "false"))
                .start()) {
            assertThat(script.leftOut()).isEmpty();
            assertThat(schema.diff(again.schema())).hasToString("no differences");
            assertThat(SchemaScript.of(again.dataSource()).sql()).isEqualTo(script.sql());
        }
    }

    @ParameterizedTest
    @MethodSource("stopped")
    void stopsAtWhatThePageNames(ScriptSet set) throws IOException {
        set.writeTo(folder);

        assertThatThrownBy(() -> database().start()).hasMessageContaining(set.stop());
    }

    private TestDatabase.Builder database() {
        return TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .locations("filesystem:" + folder)
                .flyway(Map.of("placeholderReplacement", "false"))
                .withoutReports();
    }

    private static List<String> tables(TestDatabase database) throws SQLException {
        return query(database, """
                SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES
                WHERE TABLE_SCHEMA = 'dbo' AND TABLE_TYPE = 'BASE TABLE' AND TABLE_NAME <> 'flyway_schema_history'
                ORDER BY TABLE_NAME
                """);
    }

    private static List<Long> counts(TestDatabase database, List<String> tables) throws SQLException {
        List<Long> counts = new ArrayList<>();
        for (String table : tables) {
            counts.add(Long.valueOf(
                    query(database, "SELECT COUNT(*) FROM [" + table + "]").get(0)));
        }
        return counts;
    }

    private static List<String> query(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }
}
