package dev.palindrome.report.html;

import dev.palindrome.schema.Difference;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is not as expected, in lines: {@code -} is expected and not there, {@code +} is there and not expected. */
final class UndoLeftLines {

    private static final String INDENT = "  ";

    private final List<DiffLine> lines = new ArrayList<>();

    private UndoLeftLines() {}

    static List<DiffLine> of(SchemaDiff diff) {
        UndoLeftLines left = new UndoLeftLines();
        Map<List<Object>, List<Difference>> byObject = diff.differences().stream()
                .collect(Collectors.groupingBy(
                        difference -> List.of(
                                difference.object().kind(), difference.object().name()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        byObject.values().forEach(left::add);
        return left.lines;
    }

    private void add(List<Difference> ofOneObject) {
        boolean hasPlace = ofOneObject.stream().anyMatch(each -> each.part().isPresent());
        if (hasPlace) {
            lines.add(DiffLine.place(ofOneObject.get(0).object().toString()));
        }
        ofOneObject.forEach(each -> add(each, each.part().isPresent() ? INDENT : ""));
    }

    private void add(Difference difference, String indent) {
        SchemaObject subject = difference.subject();
        if (difference instanceof Difference.Missing) {
            whole(subject, '-', indent);
        } else if (difference instanceof Difference.Extra) {
            whole(subject, '+', indent);
        } else if (difference instanceof Difference.Changed changed) {
            changed(with(subject, changed.property(), changed.expected()), changed, indent);
        } else if (difference instanceof Difference.Renamed renamed) {
            lines.add(DiffLine.gone(indent + named(subject, renamed.expected())));
            lines.add(DiffLine.come(indent + named(subject, renamed.actual())));
        } else if (difference instanceof Difference.ColumnOrder order) {
            lines.add(DiffLine.place(indent + subject));
            lines.add(DiffLine.gone(indent + INDENT + "columns in this order: " + String.join(", ", order.expected())));
            lines.add(DiffLine.come(indent + INDENT + "columns in this order: " + String.join(", ", order.actual())));
        }
    }

    private void changed(SchemaObject expected, Difference.Changed changed, String indent) {
        SchemaObject actual = with(expected, changed.property(), changed.actual());
        if (ModuleLines.isModule(expected) && ModuleLines.isModule(actual)) {
            ModuleLines.between(expected, actual, indent, lines);
        } else {
            lines.add(DiffLine.gone(indent + expected));
            lines.add(DiffLine.come(indent + actual));
        }
    }

    private void whole(SchemaObject object, char sign, String indent) {
        if (ModuleLines.isModule(object)) {
            ModuleLines.of(object).forEach(line -> lines.add(new DiffLine(sign, indent + line)));
        } else {
            lines.add(new DiffLine(sign, indent + object));
        }
        object.parts().forEach(part -> whole(part, sign, indent + INDENT));
    }

    private static String named(SchemaObject subject, Optional<String> name) {
        return name.map(given -> subject.named(List.of(given)).toString())
                .orElseGet(() -> subject.named(List.of()) + " (a name that the server makes up)");
    }

    private static SchemaObject with(SchemaObject object, Property property, Optional<String> value) {
        Map<Property, String> properties = new LinkedHashMap<>(object.properties());
        value.ifPresentOrElse(text -> properties.put(property, text), () -> properties.remove(property));
        return object.with(properties, object.parts());
    }
}
