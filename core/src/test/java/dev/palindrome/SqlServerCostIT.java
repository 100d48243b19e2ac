package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.TemplateKey;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.Engines;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.engine.TestEngine;
import dev.palindrome.migration.MigrationSettings;
import dev.palindrome.migration.ObservedMigrations;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.RoundTripSettings;
import dev.palindrome.roundtrip.RoundTripVerification;
import dev.palindrome.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** What things take in logins and batches: the same on every server, whatever the time. */
@RequiresSqlServer
class SqlServerCostIT {

    /** Up, and down; what the second way up takes has to fit in, too. */
    private static final int DIRECTIONS = 2;

    private final CountingDataSource counting = new CountingDataSource();
    private final SqlServerEngine engine = TestEngine.counted(
            (SqlServerEngine)
                    Engines.select(new EngineRequest(EngineKind.SQL_SERVER, Optional.empty(), Settings.system())),
            counting);
    private final Databases databases = Databases.on(engine);
    private final TemplateKey key = new TemplateKey(
            "0123456789abcdef0123456789abcdef", UUID.randomUUID().toString(), false);

    @TempDir
    private Path folder;

    @Test
    void theFirstStart(TestReporter reporter) throws IOException {
        migrations(20);
        Sent ours = start(ObservedMigrations::up);
        Sent flyways = flyways("latest");
        reporter.publishEntry("first start", ours + ", Flyway alone " + flyways);

        requireFewMore(ours, flyways);
    }

    @Test
    void theFirstStartUpToAVersion(TestReporter reporter) throws IOException {
        migrations(20);
        Sent ours = start(migrations -> migrations.upTo("10"));
        Sent flyways = flyways("10");
        reporter.publishEntry("first start up to a version", ours + ", Flyway alone " + flyways);

        requireFewMore(ours, flyways);
    }

    private static void requireFewMore(Sent ours, Sent flyways) {
        assertThat(ours.logins() - flyways.logins()).as("logins").isLessThanOrEqualTo(3);
        assertThat(ours.batches() - flyways.batches()).as("batches").isLessThanOrEqualTo(12);
    }

    @Test
    void aStartFromATemplate(TestReporter reporter) throws IOException {
        migrations(2);
        start(ObservedMigrations::up);
        Sent ours = start(ObservedMigrations::up);
        assumeTrue(
                counting.batches().stream().anyMatch(sql -> sql.startsWith("RESTORE")),
                "this server makes no templates");
        reporter.publishEntry("start from a template", ours.toString());

        assertThat(ours.logins()).as("logins").isLessThanOrEqualTo(3);
        assertThat(ours.batches()).as("batches").isLessThanOrEqualTo(8);
    }

    @Test
    void aRoundTrip(TestReporter reporter) throws IOException {
        Trip few = trip(4);
        Trip many = trip(12);
        reporter.publishEntry("round trip of 4", few.toString());
        reporter.publishEntry("round trip of 12", many.toString());

        assertThat(few.sent().logins()).as("logins").isLessThanOrEqualTo(12);
        assertThat(many.sent().logins())
                .as("logins")
                .isLessThanOrEqualTo(few.sent().logins());
        // Each migration of these touches one table.
        assertThat(many.own() - few.own()).as("batches").isLessThanOrEqualTo((12 - 4) * (DIRECTIONS * 6 + 4));
    }

    /**
     * What was counted.
     *
     * @param own batches that Flyway did not send
     */
    private record Trip(Sent sent, int own) {}

    private record Sent(int logins, int batches) {}

    private Sent sent() {
        return new Sent(counting.logins(), counting.batches().size());
    }

    /** What Flyway takes by itself for the same. */
    private Sent flyways(String target) {
        try (Database database = databases.create("cost", DatabaseOptions.DEFAULT)) {
            counting.reset();
            Flyway.configure()
                    .dataSource(database.dataSource())
                    .locations("filesystem:" + folder)
                    .target(target)
                    .load()
                    .migrate();
            return sent();
        }
    }

    private Sent start(Consumer<ObservedMigrations> way) {
        counting.reset();
        Database database = databases.create(
                "cost",
                DatabaseOptions.DEFAULT,
                Optional.of(key),
                empty -> way.accept(ObservedMigrations.of(empty, databases, settings())));
        Sent sent = sent();
        database.close();
        return sent;
    }

    private Trip trip(int number) throws IOException {
        migrations(number);
        counting.reset();
        RoundTripReport report =
                RoundTripVerification.verify(databases, DatabaseOptions.DEFAULT, settings(), RoundTripSettings.DEFAULT);
        report.assertReversible();
        return new Trip(sent(), counting.batchesOfPalindrome().size());
    }

    private MigrationSettings settings() {
        return new MigrationSettings(List.of("filesystem:" + folder), Map.of());
    }

    /** By turns a table and a column. */
    private void migrations(int number) throws IOException {
        for (int i = 1; i <= number; i++) {
            int table = (i + 1) / 2;
            boolean isTable = i % 2 == 1;
            script(
                    "V" + i + "__change.sql",
                    isTable
                            ? "CREATE TABLE dbo.t%d (id INT NOT NULL PRIMARY KEY, name NVARCHAR(50) NOT NULL);"
                                    .formatted(table)
                            : "ALTER TABLE dbo.t%d ADD note NVARCHAR(100) NULL;".formatted(table));
            script(
                    "U" + i + "__change.sql",
                    isTable
                            ? "DROP TABLE dbo.t%d;".formatted(table)
                            : "ALTER TABLE dbo.t%d DROP COLUMN note;".formatted(table));
        }
    }

    private void script(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
