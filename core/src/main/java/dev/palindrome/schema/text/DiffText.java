package dev.palindrome.schema.text;

import dev.palindrome.schema.Difference;
import dev.palindrome.schema.Difference.Changed;
import dev.palindrome.schema.Difference.ColumnOrder;
import dev.palindrome.schema.Difference.Extra;
import dev.palindrome.schema.Difference.Missing;
import dev.palindrome.schema.Difference.Renamed;
import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.text.OneLine;
import dev.palindrome.text.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Differences as text: those of one table together, below its name. */
public final class DiffText {

    private static final String SYSTEM_NAME = "a name made by the system";

    private DiffText() {}

    /** With a line for each thing that was not compared. */
    public static String of(List<Difference> differences, List<NotCompared> notCompared) {
        String text = of(differences);
        String lines = notCompared.stream()
                .map(each -> "not compared: " + OneLine.of(each.toString()) + "\n")
                .collect(Collectors.joining());
        return lines.isEmpty() ? text : text.stripTrailing() + "\n" + lines;
    }

    public static String of(List<Difference> differences) {
        if (differences.isEmpty()) {
            return "no differences";
        }
        StringBuilder text = new StringBuilder();
        String group = "";
        for (Difference difference : differences) {
            String heading = name(difference.object());
            boolean whole =
                    difference.part().isEmpty() && (difference instanceof Missing || difference instanceof Extra);
            if (whole) {
                group = "";
                text.append(line(difference)).append('\n');
            } else {
                text.append(group.equals(heading) ? "" : heading + ":\n");
                group = heading;
                text.append("  ").append(line(difference)).append('\n');
            }
        }
        return VisibleText.lines(text.toString());
    }

    private static String line(Difference difference) {
        if (difference instanceof Missing missing) {
            return "missing " + described(missing);
        }
        if (difference instanceof Extra extra) {
            return "unexpected " + described(extra);
        }
        if (difference instanceof Renamed renamed) {
            return renamed(renamed);
        }
        if (difference instanceof ColumnOrder order) {
            return "order of columns: expected " + String.join(", ", order.expected()) + " but was "
                    + String.join(", ", order.actual());
        }
        return changed((Changed) difference);
    }

    /** Kind, name and, for a part, what it looks like. */
    private static String described(Difference difference) {
        SchemaObject subject = difference.subject();
        return name(subject) + difference.part().map(DiffText::looks).orElse("");
    }

    private static String looks(SchemaObject part) {
        return part.name().isEmpty()
                ? ""
                : OneLine.of(ObjectLine.withoutName(part)).transform(t -> t.isEmpty() ? "" : " " + t);
    }

    private static String renamed(Renamed renamed) {
        SchemaObject part = renamed.subject();
        String names = "name: expected " + nameOr(renamed.expected()) + " but was " + nameOr(renamed.actual());
        return renamed.part().isEmpty()
                ? names
                : part.kind().label() + " "
                        + part.get(part.kind().main()).map(OneLine::of).orElse("") + ", " + names;
    }

    private static String nameOr(Optional<String> name) {
        return name.map(known -> BracketedName.readable(List.of(known))).orElse(SYSTEM_NAME);
    }

    private static String changed(Changed changed) {
        Property property = changed.property();
        String subject = changed.part().map(DiffText::name).orElse("");
        String what = property.isFlag() || property.label().isEmpty() ? subject : comma(subject) + property.label();
        return (what.isEmpty() ? "" : what + ": ") + "expected " + property.phrase(changed.expected()) + " but was "
                + property.phrase(changed.actual()) + little(changed);
    }

    private static String little(Changed changed) {
        return changed.expected()
                .flatMap(expected ->
                        changed.actual().flatMap(actual -> changed.property().littleDifference(expected, actual)))
                .map(difference -> " (" + difference + ")")
                .orElse("");
    }

    private static String comma(String subject) {
        return subject.isEmpty() ? "" : subject + ", ";
    }

    /** A constraint without a name is called by what it does. */
    private static String name(SchemaObject object) {
        String kind = object.kind().label();
        if (!object.name().isEmpty()) {
            return kind + " " + BracketedName.readable(object.name());
        }
        return object.kind().isConstraint()
                ? kind + OneLine.of(ObjectLine.withoutName(object)).transform(t -> " " + t)
                : kind;
    }
}
