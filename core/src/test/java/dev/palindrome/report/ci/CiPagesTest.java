package dev.palindrome.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import dev.palindrome.check.CheckedScript;
import dev.palindrome.check.Finding;
import dev.palindrome.report.ReportFiles;
import dev.palindrome.roundtrip.PlannedTrip;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.settings.CiJob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CiPagesTest {

    private static final String SOURCES = "src/main/resources/db/migration/";

    @TempDir
    Path checkout;

    private final List<String> printed = new ArrayList<>();

    @BeforeEach
    void scripts() throws IOException {
        for (String name : List.of("V1__users.sql", "U1__users.sql", "V2__phone.sql", "V3__a.sql", "U3__a.sql")) {
            write(SOURCES + name);
            write("target/classes/db/migration/" + name);
        }
    }

    @Test
    void eachMigrationThatFailsIsAnnotatedWhereSomebodyHasToLook() {
        show(
                onGitHub(),
                PlannedTrip.of("1", "users", Verdict.NOT_RESTORED).because("Something: of it, 100%."),
                PlannedTrip.of("2", "phone", Verdict.UNDO_MISSING),
                PlannedTrip.of("3", "a", Verdict.UNDO_FAILED)
                        .because("Undo of V3 failed.\nNo such column.")
                        .failingAt("U3__a.sql", 7),
                PlannedTrip.of("4", "fine", Verdict.REVERSIBLE));
        assertThat(printed)
                .containsExactly(
                        "::error file=src/main/resources/db/migration/U1__users.sql,title=NOT_RESTORED%3A V1 users"
                                + "::V1 users [V1__users.sql] is not undone by U1__users.sql. Expecting the schema from"
                                + " before the migration, but:%0A  Something: of it, 100%25.",
                        "::error file=src/main/resources/db/migration/V2__phone.sql,title=UNDO_MISSING%3A V2 phone"
                                + "::V2 phone [V2__phone.sql] has no undo.",
                        "::error file=src/main/resources/db/migration/U3__a.sql,line=7,title=UNDO_FAILED%3A V3 a"
                                + "::V3 a [V3__a.sql] cannot be undone, because U3__a.sql fails:%0A  Undo of V3"
                                + " failed.");
    }

    @Test
    void aMigrationThatDoesNotGoUpIsAnnotatedItselfAndThoseBehindItAreNot() {
        show(
                onGitHub(),
                PlannedTrip.of("1", "users", Verdict.MIGRATION_FAILED).failingAt("V1__users.sql", 2),
                PlannedTrip.of("3", "a", Verdict.NOT_REACHED).because("It comes after V1 users."));
        assertThat(printed)
                .containsExactly(
                        "::error file=src/main/resources/db/migration/V1__users.sql,line=2,title=MIGRATION_FAILED%3A V1"
                                + " users::V1 users [V1__users.sql] does not go up. Every table before it held generated"
                                + " rows.");
    }

    @Test
    void aFileThatIsNotFoundIsNotNamed() {
        show(onGitHub(), PlannedTrip.of("9", "a, b: c", Verdict.UNDO_MISSING));
        show(
                new CiJob(true, Optional.empty(), Optional.empty(), Optional.empty()),
                PlannedTrip.of("2", "phone", Verdict.UNDO_MISSING));
        assertThat(printed)
                .containsExactly(
                        "::error title=UNDO_MISSING%3A V9 a%2C b%3A c::V9 a, b: c [V9__a,_b:_c.sql] has no undo.",
                        "::error title=UNDO_MISSING%3A V2 phone::V2 phone [V2__phone.sql] has no undo.");
    }

    @Test
    void aRepeatableMigrationIsAnnotatedItself() throws IOException {
        write(SOURCES + "R__views.sql");
        write("target/classes/db/migration/R__views.sql");
        show(onGitHub(), PlannedTrip.of("R", "views", Verdict.REDO_DIFFERS));
        assertThat(printed)
                .singleElement()
                .asString()
                .startsWith(
                        "::error file=src/main/resources/db/migration/R__views.sql,title=REDO_DIFFERS%3A R views::");
    }

    @Test
    void nobodysTextIsACommandOfItsOwn() {
        show(onGitHub(), PlannedTrip.of("2", "phone", Verdict.UNDO_FAILED).because("::set-env name=x::y\r\nb"));
        assertThat(printed)
                .singleElement()
                .asString()
                .doesNotContain("\n", "\r")
                .contains("%0A  \\::set-env name=x::y");
    }

    @Test
    void aDraftIsNamedAndNotShown() {
        RoundTripReport drafted = report(PlannedTrip.of("2", "phone", Verdict.UNDO_MISSING)
                        .drafted("DROP TABLE dbo.a;", "tried: restores"))
                .withDraftsAt(trip -> Optional.of(Path.of("target", "U2__phone.sql")));
        new CiPages(onGitHub(), printed::addAll).show(drafted, "db", List.of());
        assertThat(printed)
                .singleElement()
                .asString()
                .endsWith("::V2 phone [V2__phone.sql] has no undo.%0AA draft of an undo is in target/U2__phone.sql.");
    }

    @Test
    void commandsBeginLinesWhoeverPrintedBefore() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            captured.print("half a line");
            new CiPages(onGitHub()).show(report(PlannedTrip.of("2", "phone", Verdict.UNDO_MISSING)), "db", List.of());
            new CiPages(onGitHub()).show(report(PlannedTrip.of("1", "users", Verdict.REVERSIBLE)), "db", List.of());
        } finally {
            System.setOut(before);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("half a line\n::error file=src/main/resources/db/migration/V2__phone.sql,"
                        + "title=UNDO_MISSING%3A V2 phone::V2 phone [V2__phone.sql] has no undo.\n");
    }

    @Test
    void gitLabGetsOneListOfAllSets() {
        CiJob job = new CiJob(false, Optional.empty(), Optional.of(checkout), Optional.of(checkout));
        show(job, PlannedTrip.of("1", "users", Verdict.REVERSIBLE));
        assertThat(checkout.resolve("gl-code-quality-report.json")).content().isEqualTo("[]\n");

        PlannedTrip broken = PlannedTrip.of("3", "a", Verdict.UNDO_FAILED)
                .because("No such column.")
                .failingAt("U3__a.sql", 7);
        show(
                job,
                PlannedTrip.of("2", "phone", Verdict.UNDO_MISSING),
                PlannedTrip.of("9", "lost", Verdict.UNDO_MISSING));
        show(job, broken);
        show(job, broken);

        assertThat(printed).isEmpty();
        assertThat(checkout.resolve("gl-code-quality-report.json")).content().isEqualTo("""
                [
                {"description":"V2 phone [V2__phone.sql] has no undo.","check_name":"palindrome/UNDO_MISSING",\
                "fingerprint":"%s","severity":"critical",\
                "location":{"path":"src/main/resources/db/migration/V2__phone.sql","lines":{"begin":1}}},
                {"description":"V3 a [V3__a.sql] cannot be undone, because U3__a.sql fails: No such column.",\
                "check_name":"palindrome/UNDO_FAILED",\
                "fingerprint":"%s","severity":"critical",\
                "location":{"path":"src/main/resources/db/migration/U3__a.sql","lines":{"begin":7}}}
                ]
                """.formatted(
                        "4b35b35f8291f45dcb41ce2905a5ef8381a69e7610e82dd3a3af2435acd15579",
                        "0e81108c105fffac07b1716412964ec72a4c657e82ba8e81786833f20b8629f4"));
    }

    @Test
    void aReportOfAnotherToolIsGoneOnWith() throws IOException {
        CiJob job = new CiJob(false, Optional.empty(), Optional.of(checkout), Optional.of(checkout));
        Path file = write("gl-code-quality-report.json");
        Files.writeString(file, "[{\"description\": \"of another tool\"}]");
        show(job, PlannedTrip.of("2", "phone", Verdict.UNDO_MISSING));
        assertThat(file).content().startsWith("[{\"description\": \"of another tool\"},\n{\"description\":\"V2");

        Files.writeString(file, "{}");
        try (CapturedLog log = new CapturedLog(ReportFiles.class)) {
            show(job, PlannedTrip.of("2", "phone", Verdict.UNDO_MISSING));
            assertThat(log.lines())
                    .containsExactly("WARN GitLab's code quality report cannot be written to " + checkout
                            + ", nor can anything else be, which is said once: java.io.IOException:"
                            + " gl-code-quality-report.json holds something else than a list. Make it a directory that"
                            + " can be written.");
        }
        assertThat(file).content().isEqualTo("{}");
    }

    @Test
    void theSummaryHasTheReport() {
        Path summary = checkout.resolve("summary.md");
        CiJob job = new CiJob(false, Optional.of(summary), Optional.empty(), Optional.empty());
        new CiPages(job, printed::addAll)
                .show(report(PlannedTrip.of("2", "phone", Verdict.UNDO_MISSING)), "db", List.of("# A", "b"));
        assertThat(summary).content().isEqualTo("# A\n\nb\n\n");
        assertThat(printed).isEmpty();
    }

    @Test
    void findingsOfACheckAreAnnotatedOnTheirLines() {
        Finding finding = new Finding("PAL011", "V2__phone.sql", 3, "It fails: 100%.", source("V2__phone.sql"));
        CheckedScript script =
                new CheckedScript("V2 phone [no undo]", "V2__phone.sql", List.of(finding), Optional.empty());

        new CiPages(onGitHub(), printed::addAll).show(List.of(script), "db", List.of());

        assertThat(printed)
                .containsExactly("::error file=src/main/resources/db/migration/V2__phone.sql,line=3,title=PAL011%3A"
                        + " V2__phone.sql::It fails: 100%25.");
    }

    @Test
    void severalFindingsInOneScriptAreSeveralOnGitLab() throws IOException {
        List<Finding> findings = List.of(
                new Finding("PAL013", "V2__phone.sql", 1, "a is dropped", source("V2__phone.sql")),
                new Finding("PAL013", "V2__phone.sql", 2, "b is dropped", source("V2__phone.sql")));
        CiJob job = new CiJob(false, Optional.empty(), Optional.of(checkout), Optional.of(checkout));

        new CiPages(job, printed::addAll)
                .show(List.of(new CheckedScript("V2", "V2__phone.sql", findings, Optional.empty())), "db", List.of());

        assertThat(Files.readString(checkout.resolve("gl-code-quality-report.json")))
                .contains("a is dropped", "b is dropped", "palindrome/PAL013");
    }

    private String source(String script) {
        return checkout.resolve("target/classes/db/migration/" + script).toUri().toString();
    }

    private CiJob onGitHub() {
        return new CiJob(true, Optional.empty(), Optional.empty(), Optional.of(checkout));
    }

    private void show(CiJob job, PlannedTrip... trips) {
        new CiPages(job, printed::addAll).show(report(trips), "db", List.of());
    }

    private RoundTripReport report(PlannedTrip... trips) {
        String classes = checkout.toUri() + "target/classes/db/migration/";
        return PlannedTrip.report(
                Map.of(
                        "V1__users.sql", classes + "V1__users.sql",
                        "U1__users.sql", classes + "U1__users.sql",
                        "V2__phone.sql", classes + "V2__phone.sql",
                        "V3__a.sql", classes + "V3__a.sql",
                        "U3__a.sql", classes + "U3__a.sql",
                        "R__views.sql", classes + "R__views.sql"),
                trips);
    }

    private Path write(String name) throws IOException {
        Path file = checkout.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "SELECT 1");
    }
}
