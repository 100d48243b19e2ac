package dev.palindrome.schema.change;

import dev.palindrome.schema.Difference;
import dev.palindrome.schema.Difference.Extra;
import dev.palindrome.schema.Difference.Missing;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.compare.NameRule;
import dev.palindrome.sql.BracketedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of two schemas differs, object by object. */
final class ChangedObjects {

    private final SchemaSnapshot actual;
    private final SchemaSnapshot expected;
    private final NameRule names;
    private final List<SchemaObject> missing = new ArrayList<>();
    private final List<SchemaObject> extra = new ArrayList<>();
    private final Map<String, ObjectPair> pairs = new LinkedHashMap<>();
    private Optional<ReferencingKeys> referencing = Optional.empty();

    ChangedObjects(SchemaSnapshot actual, SchemaSnapshot expected) {
        this.actual = actual;
        this.expected = expected;
        this.names = NameRule.of(expected);
        Map<String, List<Difference>> byObject = new LinkedHashMap<>();
        for (Difference difference : expected.diff(actual).differences()) {
            boolean whole = difference.part().isEmpty();
            if (whole && difference instanceof Missing) {
                missing.add(difference.object());
            } else if (whole && difference instanceof Extra) {
                extra.add(difference.object());
            } else {
                byObject.computeIfAbsent(key(difference.object()), first -> new ArrayList<>())
                        .add(difference);
            }
        }
        pair(byObject);
    }

    private void pair(Map<String, List<Difference>> byObject) {
        if (byObject.isEmpty()) {
            return;
        }
        Map<String, SchemaObject> wanted = find(expected, byObject);
        Map<String, SchemaObject> there = find(actual, byObject);
        byObject.forEach((key, differences) -> {
            SchemaObject nothing = nothing(differences.get(0).object());
            pairs.put(
                    key,
                    new ObjectPair(
                            wanted.getOrDefault(key, nothing), there.getOrDefault(key, nothing), differences, names));
        });
    }

    private Map<String, SchemaObject> find(SchemaSnapshot snapshot, Map<String, ?> keys) {
        Map<String, SchemaObject> found = new HashMap<>();
        for (SchemaObject object : snapshot.objects()) {
            String key = key(object);
            if (keys.containsKey(key)) {
                found.put(key, object);
            }
        }
        return found;
    }

    /** The database has a difference even where one side says nothing about it. */
    private static SchemaObject nothing(SchemaObject object) {
        return new SchemaObject(object.kind(), object.name(), Map.of(), List.of(), Map.of());
    }

    String key(SchemaObject object) {
        return object.kind() + names.key(BracketedName.of(object.name()));
    }

    NameRule names() {
        return names;
    }

    SchemaSnapshot actual() {
        return actual;
    }

    SchemaSnapshot expected() {
        return expected;
    }

    List<SchemaObject> missing() {
        return missing;
    }

    List<SchemaObject> extra() {
        return extra;
    }

    Iterable<ObjectPair> pairs() {
        return pairs.values();
    }

    Optional<ObjectPair> pair(SchemaObject object) {
        return Optional.ofNullable(pairs.get(key(object)));
    }

    /** Whether a table is to be made anew. */
    boolean isMissing(List<String> table) {
        String key = names.key(BracketedName.of(table));
        return missing.stream()
                .anyMatch(object -> object.kind() == ObjectKind.TABLE
                        && names.key(BracketedName.of(object.name())).equals(key));
    }

    boolean isExtra(SchemaObject object) {
        return extra.stream().anyMatch(known -> known == object);
    }

    /** The foreign keys that point to an actual table. */
    List<OwnedPart> referencing(SchemaObject table) {
        if (referencing.isEmpty()) {
            referencing = Optional.of(new ReferencingKeys(actual, names));
        }
        return referencing.get().to(names.key(BracketedName.of(table.name())));
    }
}
