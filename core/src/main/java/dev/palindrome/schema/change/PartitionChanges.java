package dev.palindrome.schema.change;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.PartitionBoundaries;
import dev.palindrome.tsql.PartitionBoundary;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Limits of partition functions that come and go, and the file groups of the schemes that stand on them: what is too much is
 * merged away first, then each new part is split off into the file group where it belongs (Microsoft:
 * alter-partition-function-transact-sql, alter-partition-scheme-transact-sql).
 */
final class PartitionChanges {

    /** A scheme as it becomes, step by step. */
    private static final class Scheme {

        private final String name;
        private final List<String> groups;
        private final List<String> expected;

        Scheme(SchemaObject actual, SchemaObject expected) {
            this.name = BracketedName.of(expected.name());
            this.groups = new ArrayList<>(groups(actual));
            this.expected = groups(expected);
        }
    }

    private final ChangedObjects objects;
    private final ChangeScript script;

    PartitionChanges(ChangedObjects objects, ChangeScript script) {
        this.objects = objects;
        this.script = script;
    }

    /** Whether statements for these differences can be written. */
    static boolean knows(ObjectPair pair) {
        return switch (pair.expected().kind()) {
            case PARTITION_FUNCTION ->
                pair.own().stream().allMatch(changed -> changed.property() == Property.BOUNDARIES)
                        && side(pair.expected()).equals(side(pair.actual()))
                        && !side(pair.expected()).isEmpty();
            case PARTITION_SCHEME -> function(pair.expected()).equalsIgnoreCase(function(pair.actual()));
            default -> false;
        };
    }

    private static String side(SchemaObject function) {
        String limits = function.get(Property.BOUNDARIES).orElse("(");
        return limits.substring(0, limits.indexOf('('));
    }

    private static String function(SchemaObject scheme) {
        return scheme.get(Property.VALUE)
                .map(value -> TokenReader.ofName(value).identifier())
                .orElse("");
    }

    private static List<String> groups(SchemaObject scheme) {
        TokenReader reader = TokenReader.ofName(scheme.get(Property.VALUE).orElse("[]()"));
        reader.identifier();
        List<String> groups = new ArrayList<>();
        while (!reader.acceptSymbol(")")) {
            reader.next();
            groups.add(reader.identifier());
        }
        return groups;
    }

    /** With all schemes that stand on it. */
    void function(ObjectPair pair) {
        Optional<PartitionBoundaries> actual = boundaries(pair.actual());
        Optional<PartitionBoundaries> expected = boundaries(pair.expected());
        if (actual.isEmpty() || expected.isEmpty()) {
            pair.own().forEach(script::byHand);
            return;
        }
        List<Scheme> schemes = schemes(pair.expected());
        PartitionBoundaries limits = actual.get();
        for (PartitionBoundary limit : actual.get().all()) {
            if (expected.get().indexOf(limit) < 0) {
                limits = merge(pair.expected(), schemes, limits, limit);
            }
        }
        for (PartitionBoundary limit : expected.get().all()) {
            if (actual.get().indexOf(limit) < 0) {
                limits = split(pair.expected(), schemes, limits, limit);
            }
        }
        int partitions = limits.partitions();
        schemes.forEach(scheme -> settle(scheme, partitions));
    }

    private PartitionBoundaries merge(
            SchemaObject function, List<Scheme> schemes, PartitionBoundaries limits, PartitionBoundary limit) {
        int index = limits.indexOf(limit);
        alter(function, "MERGE", limit);
        int partition = limits.partitionOf(index);
        schemes.forEach(scheme -> scheme.groups.remove(partition));
        return limits.without(index);
    }

    private PartitionBoundaries split(
            SchemaObject function, List<Scheme> schemes, PartitionBoundaries limits, PartitionBoundary limit) {
        PartitionBoundaries more = limits.with(limit);
        int partition = more.partitionOf(more.indexOf(limit));
        for (Scheme scheme : schemes) {
            String group = scheme.expected.get(partition);
            nextUsed(scheme, limits.partitions(), Optional.of(group));
            scheme.groups.remove(limits.partitions());
            scheme.groups.add(partition, group);
        }
        alter(function, "SPLIT", limit);
        return more;
    }

    private void alter(SchemaObject function, String how, PartitionBoundary limit) {
        script.add(
                ChangePhase.CREATE_SCHEMA,
                "ALTER PARTITION FUNCTION " + BracketedName.of(function.name()) + "() " + how + " RANGE ("
                        + limit.text() + ")");
    }

    /** Of a scheme whose function stays as it is. */
    void scheme(ObjectPair pair) {
        Optional<SchemaObject> function = objects.expected().objects(ObjectKind.PARTITION_FUNCTION).stream()
                .filter(known -> known.simpleName().equalsIgnoreCase(function(pair.expected())))
                .findFirst();
        Optional<PartitionBoundaries> limits = function.flatMap(PartitionChanges::boundaries);
        if (limits.isEmpty()) {
            pair.own().forEach(script::byHand);
        } else if (function.flatMap(objects::pair)
                .filter(PartitionChanges::knows)
                .isEmpty()) {
            settle(new Scheme(pair.actual(), pair.expected()), limits.get().partitions());
        }
    }

    /** The file groups of parts cannot change but by merging and splitting them; that of the next one can. */
    private void settle(Scheme scheme, int partitions) {
        if (!scheme.groups.subList(0, partitions).equals(scheme.expected.subList(0, partitions))) {
            script.byHand("move the parts of the partition scheme " + scheme.name + " from "
                    + String.join(", ", scheme.groups) + " to " + String.join(", ", scheme.expected));
            return;
        }
        nextUsed(
                scheme,
                partitions,
                scheme.expected.size() > partitions ? Optional.of(scheme.expected.get(partitions)) : Optional.empty());
    }

    private void nextUsed(Scheme scheme, int partitions, Optional<String> group) {
        Optional<String> known =
                scheme.groups.size() > partitions ? Optional.of(scheme.groups.get(partitions)) : Optional.empty();
        if (known.map(PartitionChanges::folded).equals(group.map(PartitionChanges::folded))) {
            return;
        }
        while (scheme.groups.size() > partitions) {
            scheme.groups.remove(partitions);
        }
        group.ifPresent(scheme.groups::add);
        script.add(
                ChangePhase.CREATE_SCHEMA,
                "ALTER PARTITION SCHEME " + scheme.name + " NEXT USED"
                        + group.map(name -> " " + BracketedName.of(name)).orElse(""));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Optional<PartitionBoundaries> boundaries(SchemaObject function) {
        try {
            return Optional.of(PartitionBoundaries.parse(
                    function.get(Property.TYPE).orElse(""),
                    function.get(Property.BOUNDARIES).orElse("")));
        } catch (UntranslatableException e) {
            return Optional.empty();
        }
    }

    private List<Scheme> schemes(SchemaObject function) {
        List<Scheme> schemes = new ArrayList<>();
        for (SchemaObject expected : objects.expected().objects(ObjectKind.PARTITION_SCHEME)) {
            if (function(expected).equalsIgnoreCase(function.simpleName())) {
                objects.actual().objects(ObjectKind.PARTITION_SCHEME).stream()
                        .filter(actual -> actual.simpleName().equalsIgnoreCase(expected.simpleName()))
                        .findFirst()
                        .ifPresent(actual -> schemes.add(new Scheme(actual, expected)));
            }
        }
        return schemes;
    }
}
