package dev.palindrome.report;

import dev.palindrome.migration.Migration;
import dev.palindrome.report.words.DraftOutcome;
import dev.palindrome.report.words.TimeOfScripts;
import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.RoundTripRun;
import dev.palindrome.roundtrip.UndoDraft;
import dev.palindrome.roundtrip.Verdict;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Round trips for the summary page of a CI job: what matters in the first line, then a table, then each failure. */
final class RoundTripMarkdown {

    private static final List<String> TITLES = List.of("version", "description", "verdict", "up", "down", "up again");
    private static final List<String> ALIGNMENT = List.of("---", "---", "---", "---:", "---:", "---:");

    private final RoundTripReport report;
    private final List<String> blocks = new ArrayList<>();

    private RoundTripMarkdown(RoundTripReport report) {
        this.report = report;
    }

    static String of(RoundTripReport report, String name) {
        return String.join("\n\n", blocks(report, name)) + "\n";
    }

    /** The same in parts that are whole by themselves: headings, paragraphs, tables, lists and code. */
    static List<String> blocks(RoundTripReport report, String name) {
        RoundTripMarkdown markdown = new RoundTripMarkdown(report);
        markdown.blocks.add("# Round trips: " + MarkdownText.plain(name));
        markdown.blocks.add(markdown.headline());
        report.run().map(RoundTripMarkdown::run).ifPresent(markdown.blocks::add);
        markdown.blocks.add(markdown.table());
        markdown.blocks.add(MarkdownText.plain(TimeOfScripts.sentence(report)));
        report.roundTrips().stream().filter(RoundTripMarkdown::isFailure).forEach(markdown::failure);
        markdown.list("Passed for a reason", trip -> isFailure(trip) ? Stream.of() : reason(trip));
        markdown.list("Notes", trip -> isFailure(trip) ? Stream.of() : trip.notes().stream());
        markdown.list(
                "Not as on SQL Server",
                trip -> trip.approximations().stream().map(each -> each.script() + ": " + each));
        markdown.notCompared();
        return List.copyOf(markdown.blocks);
    }

    private static String run(RoundTripRun run) {
        return MarkdownText.plain(run + " " + run.begun().truncatedTo(ChronoUnit.SECONDS) + ", "
                + TimeOfScripts.seconds(run.took()) + ", Palindrome " + run.palindrome() + ".");
    }

    private void notCompared() {
        if (!report.notCompared().isEmpty()) {
            blocks.add("## Not compared");
            items(report.notCompared().stream().map(Object::toString));
        }
    }

    private static boolean isFailure(RoundTrip trip) {
        return !trip.verdict().passes();
    }

    private String headline() {
        long failures = report.roundTrips().stream()
                .filter(RoundTripMarkdown::isFailure)
                .count();
        int all = report.roundTrips().size();
        String migrations = all == 1 ? "migration" : all + " migrations";
        // Others may have failed: nothing is said of more than this set.
        String summary = failures == 0
                ? "✓ " + (all == 1 ? "The " : "All ") + migrations + " of this set " + (all == 1 ? "passes" : "pass")
                : "✗ " + failures + " of " + (all == 1 ? "1 migration" : migrations)
                        + (failures == 1 ? " fails" : " fail");
        return "**" + summary + ".** " + counts() + ".";
    }

    private String counts() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        report.roundTrips().forEach(trip -> counts.merge(trip.verdict(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    private String table() {
        return Stream.concat(
                        Stream.of(TITLES, ALIGNMENT),
                        report.roundTrips().stream().map(RoundTripMarkdown::cells))
                .map(cells -> "| " + String.join(" | ", cells) + " |")
                .collect(Collectors.joining("\n"));
    }

    private static List<String> cells(RoundTrip trip) {
        List<String> cells = new ArrayList<>();
        cells.add(MarkdownText.plain(trip.migration().version()));
        cells.add(MarkdownText.plain(trip.migration().description()));
        cells.add(
                isFailure(trip) ? "**" + trip.verdict() + "**" : trip.verdict().toString());
        trip.took().forEach(took -> cells.add(took.equals(Duration.ZERO) ? "–" : took.toMillis() + " ms"));
        return cells;
    }

    private void failure(RoundTrip trip) {
        blocks.add("## " + MarkdownText.plain(name(trip.migration())) + ": " + trip.verdict());
        blocks.add(MarkdownText.plain(trip.explanation().lines().findFirst().orElse("")));
        reason(trip).map(reason -> MarkdownText.block("text", reason)).forEach(blocks::add);
        if (!trip.schemaDiff().isEmpty()) {
            blocks.add(MarkdownText.block("text", trip.schemaDiff().toString()));
        }
        items(trip.dataLosses().stream().map(Object::toString));
        if (trip.verdict() == Verdict.DATA_LOST) {
            acceptance(trip);
        }
        trip.undoDraft().ifPresent(draft -> draft(draft, trip));
        items(trip.notes().stream().map(note -> "Note: " + note));
    }

    private static String name(Migration migration) {
        return (migration.isRepeatable() ? "R " : "V" + migration.version() + " ") + migration.description();
    }

    private static Stream<String> reason(RoundTrip trip) {
        return Stream.of(trip.reason()).filter(reason -> !reason.isEmpty());
    }

    private void items(Stream<String> texts) {
        String items = texts.map(text -> "- " + MarkdownText.plain(text)).collect(Collectors.joining("\n"));
        if (!items.isEmpty()) {
            blocks.add(items);
        }
    }

    private void acceptance(RoundTrip trip) {
        blocks.add("If that is meant, say so at the top of the undo script:");
        blocks.add(MarkdownText.block(
                "sql", trip.dataLosses().stream().map(DataLoss::declaration).collect(Collectors.joining("\n"))));
    }

    private void draft(UndoDraft draft, RoundTrip trip) {
        String place = trip.draftFile()
                .map(file -> ", in " + MarkdownText.code(SlashedPath.of(file)))
                .orElse("");
        blocks.add("Draft of an undo" + place + ". " + MarkdownText.plain(DraftOutcome.sentence(draft)));
        if (!draft.left().isEmpty()) {
            blocks.add(MarkdownText.block("text", draft.left()));
        }
        blocks.add(MarkdownText.block("sql", draft.sql()));
    }

    private void list(String title, Function<RoundTrip, Stream<String>> texts) {
        String items = report.roundTrips().stream()
                .flatMap(trip -> texts.apply(trip)
                        .map(text -> "- " + MarkdownText.plain(name(trip.migration()) + ", " + trip.verdict()) + ": "
                                + MarkdownText.plain(text)))
                .collect(Collectors.joining("\n"));
        if (!items.isEmpty()) {
            blocks.add("## " + title);
            blocks.add(items);
        }
    }
}
