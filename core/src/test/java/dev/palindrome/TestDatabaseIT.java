package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.reset.ResetReport;
import dev.palindrome.reset.ResetStrategy;
import dev.palindrome.reset.Snapshot;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.SeedPlan;
import dev.palindrome.settings.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TestDatabaseIT {

    private static final Settings NO_SETTINGS = Settings.of(name -> Optional.empty());

    @Test
    void isMigratedToTheNewestVersion() {
        try (TestDatabase database = builder().start()) {
            assertThat(database.migrations().current()).map(Migration::version).contains("2");
            assertThat(database.engine()).isEqualTo(EngineKind.EMBEDDED);
            assertThat(database).hasToString(database.name() + " on EMBEDDED");
        }
    }

    @Test
    void stopsAtItsTarget() {
        try (TestDatabase atBase = builder().target("base").start();
                TestDatabase atOne = builder().target("1").start()) {
            assertThat(atBase.migrations().current()).isEmpty();
            assertThat(atOne.migrations().current()).map(Migration::version).contains("1");
        }
    }

    @Test
    void tellsItsSchemaWithoutFlywaysHistory() {
        try (TestDatabase database = builder().start()) {
            assertThat(database.schema().tables()).extracting(Table::toString).containsExactly("dbo.users");
        }
    }

    @Test
    void putsRowsInWhenItHasBeenMigrated() throws SQLException {
        try (TestDatabase database = builder()
                        .seed(context -> context.fill("users", 3))
                        .seed(SeedPlan.empty().fill("users:2"))
                        .start();
                Connection connection = database.dataSource().getConnection();
                var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM dbo.users")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(5);
            assertThat(database.randomSeed()).isEqualTo(20260401);
        }
    }

    @Test
    void verifiesRoundTripsAndLeavesItsOwnRowsAlone() throws SQLException {
        try (TestDatabase database = builder().start()) {
            try (Connection connection = database.dataSource().getConnection()) {
                connection.createStatement().execute("INSERT INTO dbo.users (id) VALUES (1)");
            }

            assertThat(database.verifyRoundTrips().roundTrips())
                    .extracting(RoundTrip::verdict)
                    .containsExactly(Verdict.REVERSIBLE, Verdict.COLUMN_ORDER);

            try (Connection connection = database.dataSource().getConnection();
                    var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM dbo.users")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
        }
    }

    @Test
    void verifiesUpToItsTargetOnly() {
        try (TestDatabase database = builder().target("1").start()) {
            assertThat(database.verifyRoundTrips().roundTrips())
                    .extracting(trip -> trip.migration().version())
                    .containsExactly("1");
        }
    }

    @Test
    void settingsSayHowStrictTheRoundTripIs() {
        Map<String, String> strict = Map.of("palindrome.column-order", "strict", "palindrome.round-trip-from", "2");

        assertThat(builder()
                        .settings(Settings.of(name -> Optional.ofNullable(strict.get(name))))
                        .verifyRoundTrips(RoundTripOptions.none())
                        .roundTrips())
                .extracting(RoundTrip::verdict)
                .containsExactly(Verdict.EXCLUDED, Verdict.NOT_RESTORED);
    }

    @Test
    void refusesASettingThatMeansNothing() {
        assertThatThrownBy(() -> builder()
                        .settings(Settings.of(name ->
                                name.equals("palindrome.column-order") ? Optional.of("loose") : Optional.empty()))
                        .verifyRoundTrips(RoundTripOptions.none()))
                .isInstanceOf(PalindromeException.class)
                .hasMessage("palindrome.column-order is 'loose', which is no answer. Set it to lenient or strict.");
    }

    @Test
    void roundTripsTakeTheRandomSeedOfTheSettings() {
        assertThatThrownBy(() -> builder()
                        .settings(Settings.of(
                                name -> name.equals("palindrome.random-seed") ? Optional.of("one") : Optional.empty()))
                        .verifyRoundTrips(RoundTripOptions.none()))
                .isInstanceOf(PalindromeException.class)
                .hasMessage(
                        "palindrome.random-seed is \"one\": it must be a whole number, such as 20260401, which is the"
                                + " default.");
    }

    @Test
    void aFailedStartLeavesNoDatabase() {
        assertThatThrownBy(() -> builder().target("9").start())
                .isInstanceOf(MigrationException.class)
                .hasMessage("There is no version 9. The versions are: 1, 2.");
    }

    @Test
    void goesBackToASnapshot() throws SQLException {
        try (TestDatabase database = builder().start()) {
            try (Snapshot snapshot = database.snapshot()) {
                execute(database, "INSERT INTO dbo.users (id) VALUES (1)");

                ResetReport report = snapshot.restore();

                assertThat(report.strategy()).isEqualTo(ResetStrategy.TABLES);
                assertThat(report.tables()).containsExactly("dbo.users");
            }
        }
    }

    @Test
    void tellsAPoolOnlyThatItsConnectionsHaveEnded() throws SQLException {
        AtomicInteger evictions = new AtomicInteger();
        Runnable softEvictConnections = evictions::incrementAndGet;
        try (TestDatabase database = builder().start();
                Snapshot snapshot = database.snapshot()) {
            database.onConnectionsEnded(softEvictConnections);
            execute(database, "CREATE TABLE dbo.extra (id INT)");

            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.DATABASE);
            assertThat(evictions).as("the embedded engine's connections go on").hasValue(0);
        }
    }

    @Test
    void closesItsSnapshots() {
        Snapshot snapshot;
        try (TestDatabase database = builder().start()) {
            snapshot = database.snapshot();
        }

        assertThatThrownBy(snapshot::restore).hasMessageEndingWith(" is closed: take another one.");
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    private static TestDatabase.Builder builder() {
        return TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .settings(NO_SETTINGS)
                .locations("classpath:db/front");
    }
}
