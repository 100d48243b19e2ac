package dev.palindrome.browser;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.report.TestData;
import dev.palindrome.report.TestData.ClassStart;
import dev.palindrome.report.TestData.Origin;
import dev.palindrome.report.TestData.TestReset;
import dev.palindrome.report.html.RoundTripPage;
import dev.palindrome.report.html.TestDataPage;
import dev.palindrome.reset.ResetReport;
import dev.palindrome.reset.ResetStrategy;
import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.PlannedTrip;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.RoundTripRun;
import dev.palindrome.roundtrip.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pages of reports that nobody has made. */
final class PlannedPages {

    static final String DRAFT = "DROP TABLE dbo.notes; -- <b>\"quoted\"</b>";

    private static final RoundTripRun RUN = new RoundTripRun(
            EngineKind.EMBEDDED, "H2 2.3.232", Instant.parse("2026-11-27T19:30:00Z"), Duration.ofMillis(1234), "1.2.3");

    private static final String HOSTILE = "</script><img src=x onerror=window.broken=1>\u2028'\"&";

    private PlannedPages() {}

    /** A migration of each kind, and texts that would break a page. */
    static String several() {
        String users = table("users", "");
        String notes = table("notes", "  foreign key [fk] ([id]) REFERENCES [dbo].[users]([id])\n") + users;
        RoundTripReport report = PlannedTrip.report(
                RUN,
                PlannedTrip.of("1", "users", Verdict.REVERSIBLE)
                        .resting("CREATE TABLE dbo.users (id INT);", "DROP TABLE dbo.users;", "", users, "dbo.old", 3),
                PlannedTrip.of("2", "notes", Verdict.UNDO_MISSING)
                        .drafted(DRAFT, "tried: restores the schema")
                        .resting("CREATE TABLE dbo.notes (id INT);", "", users, notes, "dbo.users", 7),
                PlannedTrip.of("3", HOSTILE, Verdict.DATA_LOST)
                        .because(HOSTILE)
                        .losing(new DataLoss(
                                "dbo.users", HOSTILE, 2, false, 7, Optional.of(new DataLoss.Example(HOSTILE, "x"))))
                        .noting(HOSTILE)
                        .resting(HOSTILE, HOSTILE, notes, notes, "dbo." + "x".repeat(128), 7),
                PlannedTrip.of("4", "old", Verdict.EXCLUDED)
                        .because("known since 2019")
                        .resting("-- V4", "-- U4", notes, notes, "dbo.users", 7),
                PlannedTrip.of("5", "later", Verdict.NOT_RESTORED).differing(users, notes),
                PlannedTrip.of("R", "views", Verdict.REVERSIBLE));
        return RoundTripPage.of(report, "db-migration");
    }

    /** As many migrations, each with scripts of 3,000 letters, and as many tables. */
    static String large(int migrations, int tables) {
        String script = IntStream.range(0, 60)
                .mapToObj(line -> "INSERT INTO dbo.t (a, b) VALUES (%d, N'text');\n".formatted(line))
                .collect(Collectors.joining());
        String schema = IntStream.range(0, tables)
                .mapToObj(number -> table(
                        "t" + (1000 + number),
                        number == 0
                                ? ""
                                : "  foreign key [fk] ([id]) REFERENCES [dbo].[t%d]([id])\n"
                                        .formatted(1000 + number / 4)))
                .collect(Collectors.joining());
        PlannedTrip[] trips = IntStream.rangeClosed(1, migrations)
                .mapToObj(version -> PlannedTrip.of(String.valueOf(version), "migration " + version, Verdict.REVERSIBLE)
                        .resting(script, script, "", version == migrations ? schema : table("t", ""), "dbo.t", 9))
                .toArray(PlannedTrip[]::new);
        return RoundTripPage.of(PlannedTrip.report(RUN, trips), "large");
    }

    /** What tests waited for, in names longer than a phone is wide. */
    static String testData() {
        List<ClassStart> starts = List.of(
                new ClassStart(
                        "UsersTest", "palindrome_users_test_dv7i8ripuwq5x1p1", Origin.MADE, Duration.ofMillis(2340)),
                new ClassStart(
                        "TheOrdersOfCustomersWhoHaveMovedToAnotherCountryTest",
                        "palindrome_the_orders_of_customers_who_have_moved_dv7i8ripuwq5x1p1",
                        Origin.CLONED,
                        Duration.ofMillis(31)));
        return TestDataPage.of(
                new TestData(
                        starts,
                        List.of(
                                reset(ResetStrategy.TABLES, "dbo." + "x".repeat(128) + ": 20 rows gone", 12),
                                reset(ResetStrategy.DATABASE, HOSTILE, 87))),
                Instant.parse("2026-11-27T19:30:00Z"));
    }

    private static TestReset reset(ResetStrategy strategy, String reason, int milliseconds) {
        return new TestReset(
                "TheOrdersOfCustomersWhoHaveMovedToAnotherCountryTest.areSentToTheNewAddress(DataSource)",
                Optional.of("UsersTest.deletes " + reason),
                new ResetReport(strategy, reason, List.of("dbo.users"), Duration.ofMillis(milliseconds)));
    }

    /** Where nothing was done. */
    static String noTestData() {
        return TestDataPage.of(new TestData(List.of(), List.of()), Instant.parse("2026-11-27T19:30:00Z"));
    }

    private static String table(String name, String more) {
        return """
                table [dbo].[%s]
                  column [id] INT NOT NULL
                  column [name] NVARCHAR(50) NULL
                  column [amount] DECIMAL(18, 4) NULL
                  primary key [pk_%s] ([id])
                """.formatted(name, name) + more;
    }
}
