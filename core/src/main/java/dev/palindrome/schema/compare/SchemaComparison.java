package dev.palindrome.schema.compare;

import dev.palindrome.schema.Difference;
import dev.palindrome.schema.Difference.Extra;
import dev.palindrome.schema.Difference.Missing;
import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.BracketedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares two schemas. What is the very same object on both sides costs next to nothing. */
public final class SchemaComparison {

    private final NameRule names;
    private final List<Difference> differences = new ArrayList<>();

    private SchemaComparison(NameRule names) {
        this.names = names;
    }

    public static SchemaDiff of(SchemaSnapshot expected, SchemaSnapshot actual) {
        List<NotCompared> notCompared = NotCompared.union(expected.notCompared(), actual.notCompared());
        if (expected.objects().equals(actual.objects())) {
            return new SchemaDiff(List.of(), notCompared);
        }
        SchemaComparison comparison = new SchemaComparison(NameRule.of(expected));
        comparison.compareUnlessTheSame(expected.objects(), actual.objects());
        // What only one side does not know looks like a difference and need not be one.
        List<NotCompared> oneSided = NotCompared.oneSided(expected.notCompared(), actual.notCompared());
        comparison.differences.removeIf(difference -> oneSided.stream().anyMatch(unread -> unread.covers(difference)));
        comparison.differences.sort(Severity.WORST_FIRST);
        return new SchemaDiff(Severity.grouped(comparison.differences), notCompared);
    }

    /** Leaves out what stands at the same place at both ends, which is nearly everything where a watch read both. */
    private void compareUnlessTheSame(List<SchemaObject> expected, List<SchemaObject> actual) {
        int shorter = Math.min(expected.size(), actual.size());
        int from = 0;
        while (from < shorter && expected.get(from) == actual.get(from)) {
            from++;
        }
        int behind = 0;
        while (behind < shorter - from
                && expected.get(expected.size() - 1 - behind) == actual.get(actual.size() - 1 - behind)) {
            behind++;
        }
        compare(expected.subList(from, expected.size() - behind), actual.subList(from, actual.size() - behind));
    }

    private void compare(List<SchemaObject> expected, List<SchemaObject> actual) {
        Map<String, SchemaObject> left = new LinkedHashMap<>();
        actual.forEach(object -> left.put(key(object), object));
        for (SchemaObject object : expected) {
            SchemaObject counterpart = left.remove(key(object));
            if (counterpart != null) {
                compare(object, counterpart);
            } else if (object.kind() == ObjectKind.DATABASE) {
                compare(object, nothing(object));
            } else {
                differences.add(new Missing(object, Optional.empty()));
            }
        }
        left.values().forEach(this::extra);
    }

    private void extra(SchemaObject object) {
        if (object.kind() == ObjectKind.DATABASE) {
            compare(nothing(object), object);
        } else {
            differences.add(new Extra(object, Optional.empty()));
        }
    }

    private static SchemaObject nothing(SchemaObject object) {
        return new SchemaObject(object.kind(), object.name(), Map.of(), List.of(), Map.of());
    }

    private String key(SchemaObject object) {
        return object.kind() + names.key(BracketedName.of(object.name()));
    }

    private void compare(SchemaObject expected, SchemaObject actual) {
        if (!expected.equals(actual)) {
            differences.addAll(new ObjectComparison(expected, actual, names).differences());
        }
    }
}
