package dev.palindrome.report.html;

import dev.palindrome.report.words.DraftOutcome;
import dev.palindrome.report.words.TimeOfScripts;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.RoundTripRun;
import dev.palindrome.roundtrip.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Round trips as a page: the answer first, then each migration with all that is known of it, then the schema. */
public final class RoundTripPage {

    private static final int MOST_FAILING = 12;

    private static final int LONGEST_SCRIPT = 60_000;
    private static final int SHORTEST_CUT = 4_000;
    private static final int ALL_SCRIPTS = 4_000_000;

    private final RoundTripReport report;
    private final String name;
    private final MigrationAnchors anchors;
    private final Optional<SchemaDiagram> diagram;

    private RoundTripPage(RoundTripReport report, String name) {
        this.report = report;
        this.name = name;
        this.anchors = MigrationAnchors.of(report.roundTrips());
        this.diagram = SchemaDiagram.of(report.roundTrips(), anchors);
    }

    /**
     * The page.
     *
     * @param report what came of the round trips
     * @param name what tells it from other sets of migrations
     */
    public static String of(RoundTripReport report, String name) {
        return new RoundTripPage(report, name).html();
    }

    private String html() {
        HtmlPage page = HtmlPage.titled("Round trips: " + name, report.isReversible())
                .style("round-trip.css")
                .script("round-trip.js")
                .link("answer", "Result")
                .link("migrations", "Migrations");
        diagram.ifPresent(known -> page.link("schema", "Schema")
                .style("diagram.css")
                .script("dagre.min.js")
                .script("diagram.js")
                .data("schema-data", known.json()));
        return page.with(this::main, footer());
    }

    private String footer() {
        return "Written by Palindrome"
                + report.run().map(run -> " " + run.palindrome()).orElse("")
                + ". This page loads nothing and sends nothing.";
    }

    private void main(HtmlWriter html) {
        html.within("section", this::answer, "class", "answer", "aria-labelledby", "answer");
        html.within("section", this::migrations, "aria-labelledby", "migrations");
        diagram.ifPresent(
                known -> html.within("section", section -> schema(known, section), "aria-labelledby", "schema"));
    }

    /** Drawn by a script; without one, this says so. */
    private static void schema(SchemaDiagram diagram, HtmlWriter html) {
        html.element("h2", "Schema after " + MigrationEntry.name(diagram.after()), "id", "schema");
        html.open("div", "id", "diagram", "class", "diagram");
        html.element(
                "p",
                diagram.size() + (diagram.size() == 1 ? " table." : " tables.")
                        + " The diagram is drawn here when scripts may run.",
                "class",
                "none");
        html.close();
    }

    private void answer(HtmlWriter html) {
        html.open("h1", "id", "answer", "class", report.isReversible() ? "passes" : "fails");
        Marks.of(report.isReversible(), html);
        html.text(headline()).close();
        html.element("p", name, "class", "set");
        html.element("p", goBack(), "class", "lead");
        failing(html);
        report.run().ifPresent(run -> run(run, html));
        notProven(html);
    }

    private String headline() {
        long failing = failing();
        int all = report.roundTrips().size();
        if (failing == 0) {
            return all == 1 ? "The migration passes" : "All " + all + " migrations pass";
        }
        return failing + " of " + all + (all == 1 ? " migration" : " migrations")
                + (failing == 1 ? " does not pass" : " do not pass");
    }

    private long failing() {
        return report.roundTrips().stream()
                .filter(trip -> !trip.verdict().passes())
                .count();
    }

    /** Which they are and why, in a line each. */
    private void failing(HtmlWriter html) {
        List<RoundTrip> failing = report.roundTrips().stream()
                .filter(trip -> !trip.verdict().passes())
                .toList();
        if (failing.isEmpty()) {
            return;
        }
        html.open("ul", "class", "failing");
        for (RoundTrip trip : failing.subList(0, Math.min(failing.size(), MOST_FAILING))) {
            html.open("li")
                    .element("a", MigrationEntry.name(trip.migration()), "href", "#" + anchors.of(trip.migration()))
                    .text(" ")
                    .element("span", trip.verdict().name(), "class", "verdict");
            why(trip).ifPresent(why -> html.element("span", why, "class", "why"));
            html.close();
        }
        if (failing.size() > MOST_FAILING) {
            html.element("li", "and " + (failing.size() - MOST_FAILING) + " more, below");
        }
        html.close();
    }

    private static Optional<String> why(RoundTrip trip) {
        return trip.summary()
                .lines()
                .skip(1)
                .map(String::strip)
                .findFirst()
                .or(() -> trip.undoDraft()
                        .map(draft -> "There is a draft of an undo. " + headOf(DraftOutcome.sentence(draft))));
    }

    private static String headOf(String sentence) {
        return sentence.substring(0, sentence.length() - 1) + ".";
    }

    /** What passes need not go back: it may be excluded, or say that it loses something. */
    private String goBack() {
        long whole = count(Verdict.REVERSIBLE) + count(Verdict.COLUMN_ORDER);
        List<String> parts = new ArrayList<>();
        parts.add(whole + (whole == 1 ? " goes back" : " go back") + ", schema and rows");
        part(count(Verdict.DATA_LOSS_DECLARED), "loses what its undo declares", "lose what their undos declare", parts);
        part(count(Verdict.DECLARED_IRREVERSIBLE), "is declared irreversible", "are declared irreversible", parts);
        part(count(Verdict.EXCLUDED), "was excluded", "were excluded", parts);
        part(failing(), "does not pass", "do not pass", parts);
        return String.join("; ", parts) + ".";
    }

    private static void part(long count, String one, String several, List<String> parts) {
        if (count > 0) {
            parts.add(count + " " + (count == 1 ? one : several));
        }
    }

    private long count(Verdict verdict) {
        return report.roundTrips().stream()
                .filter(trip -> trip.verdict() == verdict)
                .count();
    }

    private static void run(RoundTripRun run, HtmlWriter html) {
        html.open("dl", "class", "facts");
        fact("Engine", run.isPreview() ? "embedded: a preview" : "SQL Server: a proof", html);
        fact("Server", run.server(), html);
        html.open("div").element("dt", "When").open("dd");
        Moment.write(run.begun(), html);
        html.close().close();
        fact("Took", TimeOfScripts.seconds(run.took()), html);
        html.close();
    }

    private static void fact(String title, String value, HtmlWriter html) {
        html.open("div").element("dt", title).element("dd", value).close();
    }

    private void notProven(HtmlWriter html) {
        List<String> open = new ArrayList<>();
        if (report.run().filter(RoundTripRun::isPreview).isPresent()) {
            open.add("Whatever only SQL Server knows. This ran on the embedded engine, which is a preview, not a proof:"
                    + " let CI run the same on SQL Server before you rely on an undo.");
        }
        part(count(Verdict.NOT_REACHED), "migration was not reached.", "migrations were not reached.", open);
        part(count(Verdict.EXCLUDED), "migration was excluded.", "migrations were excluded.", open);
        report.notCompared().forEach(each -> open.add("Not compared: " + each));
        part(
                report.roundTrips().stream()
                        .filter(trip -> !trip.approximations().isEmpty())
                        .count(),
                "migration has what the embedded engine does not do as SQL Server does; its notes say what.",
                "migrations have what the embedded engine does not do as SQL Server does; their notes say what.",
                open);
        long notes = report.roundTrips().stream()
                .filter(trip -> !trip.notes().isEmpty())
                .count();
        part(notes, "migration has notes that say more.", "migrations have notes that say more.", open);
        html.element("h2", "Not proven");
        if (open.isEmpty()) {
            html.element("p", "Nothing was left out: everything was compared.");
        } else {
            html.within("ul", list -> open.forEach(each -> list.element("li", each)), "class", "open");
        }
    }

    private void migrations(HtmlWriter html) {
        html.element("h2", "Migrations", "id", "migrations");
        html.within("div", this::tools, "class", "tools", "id", "tools", "hidden", "");
        html.open("div", "class", "above");
        html.element("p", "", "role", "status", "id", "shown", "class", "shown");
        TimeBars.legend(html);
        html.close();
        html.element("p", TimeOfScripts.sentence(report), "class", "times-of");
        TimeBars times = new TimeBars(report.roundTrips());
        int longest = longestScript();
        html.within(
                "ol",
                list -> report.roundTrips()
                        .forEach(trip ->
                                new MigrationEntry(trip, anchors.of(trip.migration()), times, longest).write(list)),
                "class",
                "trips",
                "id",
                "trips");
    }

    /** Where many scripts are long, less is shown of each, so that a browser can still open the page. */
    private int longestScript() {
        int longest = LONGEST_SCRIPT;
        while (longest > SHORTEST_CUT && shown(longest) > ALL_SCRIPTS) {
            longest /= 2;
        }
        return longest;
    }

    private long shown(int longest) {
        return report.roundTrips().stream()
                .map(RoundTrip::evidence)
                .flatMap(evidence -> Stream.concat(evidence.script().stream(), evidence.undoScript().stream()))
                .mapToLong(script -> Math.min(script.length(), longest))
                .sum();
    }

    private void tools(HtmlWriter html) {
        html.open("div", "class", "search").element("label", "Search by name", "for", "search");
        html.empty("input", "type", "search", "id", "search", "autocomplete", "off", "spellcheck", "false");
        html.close();
        html.open("div", "class", "buttons")
                .element("button", "Open all shown", "type", "button", "id", "open-all")
                .element("button", "Close all", "type", "button", "id", "close-all")
                .close();
        html.open("fieldset", "class", "verdicts").element("legend", "Verdict");
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        report.roundTrips().forEach(trip -> counts.merge(trip.verdict(), 1, Integer::sum));
        counts.forEach((verdict, count) -> {
            html.open("label", "class", verdict.passes() ? "chip passes" : "chip fails");
            html.empty("input", "type", "checkbox", "name", "verdict", "value", verdict.name());
            Marks.of(verdict, html);
            html.element("span", verdict.name()).element("span", String.valueOf(count), "class", "count");
            html.close();
        });
        html.close();
    }
}
