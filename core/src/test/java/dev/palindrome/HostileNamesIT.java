package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.reset.Snapshot;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.UndoDraft;
import dev.palindrome.seed.SeedPlan;
import dev.palindrome.settings.Settings;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that mean something to somebody else (JDBC, Flyway, SQL, a log) go every way that a name goes. */
class HostileNamesIT {

    @TempDir
    private Path folder;

    private String named = "";

    static List<String> names() {
        return List.of(
                "${user}",
                "{d 'x'}",
                "{fn x}",
                "{call x}",
                "{limit 3}",
                "{",
                "}",
                "{}",
                "?",
                ":x",
                "a]b",
                "\"q\"",
                "'; DROP TABLE other; --",
                "a;b",
                "-- c",
                "/* c */",
                "%s %d",
                "$$",
                "Straße ☃",
                "a.b",
                " lead",
                "NULL",
                "\\",
                "GO",
                "a\nGO\nb",
                "\u001b[31m",
                "x\n::error::y");
    }

    @ParameterizedTest
    @MethodSource("names")
    void goUpAndDown(String name) throws IOException {
        migrations(name);

        RoundTripReport report = builder().withoutReports().verifyRoundTrips(RoundTripOptions.none());

        assertThat(report.isReversible()).as(report.toString()).isTrue();
        assertThat(report.roundTrips()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("names")
    void areDrafted(String name) throws IOException {
        migrations(name);
        for (int version = 1; version <= 3; version++) {
            Files.delete(folder.resolve("U" + version + "__x.sql"));
        }

        RoundTripReport report = builder().withoutReports().verifyRoundTrips(RoundTripOptions.none());

        assertThat(report.roundTrips()).hasSize(3).allSatisfy(trip -> assertDraftWorks(trip));
    }

    private static void assertDraftWorks(RoundTrip trip) {
        UndoDraft draft = trip.undoDraft().orElseThrow(() -> new AssertionError(trip.explanation()));
        assertThat(draft.restoresSchema())
                .as(draft.outcome() + "\n" + draft.sql())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("names")
    void areFilledLoadedAndReset(String name) throws IOException, SQLException {
        migrations(name);
        String table = named + "." + named;
        Path rows = Files.writeString(folder.resolve("rows.csv"), "id," + csv(name) + "\n900,7\n");
        try (TestDatabase database = builder()
                .seed(SeedPlan.empty().fill(table + ":5"))
                .seed(seed -> {
                    seed.insert(table, Map.of("id", 901, name, 8));
                    seed.load(table, "filesystem:" + rows);
                    seed.fill(table, 2).with(name, faker -> 9);
                })
                .start()) {
            assertThat(count(database, table)).isEqualTo(9);
            try (Snapshot snapshot = database.snapshot()) {
                run(database, "DELETE FROM " + inQuotes(table));
                run(database, "INSERT INTO " + inQuotes(table) + " (id) VALUES (77)");
                snapshot.restore();
                assertThat(count(database, table)).isEqualTo(9);

                run(database, "DROP TABLE " + inQuotes(named + "." + child(name)));
                run(database, "ALTER TABLE " + inQuotes(table) + " ADD " + QuotedName.of(name + "2") + " INT");
                snapshot.restore();
                assertThat(count(database, table)).isEqualTo(9);
            }
            assertThat(database.schema().diff(database.schema()).isEmpty()).isTrue();
        }
    }

    /** H2 itself knows no doubled bracket. */
    private static String inQuotes(String table) {
        TableName parsed = TableName.parse(table);
        return QuotedName.of(parsed.schema(), parsed.name());
    }

    private static String csv(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String child(String name) {
        return BracketedName.of("child of " + name);
    }

    private void migrations(String name) throws IOException {
        named = BracketedName.of(name);
        String table = named + "." + named;
        write("V1__x.sql", """
                CREATE SCHEMA %1$s
                GO
                CREATE TABLE %1$s.%1$s (
                    id INT NOT NULL CONSTRAINT %2$s PRIMARY KEY,
                    %1$s INT NULL CONSTRAINT %3$s DEFAULT 5 CONSTRAINT %4$s CHECK (%1$s > 0));
                CREATE TABLE %1$s.%6$s (
                    id INT IDENTITY(1, 1) PRIMARY KEY,
                    parent INT NOT NULL CONSTRAINT %5$s REFERENCES %1$s.%1$s (id));
                """.formatted(named, part("pk"), part("df"), part("ck"), part("fk"), child(name)));
        write(
                "U1__x.sql",
                "DROP TABLE %1$s.%2$s; DROP TABLE %1$s.%1$s; DROP SCHEMA %1$s;".formatted(named, child(name)));
        write("V2__x.sql", """
                ALTER TABLE %1$s ADD %2$s VARCHAR(20) NOT NULL CONSTRAINT %3$s DEFAULT %5$s;
                CREATE INDEX %4$s ON %1$s (%2$s);
                """.formatted(table, part("second"), part("df2"), part("ix"), SqlLiteral.of("v")));
        write("U2__x.sql", """
                DROP INDEX %4$s ON %1$s;
                ALTER TABLE %1$s DROP CONSTRAINT %3$s;
                ALTER TABLE %1$s DROP COLUMN %2$s;
                """.formatted(table, part("second"), part("df2"), part("ix")));
        write("V3__x.sql", """
                CREATE VIEW %2$s.%3$s AS SELECT id, %2$s FROM %1$s
                GO
                CREATE SEQUENCE %2$s.%4$s AS INT START WITH 5;
                """.formatted(table, named, part("view"), part("sequence")));
        write(
                "U3__x.sql",
                "DROP VIEW %1$s.%2$s; DROP SEQUENCE %1$s.%3$s;".formatted(named, part("view"), part("sequence")));
    }

    private String part(String kind) {
        String inside = named.substring(1, named.length() - 1).replace("]]", "]");
        return BracketedName.of(kind + " " + inside);
    }

    private void write(String file, String script) throws IOException {
        Files.writeString(folder.resolve(file), script);
    }

    private static long count(TestDatabase database, String table) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return SqlRunner.on(connection)
                    .query("SELECT COUNT(*) FROM " + inQuotes(table))
                    .first(row -> row.getLong(1))
                    .orElseThrow();
        }
    }

    private static void run(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            SqlRunner.on(connection).run(sql);
        }
    }

    private TestDatabase.Builder builder() {
        return TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .settings(Settings.of(name -> Optional.empty()))
                .flyway(Map.of("flyway.placeholderReplacement", "false"))
                .locations("filesystem:" + folder);
    }
}
