package dev.palindrome.schema.compare;

import dev.palindrome.schema.Difference;
import dev.palindrome.schema.Difference.Changed;
import dev.palindrome.schema.Difference.ColumnOrder;
import dev.palindrome.schema.Difference.Extra;
import dev.palindrome.schema.Difference.Missing;
import dev.palindrome.schema.Difference.Renamed;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares two objects of the same name, and their parts. */
final class ObjectComparison {

    /** Upper and lower case make no other object, but another name. */
    private static final Set<ObjectKind> HAVE_CASE = EnumSet.of(
            ObjectKind.TABLE,
            ObjectKind.COLUMN,
            ObjectKind.PRIMARY_KEY,
            ObjectKind.UNIQUE_KEY,
            ObjectKind.FOREIGN_KEY,
            ObjectKind.CHECK,
            ObjectKind.INDEX,
            ObjectKind.TRIGGER,
            ObjectKind.VIEW,
            ObjectKind.PROCEDURE,
            ObjectKind.FUNCTION,
            ObjectKind.SEQUENCE,
            ObjectKind.SYNONYM);

    private final SchemaObject expected;
    private final SchemaObject actual;
    private final NameRule names;
    private final List<Difference> differences = new ArrayList<>();

    ObjectComparison(SchemaObject expected, SchemaObject actual, NameRule names) {
        this.expected = expected;
        this.actual = actual;
        this.names = names;
    }

    List<Difference> differences() {
        if (HAVE_CASE.contains(expected.kind()) && !expected.simpleName().equals(actual.simpleName())) {
            differences.add(
                    new Renamed(expected, Optional.empty(), name(expected.simpleName()), name(actual.simpleName())));
        }
        properties(Optional.empty(), expected, actual);
        PartMatching matching = new PartMatching(expected.parts(), actual.parts(), names);
        matching.pairs().forEach(this::pair);
        matching.missing().forEach(part -> differences.add(new Missing(expected, Optional.of(part))));
        matching.extra().forEach(part -> differences.add(new Extra(expected, Optional.of(part))));
        columnOrder();
        return differences;
    }

    private void pair(PartMatching.Pair pair) {
        Optional<SchemaObject> part = Optional.of(pair.expected());
        String expectedName = pair.expected().simpleName();
        String actualName = pair.actual().simpleName();
        boolean sameCase = expectedName.equals(actualName)
                || !HAVE_CASE.contains(pair.expected().kind());
        if (!sameCase || !names.key(expectedName).equals(names.key(actualName))) {
            differences.add(new Renamed(expected, part, name(expectedName), name(actualName)));
        }
        properties(part, pair.expected(), pair.actual());
    }

    private static Optional<String> name(String name) {
        return Optional.of(name).filter(known -> !known.isEmpty());
    }

    private void properties(Optional<SchemaObject> part, SchemaObject one, SchemaObject other) {
        Set<Property> all = EnumSet.noneOf(Property.class);
        all.addAll(one.properties().keySet());
        all.addAll(other.properties().keySet());
        for (Property property : all) {
            if (!same(property, one.get(property), other.get(property)) && !followsFromDefault(property, one, other)) {
                differences.add(new Changed(expected, part, property, one.get(property), other.get(property)));
            }
        }
    }

    private boolean same(Property property, Optional<String> one, Optional<String> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty() || property.comparison().same(one.get(), other.get(), names));
    }

    /** A default that is not there has no name either; that is one difference, not two. */
    private static boolean followsFromDefault(Property property, SchemaObject one, SchemaObject other) {
        return property == Property.DEFAULT_NAME
                && one.get(Property.DEFAULT).isPresent()
                        != other.get(Property.DEFAULT).isPresent();
    }

    private void columnOrder() {
        List<String> expectedColumns = columns(expected);
        List<String> actualColumns = columns(actual);
        List<String> expectedOrder = common(expectedColumns, actualColumns);
        List<String> actualOrder = common(actualColumns, expectedColumns);
        if (!keys(expectedOrder).equals(keys(actualOrder))) {
            differences.add(new ColumnOrder(expected, expectedOrder, actualOrder));
        }
    }

    private static List<String> columns(SchemaObject table) {
        return table.parts(ObjectKind.COLUMN).stream()
                .map(SchemaObject::simpleName)
                .toList();
    }

    private List<String> common(List<String> columns, List<String> others) {
        Set<String> known = new HashSet<>(keys(others));
        return columns.stream()
                .filter(column -> known.contains(names.key(column)))
                .toList();
    }

    private List<String> keys(List<String> columns) {
        return columns.stream().map(names::key).toList();
    }
}
