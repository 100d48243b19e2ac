package dev.palindrome.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.PlannedTrip;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.RoundTripRun;
import dev.palindrome.roundtrip.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripPageTest {

    private static final RoundTripRun RUN = new RoundTripRun(
            EngineKind.EMBEDDED,
            "H2 2.3.232",
            Instant.parse("2026-11-27T19:30:00.123Z"),
            Duration.ofMillis(1234),
            "1.2.3");

    private static final RoundTripReport REPORT = PlannedTrip.report(
            RUN,
            PlannedTrip.of("1", "users", Verdict.REVERSIBLE)
                    .resting(
                            "CREATE TABLE dbo.users (id INT);",
                            "DROP TABLE dbo.users;",
                            "",
                            "table [dbo].[users]\n  column [id] INT NULL\n",
                            "dbo.old",
                            7),
            PlannedTrip.of("2", "notes", Verdict.UNDO_MISSING)
                    .drafted("DROP TABLE dbo.notes;", "tried: restores the schema"),
            PlannedTrip.of("3", "phone", Verdict.NOT_RESTORED)
                    .differing("table [dbo].[users]\n", "table [dbo].[users]\n  column [a] BIGINT NULL\n")
                    .losing(new DataLoss(
                            "dbo.users", "phone", 2, false, 7, Optional.of(new DataLoss.Example("'abc'", "'abc·'"))))
                    .drafted("ALTER TABLE x;", "tried: leaves differences\ntable dbo.users:\n  unexpected column b INT")
                    .noting("This is slow."),
            PlannedTrip.of("4", "old", Verdict.EXCLUDED).because("known since 2019"),
            PlannedTrip.of("5", "mail", Verdict.DATA_LOST).losing(new DataLoss("dbo.users", "e mail", 1)),
            PlannedTrip.of("R", "views", Verdict.REVERSIBLE));

    @Example
    void theAnswerComesFirstAndEachMigrationBehindIt() throws Exception {
        String page = RoundTripPage.of(REPORT, "db");
        String main = page.substring(page.indexOf("<main"), page.indexOf("<footer>"));
        assertThat(main)
                .isEqualTo(Files.readString(Path.of(RoundTripPageTest.class
                        .getResource("round-trips.main.html")
                        .toURI())));
    }

    @Example
    void aGreenReportSaysSo() {
        String page = RoundTripPage.of(
                PlannedTrip.report(
                        PlannedTrip.of("1", "users", Verdict.REVERSIBLE),
                        PlannedTrip.of("2", "notes", Verdict.COLUMN_ORDER)),
                "db");
        assertThat(page)
                .contains("<h1 id=\"answer\" class=\"passes\"><span class=\"mark passes\" aria-hidden=\"true\">✓</span>"
                        + "All 2 migrations pass</h1>\n<p class=\"set\">db</p>\n"
                        + "<p class=\"lead\">2 go back, schema and rows.</p>\n"
                        + "<h2>Not proven</h2>\n<p>Nothing was left out: everything was compared.</p>\n");
    }

    @Example
    void onlyTheScriptsOnThePageMayRunAndNothingIsLoaded() throws Exception {
        String page = RoundTripPage.of(REPORT, "db");
        List<String> hashes = new ArrayList<>();
        for (String content : contents(page, "<style>(.*?)</style>|<script>(.*?)</script>")) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            hashes.add("sha256-" + Base64.getEncoder().encodeToString(hash));
        }
        List<String> allowed = contents(page, "&#39;(sha256-[^&]*)&#39;");
        assertThat(allowed).isNotEmpty().isEqualTo(hashes);
        assertThat(contents(page, "content=\"(default-src.*?); style-src"))
                .containsExactly("default-src &#39;none&#39;; img-src data:");
        assertThat(page.replaceAll("(?s)<(style|script)>.*?</\\1>", ""))
                .doesNotContainPattern("(?i)\\s(src|action|onclick|style)=|<link rel=\"stylesheet\"|@import|url\\(");
    }

    @Example
    void aPageOfManyLongScriptsShowsTheirBeginnings() {
        String script = "INSERT dbo.t VALUES (1);\n".repeat(4000);
        PlannedTrip[] trips = IntStream.rangeClosed(1, 400)
                .mapToObj(version -> PlannedTrip.of("" + version, "rows", Verdict.REVERSIBLE)
                        .resting(script, "DELETE dbo.t;", "", "", "dbo.t", 7))
                .toArray(PlannedTrip[]::new);

        assertThat(RoundTripPage.of(PlannedTrip.report(trips), "db"))
                .contains("Cut here: the file has 100000 characters in all.")
                .hasSizeLessThan(10_000_000);
        assertThat(RoundTripPage.of(PlannedTrip.report(trips[0]), "db")).contains(script.substring(0, 60_000));
    }

    /** Whatever stands in names and scripts: the elements are those of a page whose texts are harmless. */
    @Property(tries = 200)
    void noTextBecomesMarkup(@ForAll("texts") String text) {
        assertThat(tags(RoundTripPage.of(holding(text), text))).isEqualTo(tags(RoundTripPage.of(holding("x"), "x")));
    }

    private static RoundTripReport holding(String text) {
        String line = text.replaceAll("\\R", " ");
        return PlannedTrip.report(
                PlannedTrip.of("1", text, Verdict.DATA_LOST)
                        .because("x" + text)
                        .losing(new DataLoss(
                                text, text, 2, false, 7, Optional.of(new DataLoss.Example(text, "x" + text))))
                        .noting(text)
                        .drafted(text, "tried: " + line + "\nx" + text)
                        .resting(text, "x" + text, "", "table [dbo].[t]\n", "dbo." + line, 7),
                PlannedTrip.of("R", text, Verdict.REVERSIBLE));
    }

    @Property(tries = 200)
    void noTextEndsTheData(@ForAll("texts") String text) {
        String page = HtmlPage.titled("x", true).data("d", text).with(html -> {}, "");
        int begin = page.indexOf("id=\"d\">") + 7;
        String data = page.substring(begin, page.indexOf("\n<script>", begin));
        assertThat(data).endsWith("</script>");
        assertThat(data.substring(0, data.length() - 9)).doesNotContainPattern("[<>&\\u2028\\u2029]");
    }

    private static List<String> tags(String page) {
        return contents(page, "<(/?[a-z0-9]+)");
    }

    private static List<String> contents(String page, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(page)
                .results()
                .flatMap(RoundTripPageTest::groups)
                .toList();
    }

    private static Stream<String> groups(MatchResult found) {
        return Stream.iterate(1, group -> group <= found.groupCount(), group -> group + 1)
                .map(found::group)
                .filter(group -> group != null);
    }

    @Provide
    Arbitrary<String> texts() {
        return HtmlTextTest.HostileTexts.any();
    }
}
