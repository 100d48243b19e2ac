package dev.palindrome.production.drift;

import dev.palindrome.schema.Difference;
import dev.palindrome.schema.Difference.Changed;
import dev.palindrome.schema.Difference.ColumnOrder;
import dev.palindrome.schema.Difference.Renamed;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.text.OneLine;
import dev.palindrome.text.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Drift in words: what is where, and how the rest differs. */
public final class DriftText {

    private DriftText() {}

    public static String of(
            List<Difference> onlyInProduction,
            List<Difference> onlyInTheMigrations,
            List<Difference> differing,
            List<String> notes) {
        String text = section("only in production", onlyInProduction, DriftText::thing)
                + section("only in the migrations", onlyInTheMigrations, DriftText::thing)
                + section("differs", differing, DriftText::differing);
        return VisibleText.lines((text.isEmpty() ? "no drift\n" : text)
                + notes.stream().map(note -> note + "\n").collect(Collectors.joining()));
    }

    private static String section(String title, List<Difference> differences, Function<Difference, String> words) {
        return differences.isEmpty()
                ? ""
                : differences.stream()
                        .map(difference -> "  " + words.apply(difference) + "\n")
                        .collect(Collectors.joining("", title + ":\n", ""));
    }

    /** An object by its name; a part as it looks. */
    private static String thing(Difference difference) {
        return difference
                .part()
                .map(part -> OneLine.of(part.toString()) + of(difference.object()))
                .orElse(name(difference.object()));
    }

    private static String differing(Difference difference) {
        if (difference instanceof Changed changed) {
            Property property = changed.property();
            String what = property.isFlag() || property.label().isEmpty() ? "" : ", " + property.label();
            return subject(changed) + what + ": "
                    + both(property.phrase(changed.actual()), property.phrase(changed.expected()));
        }
        if (difference instanceof Renamed renamed) {
            return subject(renamed) + ", name: " + both(named(renamed.actual()), named(renamed.expected()));
        }
        ColumnOrder order = (ColumnOrder) difference;
        return "order of columns" + of(order.object()) + ": "
                + both(String.join(", ", order.actual()), String.join(", ", order.expected()));
    }

    private static String both(String production, String migrations) {
        return production + " in production, " + migrations + " in the migrations";
    }

    private static String named(Optional<String> name) {
        return name.map(known -> BracketedName.readable(List.of(known))).orElse("one that the server made up");
    }

    private static String subject(Difference difference) {
        return difference
                .part()
                .map(part ->
                        (part.name().isEmpty() ? OneLine.of(part.toString()) : name(part)) + of(difference.object()))
                .orElse(name(difference.object()));
    }

    private static String of(SchemaObject object) {
        return " of " + (object.name().isEmpty() ? "the database" : BracketedName.readable(object.name()));
    }

    private static String name(SchemaObject object) {
        return (object.kind().label() + " " + BracketedName.readable(object.name())).strip();
    }
}
