package dev.palindrome.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.CapturedLog;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.report.ci.RepositoryFiles;
import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.PlannedTrip;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.RoundTripRun;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.settings.CiJob;
import dev.palindrome.settings.Setting;
import dev.palindrome.settings.Settings;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripFilesTest {

    private static final RoundTripRun RUN = new RoundTripRun(
            EngineKind.EMBEDDED,
            "H2 2.3.232",
            Instant.parse("2026-11-27T19:30:00.123Z"),
            Duration.ofMillis(1234),
            "1.2.3");

    private static final RoundTripReport REPORT = PlannedTrip.report(
                    RUN,
                    PlannedTrip.of("1", "users", Verdict.REVERSIBLE).noting("dbo.t could not be filled: no key."),
                    PlannedTrip.of("2", "a|b `c`", Verdict.UNDO_MISSING)
                            .drafted("DROP TABLE dbo.t; -- ```", "tried: restores the schema"),
                    PlannedTrip.of("3", "phone", Verdict.NOT_RESTORED)
                            .differing(
                                    "table [dbo].[users]\ntable [dbo].[notes]\n  column [a] INT\n",
                                    "table [dbo].[notes]\n  column [a] BIGINT\n")
                            .losing(new DataLoss(
                                    "dbo.users",
                                    "phone",
                                    2,
                                    false,
                                    7,
                                    Optional.of(new DataLoss.Example("'abc'", "'abc·'"))))
                            .drafted("DROP TABLE x;", "tried: leaves differences\ntable dbo.x:\n  unexpected column b")
                            .noting("This is slow."),
                    PlannedTrip.of("4", "broken", Verdict.UNDO_FAILED).because("line 3: \"x\" is not there"),
                    PlannedTrip.of("5", "old", Verdict.EXCLUDED).because("known since 2019"),
                    PlannedTrip.of("6", "mail", Verdict.DATA_LOST).losing(new DataLoss("dbo.users", "e mail", 1)),
                    PlannedTrip.of("R", "views", Verdict.REVERSIBLE))
            .withDraftsAt(trip -> Optional.of(Path.of("drafts", "U2.sql")));

    @Test
    void theFilesAreNamedAfterTheReport(@TempDir Path directory) {
        Path reports = directory.resolve("not/there/yet");
        assertThat(RoundTripFiles.write(REPORT, "db/migration orders", reports.toString(), CiJob.NONE))
                .isEqualTo(List.of(
                        reports.resolve("round-trip-db-migration-orders.json"),
                        reports.resolve("round-trip-db-migration-orders.md"),
                        reports.resolve("round-trip-db-migration-orders.html"),
                        reports.resolve("round-trip-db-migration-orders.xml")))
                .allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    @Test
    void differentMigrationsHaveDifferentNames() {
        assertThat(name("classpath:db/migration", "", Map.of())).isEqualTo("db-migration");
        assertThat(name("classpath:db/migration", "7", Map.of())).isEqualTo("db-migration-to-7");
        assertThat(name("db/migration", "", Map.of("collation", "Latin1_General_CS_AS")))
                .isEqualTo("db-migration-fdd34516");
        assertThat(name("db/заказы", "", Map.of())).startsWith("db-").isNotEqualTo(name("db/склады", "", Map.of()));
    }

    private static String name(String location, String target, Map<String, String> details) {
        return RoundTripFiles.nameFor(List.of(location), target, new TreeMap<>(details));
    }

    @Test
    void whatWasThereIsReplaced(@TempDir Path directory) {
        List<Path> first = RoundTripFiles.write(REPORT, "x", directory.toString(), CiJob.NONE);
        RoundTripReport other = PlannedTrip.report(PlannedTrip.of("1", "users", Verdict.REVERSIBLE));
        assertThat(RoundTripFiles.write(other, "x", directory.toString(), CiJob.NONE))
                .isEqualTo(first);
        assertThat(first.get(1))
                .content()
                .startsWith("# Round trips: x\n\n**✓ The migration of this set passes.** 1 REVERSIBLE.\n");
    }

    @Test
    void aTextThatNoFileCanHoldLeavesNoReportOut(@TempDir Path directory) {
        RoundTripReport report = PlannedTrip.report(
                PlannedTrip.of("1", "users", Verdict.UNDO_FAILED).because("line 3: 'a\ud83d'"));
        assertThat(RoundTripFiles.write(report, "x", directory.toString(), CiJob.NONE))
                .hasSize(4)
                .allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    /** Forks that verify the same migrations write to the same files: whichever is last, its page is whole. */
    @Test
    void whoReadsAFileSeesAWholeOne(@TempDir Path directory) throws Exception {
        Path page = RoundTripFiles.write(REPORT, "x", directory.toString(), CiJob.NONE)
                .get(2);
        String whole = Files.readString(page);
        try (InputStream open = Files.newInputStream(page)) {
            RoundTripFiles.write(
                    PlannedTrip.report(PlannedTrip.of("1", "users", Verdict.REVERSIBLE)),
                    "x",
                    directory.toString(),
                    CiJob.NONE);
            assertThat(new String(open.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(whole);
        }
        assertThat(directory)
                .isDirectoryNotContaining(file -> !file.getFileName().toString().startsWith("round-trip-x."));
    }

    @Test
    void aDirectoryThatCannotBeMadeFailsNoTest(@TempDir Path directory) throws Exception {
        Path file = Files.createFile(directory.resolve("taken"));
        try (CapturedLog log = new CapturedLog(ReportFiles.class)) {
            assertThat(RoundTripFiles.write(REPORT, "x", file.toString(), CiJob.NONE))
                    .isEmpty();
            assertThat(RoundTripFiles.write(REPORT, "y", file.toString(), CiJob.NONE))
                    .isEmpty();
            assertThat(RoundTripFiles.write(REPORT, "x", "a\0b", CiJob.NONE)).isEmpty();

            assertThat(log.lines())
                    .containsExactly(
                            "WARN The round trips' report cannot be written to " + file + ", nor can anything else be,"
                                    + " which is said once: java.nio.file.FileAlreadyExistsException: " + file
                                    + ". Make it a directory that can be written.",
                            "WARN The round trips' report cannot be written to a\u2400b, nor can anything else be,"
                                    + " which is said once: java.nio.file.InvalidPathException: Nul character not"
                                    + " allowed: a\u2400b. Make it a directory that can be written.");
        }
    }

    @Test
    void aFailureLeadsToItsPlaceOnThePage(@TempDir Path directory) {
        RoundTripReport report = PlannedTrip.report(
                PlannedTrip.of("1", "users", Verdict.REVERSIBLE),
                PlannedTrip.of("2.1", "broken", Verdict.UNDO_FAILED).because("line 3"));
        Settings settings = Settings.of(
                name -> Optional.of(directory.toString()).filter(any -> name.equals(Setting.REPORT_DIR.key())));

        RoundTripReport written = RoundTripFiles.publish(report, "db", UndoDrafts.ofThisJvm(), settings);

        assertThatThrownBy(written::assertReversible)
                .hasMessage("Expecting all 2 migrations to be reversible, but 1 is not:\n\n"
                        + "V2.1 broken [V2.1__broken.sql] cannot be undone, because U2.1__broken.sql fails:\n"
                        + "  line 3\n"
                        + "Report: " + directory.resolve("round-trip-db.html").toUri() + "#v2.1");
    }

    @Test
    void markdown() throws Exception {
        assertThat(RoundTripMarkdown.of(REPORT, "db")).isEqualTo(expected("round-trips.md"));
    }

    @Test
    void json() throws Exception {
        assertThat(RoundTripJson.of(REPORT, "db")).isEqualTo(expected("round-trips.json"));
    }

    @Test
    void junitsXml() throws Exception {
        assertThat(RoundTripXml.of(REPORT, "db", new RepositoryFiles(Optional.empty())))
                .isEqualTo(expected("round-trips.xml"));
    }

    @Test
    void xmlHoldsOnlyWhatItMayHold() {
        RoundTripReport hostile = PlannedTrip.report(PlannedTrip.of("1", "a<b>&\"c\"", Verdict.UNDO_FAILED)
                .because("]]> \ud800 \uffff \u0001 \ud83d\ude00"));
        assertThat(RoundTripXml.of(hostile, "x", new RepositoryFiles(Optional.empty())))
                .contains(
                        "name=\"V1 a&lt;b&gt;&amp;&quot;c&quot;",
                        "]]&gt; &lt;U+D800&gt; \ufffd \u2401 \ud83d\ude00</failure>");
    }

    private static String expected(String resource) throws Exception {
        return Files.readString(
                Path.of(RoundTripFilesTest.class.getResource(resource).toURI()));
    }
}
