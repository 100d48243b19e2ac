package dev.palindrome.report.html;

import dev.palindrome.migration.Migration;
import dev.palindrome.report.words.DraftOutcome;
import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.UndoDraft;
import dev.palindrome.roundtrip.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One migration on the page: a line, and below it, when it is opened, all that is known.
 *
 * @param trip what came of it
 * @param anchor what links to it end with
 * @param times the scale of its bars
 * @param longestScript how many characters of a script are shown
 */
record MigrationEntry(RoundTrip trip, String anchor, TimeBars times, int longestScript) {

    private static final int LONGEST_DRAFT = 60_000;

    void write(HtmlWriter html) {
        Migration migration = trip.migration();
        html.open(
                "li",
                "class",
                "trip " + (trip.verdict().passes() ? "passes" : "fails"),
                "id",
                anchor,
                "data-verdict",
                trip.verdict().name(),
                "data-name",
                (name() + " " + migration.script() + " " + trip.undo().orElse("")).toLowerCase(Locale.ROOT));
        html.open("details").within("summary", this::line).within("div", this::body, "class", "body");
        html.close().close();
    }

    private String name() {
        return name(trip.migration());
    }

    /** As people call it. */
    static String name(Migration migration) {
        return (migration.isRepeatable() ? "R" : "V" + migration.version()) + " " + migration.description();
    }

    private void line(HtmlWriter html) {
        Marks.of(trip.verdict(), html);
        html.open("h3")
                .element(
                        "span",
                        trip.migration().isRepeatable()
                                ? "R"
                                : "V" + trip.migration().version(),
                        "class",
                        "version")
                .text(" " + trip.migration().description())
                .close();
        html.element("span", trip.verdict().name(), "class", "verdict");
        times.line(trip, html);
    }

    private void body(HtmlWriter html) {
        html.element("p", trip.explanation().lines().findFirst().orElse(""), "class", "lead");
        if (!trip.reason().isEmpty()) {
            html.within("pre", pre -> pre.text(trip.reason()), "class", "reason");
        }
        differences(html);
        rows(html);
        schema(html);
        trip.undoDraft().ifPresent(draft -> draft(draft, html));
        scripts(html);
        notes(html);
        html.element("h4", "Times of the scripts");
        times.table(trip, html);
        html.within("p", this::link, "class", "permalink");
    }

    private void link(HtmlWriter html) {
        html.element(
                "a", "Link to this migration", "href", "#" + anchor, "aria-label", "Link to this migration, " + name());
    }

    /** In words, for who does not know the signs; the coloured lines below show where. */
    private void differences(HtmlWriter html) {
        if (!trip.schemaDiff().isEmpty()) {
            html.within("pre", pre -> pre.text(trip.schemaDiff().toString().stripTrailing()), "class", "reason");
        }
    }

    private void scripts(HtmlWriter html) {
        html.element("h4", "Scripts");
        html.open("div", "class", "sides");
        script(
                "Migration",
                Optional.of(trip.migration().script()),
                trip.evidence().script(),
                html);
        if (trip.migration().isRepeatable()) {
            html.element(
                    "p",
                    "A repeatable migration has no undo: it is run twice, and the second time must change nothing.",
                    "class",
                    "side none");
        } else {
            script("Undo", trip.undo(), trip.evidence().undoScript(), html);
        }
        html.close();
    }

    private void script(String title, Optional<String> path, Optional<String> text, HtmlWriter html) {
        if (path.isEmpty()) {
            html.element("p", "There is no undo.", "class", "side none");
        } else if (text.isEmpty()) {
            html.within(
                    "p",
                    p -> p.text(title + ": ").element("code", path.get()).text(". It is not a script."),
                    "class",
                    "side none");
        } else {
            code(title + ": " + path.get(), text.get(), longestScript, html);
        }
    }

    private static void code(String title, String sql, int longest, HtmlWriter html) {
        String visible = HtmlText.visible(sql.stripTrailing());
        boolean cut = visible.length() > longest;
        String shown = cut ? visible.substring(0, longest) : visible;
        html.open("figure", "class", "side code").open("figcaption").element("span", title);
        if (!cut) {
            html.element(
                    "button", "Copy", "type", "button", "class", "copy", "hidden", "", "aria-label", "Copy " + title);
        }
        html.close();
        html.open("pre", "tabindex", "0", "role", "group", "aria-label", title)
                .element("code", shown, "data-colours", TsqlColours.of(shown))
                .close();
        if (cut) {
            html.element("p", "Cut here: the file has " + sql.length() + " characters in all.", "class", "cut");
        }
        html.close();
    }

    private void schema(HtmlWriter html) {
        List<DiffLine> left = UndoLeftLines.of(trip.schemaDiff());
        if (trip.evidence().schemas().isEmpty() && left.isEmpty()) {
            return;
        }
        html.element("h4", "Schema");
        html.open("div", "class", "sides");
        trip.evidence()
                .schemas()
                .ifPresent(schemas -> difference(
                        "Up: what the migration changes",
                        SchemaChangeLines.between(schemas.before(), schemas.after()),
                        "It changes nothing in the schema.",
                        html));
        difference(leftTitle(), left, asBefore(), html);
        html.close();
    }

    private String leftTitle() {
        String when = trip.verdict() == Verdict.REDO_DIFFERS ? "Up again" : "After the undo";
        return trip.schemaDiff().isEmpty() ? when : when + ": expected (−) and found (+)";
    }

    private String asBefore() {
        return switch (trip.verdict()) {
            case MIGRATION_FAILED, NOT_REACHED -> "It was not undone, because it did not go up.";
            case UNDO_MISSING -> "There is nothing that undoes it.";
            case UNDO_FAILED -> "The undo does not run.";
            case EXCLUDED -> "Nothing is said of it: it was excluded.";
            case DECLARED_IRREVERSIBLE -> "It is declared irreversible.";
            default -> "The schema is what it was before the migration.";
        };
    }

    private static void difference(String title, List<DiffLine> lines, String none, HtmlWriter html) {
        html.open("figure", "class", "side")
                .open("figcaption")
                .element("span", title)
                .close();
        if (lines.isEmpty()) {
            html.element("p", none, "class", "none");
        } else {
            html.open("pre", "class", "diff", "tabindex", "0", "role", "group", "aria-label", title);
            for (DiffLine line : lines) {
                String tag = line.sign() == '-' ? "del" : line.sign() == '+' ? "ins" : "span";
                html.element(tag, (line.sign() == '-' ? "−" : String.valueOf(line.sign())) + " " + line.text() + "\n");
            }
            html.close();
        }
        html.close();
    }

    private void rows(HtmlWriter html) {
        if (trip.dataLosses().isEmpty() && trip.evidence().rowsBefore().isEmpty()) {
            return;
        }
        html.element("h4", "Rows");
        if (!trip.dataLosses().isEmpty()) {
            html.within("ul", this::losses, "class", "losses");
        }
        if (trip.verdict() == Verdict.DATA_LOST) {
            html.element("p", "If that is meant, say so at the top of the undo script:");
            code(
                    "Declaration",
                    trip.dataLosses().stream().map(DataLoss::declaration).collect(Collectors.joining("\n")),
                    LONGEST_DRAFT,
                    html);
        }
        if (!trip.evidence().rowsBefore().isEmpty()) {
            html.within("p", this::rowCounts, "class", "counts");
        }
    }

    private void losses(HtmlWriter html) {
        for (DataLoss loss : trip.dataLosses()) {
            html.open("li").element("code", loss.place()).text(what(loss));
            loss.example().ifPresent(example -> {
                html.text(", such as ").element("del", example.was());
                if (!example.now().isEmpty()) {
                    html.text(" → ").element("ins", example.now());
                }
            });
            html.close();
        }
    }

    /** What stands behind the place, without the example. */
    private static String what(DataLoss loss) {
        DataLoss plain =
                new DataLoss(loss.table(), loss.column(), loss.rows(), loss.isPosition(), loss.of(), Optional.empty());
        return plain.toString().substring(loss.place().length());
    }

    private void rowCounts(HtmlWriter html) {
        int all = trip.evidence().rowsBefore().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        html.text(all + (all == 1 ? " row was" : " rows were")
                + " there before, in the tables that it or its undo may touch: ");
        String separator = "";
        for (Map.Entry<String, Integer> table : trip.evidence().rowsBefore().entrySet()) {
            html.text(separator).element("code", table.getKey()).text(" " + table.getValue());
            separator = ", ";
        }
        html.text(".");
    }

    private void draft(UndoDraft draft, HtmlWriter html) {
        html.element("h4", "Draft of an undo");
        html.element("p", DraftOutcome.sentence(draft));
        if (!draft.left().isEmpty()) {
            html.within("pre", pre -> pre.text(draft.left()), "class", "reason");
        }
        html.open("p").text("Read it before you use it");
        trip.undo()
                .ifPresentOrElse(
                        undo -> html.text(" in the place of ")
                                .element("code", undo)
                                .text("."),
                        () -> html.text("; its place is beside the migration."));
        trip.draftFile()
                .ifPresent(file -> html.text(" It is in ")
                        .element("code", file.toString().replace('\\', '/'))
                        .text("."));
        html.close();
        code("Draft of an undo", draft.sql(), LONGEST_DRAFT, html);
    }

    private void notes(HtmlWriter html) {
        if (trip.notes().isEmpty()
                && trip.notCompared().isEmpty()
                && trip.approximations().isEmpty()) {
            return;
        }
        html.element("h4", "Notes");
        html.open("ul");
        trip.notes().forEach(note -> html.element("li", note));
        trip.notCompared().forEach(each -> html.element("li", "Not compared: " + each));
        trip.approximations()
                .forEach(each -> html.element("li", "Not as on SQL Server, in " + each.script() + ": " + each));
        html.close();
    }
}
