package dev.palindrome.roundtrip.verdict;

import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.UndoDraft;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.schema.Difference;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.text.OneLine;
import dev.palindrome.text.VisibleText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says a finding in words. */
public final class VerdictExplanation {

    private static final String INDENT = "  ";

    private VerdictExplanation() {}

    /** As people read it: SQL in it is made visible, and what can be run is in the draft and its file. */
    public static String of(Finding finding, Optional<Path> draftFile) {
        StringBuilder text = new StringBuilder(headline(finding));
        if (!finding.reason().isEmpty()) {
            text.append('\n').append(indented(finding.reason()));
        }
        if (!finding.schemaDiff().isEmpty()) {
            text.append('\n').append(indented(finding.schemaDiff().toString()));
        }
        appendLines(text, finding.dataLosses().stream().map(DataLoss::toString).toList());
        if (finding.verdict() == Verdict.DATA_LOST) {
            appendLines(text, List.of("If that is meant, say so at the top of the undo script:"));
            appendLines(
                    text,
                    finding.dataLosses().stream()
                            .map(DataLoss::declaration)
                            .map(line -> INDENT + line)
                            .toList());
        }
        finding.undoDraft()
                .ifPresent(draft -> text.append("\nDraft of an undo (")
                        .append(draft.result())
                        .append(")")
                        .append(draftFile.map(file -> ", in " + file).orElse(""))
                        .append(":\n")
                        .append(indented(draft.sql()))
                        .append(left(draft)));
        appendLines(text, finding.notes().stream().map(note -> "Note: " + note).toList());
        return VisibleText.lines(text.toString());
    }

    /** The headline, and below it the first thing that there is to say. */
    public static String summary(Finding finding) {
        String headline = VisibleText.lines(headline(finding));
        return first(finding)
                .map(OneLine::of)
                .filter(text -> !text.isEmpty())
                .map(text -> headline + "\n  " + text)
                .orElse(headline.replaceFirst(":$", "."));
    }

    private static Optional<String> first(Finding finding) {
        if (!finding.reason().isEmpty()) {
            return finding.reason().lines().findFirst();
        }
        List<Difference> differences = finding.schemaDiff().differences();
        if (!differences.isEmpty()) {
            String first = new SchemaDiff(differences.subList(0, 1), List.of()).toString();
            return Optional.of(first.strip() + others(differences.size()));
        }
        return finding.dataLosses().stream()
                .findFirst()
                .map(loss -> loss + others(finding.dataLosses().size()));
    }

    private static String others(int all) {
        return all == 1 ? "" : " (and " + (all - 1) + " more)";
    }

    private static String headline(Finding finding) {
        String migration = finding.migration().toString();
        String undo = finding.undo().orElse("its undo");
        return switch (finding.verdict()) {
            case MIGRATION_FAILED -> migration + " does not go up. Every table before it held generated rows:";
            case NOT_REACHED -> migration + " was not reached:";
            case UNDO_MISSING -> migration + " has no undo.";
            case UNDO_FAILED -> migration + " cannot be undone, because " + undo + " fails:";
            case NOT_RESTORED ->
                migration + " is not undone by " + undo + ". Expecting the schema from before the migration, but:";
            case DATA_LOST -> migration + " loses data when " + undo + " undoes it:";
            case REDO_FAILED -> migration + " does not go up again after " + undo + ":";
            case REDO_DIFFERS -> migration + " leads somewhere else when it goes up again after " + undo + ":";
            case DECLARATION_UNNEEDED -> migration + ": " + undo + " declares what is not so. Remove the declaration:";
            case DECLARED_IRREVERSIBLE -> migration + " is declared irreversible in " + undo + ":";
            case DATA_LOSS_DECLARED -> migration + " loses what " + undo + " declares:";
            case COLUMN_ORDER -> migration + " is undone by " + undo + ", but for the order of columns:";
            case REVERSIBLE -> migration + " is undone by " + undo + ".";
            case EXCLUDED -> migration + " was excluded:";
        };
    }

    private static String left(UndoDraft draft) {
        return draft.left().isEmpty() ? "" : "\nWhat the draft leaves:\n" + indented(draft.left());
    }

    private static void appendLines(StringBuilder text, List<String> lines) {
        lines.forEach(line -> text.append('\n').append(indented(line)));
    }

    private static String indented(String text) {
        return text.lines().map(line -> INDENT + line).collect(Collectors.joining("\n"));
    }
}
