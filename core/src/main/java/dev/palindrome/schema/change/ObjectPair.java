package dev.palindrome.schema.change;

import dev.palindrome.schema.Difference;
import dev.palindrome.schema.Difference.Changed;
import dev.palindrome.schema.Difference.Renamed;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.compare.NameRule;
import dev.palindrome.schema.compare.PartMatching;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object that is on both sides and differs, with what belongs together of its parts. */
final class ObjectPair {

    private final SchemaObject expected;
    private final SchemaObject actual;
    private final PartMatching matching;
    private final Map<SchemaObject, List<Difference>> byPart = new IdentityHashMap<>();
    private final List<Changed> own = new ArrayList<>();
    private final Map<SchemaObject, SchemaObject> expectedOf = new IdentityHashMap<>();

    ObjectPair(SchemaObject expected, SchemaObject actual, List<Difference> differences, NameRule names) {
        this.expected = expected;
        this.actual = actual;
        this.matching = new PartMatching(expected.parts(), actual.parts(), names);
        matching.pairs().forEach(pair -> expectedOf.put(pair.actual(), pair.expected()));
        differences.forEach(this::sort);
    }

    private void sort(Difference difference) {
        if (difference.part().isPresent()) {
            byPart.computeIfAbsent(difference.part().get(), first -> new ArrayList<>())
                    .add(difference);
        } else if (difference instanceof Changed changed) {
            own.add(changed);
        }
    }

    SchemaObject expected() {
        return expected;
    }

    SchemaObject actual() {
        return actual;
    }

    /** How the object itself differs, its parts aside. */
    List<Changed> own() {
        return own;
    }

    List<SchemaObject> missing() {
        return matching.missing();
    }

    List<SchemaObject> extra() {
        return matching.extra();
    }

    /** Parts that are on both sides and differ. */
    List<PartMatching.Pair> changed() {
        return matching.pairs().stream()
                .filter(pair -> byPart.containsKey(pair.expected()))
                .toList();
    }

    /** How a part differs. */
    List<Difference> differences(SchemaObject expectedPart) {
        return byPart.getOrDefault(expectedPart, List.of());
    }

    /** The new name and the old one, if a part has but another name and both were given by somebody. */
    Optional<Renamed> renaming(SchemaObject expectedPart) {
        List<Difference> all = differences(expectedPart);
        return all.size() == 1 && all.get(0) instanceof Renamed renamed
                ? Optional.of(renamed)
                        .filter(known ->
                                known.expected().isPresent() && known.actual().isPresent())
                : Optional.empty();
    }

    /** What shall be there instead of an actual part. */
    Optional<SchemaObject> expectedOf(SchemaObject actualPart) {
        return Optional.ofNullable(expectedOf.get(actualPart));
    }
}
