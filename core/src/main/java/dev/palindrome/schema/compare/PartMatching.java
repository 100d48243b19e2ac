package dev.palindrome.schema.compare;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Finds for each part of an object its counterpart: by name; among constraints and indexes then by what they do; and at
 * last by columns, for a constraint without a name of its own.
 */
public final class PartMatching {

    /** Two that are the same thing. */
    public record Pair(SchemaObject expected, SchemaObject actual) {}

    private final NameRule names;
    private final List<Pair> pairs = new ArrayList<>();
    private final List<SchemaObject> missing = new ArrayList<>();
    private final List<SchemaObject> extra = new ArrayList<>();

    public PartMatching(List<SchemaObject> expected, List<SchemaObject> actual, NameRule names) {
        this.names = names;
        byName(expected, actual);
        pairUp(this::doTheSame);
        pairUp(this::areAboutTheSame);
    }

    public List<Pair> pairs() {
        return pairs;
    }

    public List<SchemaObject> missing() {
        return missing;
    }

    public List<SchemaObject> extra() {
        return extra;
    }

    private void byName(List<SchemaObject> expected, List<SchemaObject> actual) {
        Map<String, SchemaObject> named = new HashMap<>();
        for (SchemaObject part : actual) {
            if (!part.name().isEmpty()) {
                named.put(key(part), part);
            }
        }
        for (SchemaObject part : expected) {
            Optional<SchemaObject> counterpart =
                    part.name().isEmpty() ? Optional.empty() : Optional.ofNullable(named.remove(key(part)));
            counterpart.ifPresentOrElse(found -> pairs.add(new Pair(part, found)), () -> missing.add(part));
        }
        for (SchemaObject part : actual) {
            if (part.name().isEmpty() || named.get(key(part)) == part) {
                extra.add(part);
            }
        }
    }

    private String key(SchemaObject part) {
        return part.kind() + names.key(BracketedName.of(part.name()));
    }

    private void pairUp(BiPredicate<SchemaObject, SchemaObject> belong) {
        for (Iterator<SchemaObject> left = missing.iterator(); left.hasNext(); ) {
            SchemaObject part = left.next();
            Optional<SchemaObject> counterpart = extra.stream()
                    .filter(other -> other.kind() == part.kind() && belong.test(part, other))
                    .findFirst();
            if (counterpart.isPresent()) {
                pairs.add(new Pair(part, counterpart.get()));
                left.remove();
                extra.remove(counterpart.get());
            }
        }
    }

    private boolean doTheSame(SchemaObject one, SchemaObject other) {
        boolean nameable = one.kind().isConstraint() || one.kind() == ObjectKind.INDEX;
        return nameable
                && one.properties().keySet().equals(other.properties().keySet())
                && one.properties().entrySet().stream()
                        .allMatch(entry -> entry.getKey()
                                .comparison()
                                .same(
                                        entry.getValue(),
                                        Objects.requireNonNull(
                                                other.properties().get(entry.getKey())),
                                        names));
    }

    /** A table has but one primary key; a constraint that the system named is looked for by its columns. */
    private boolean areAboutTheSame(SchemaObject one, SchemaObject other) {
        if (one.kind() == ObjectKind.PRIMARY_KEY) {
            return true;
        }
        boolean unnamed = one.name().isEmpty() || other.name().isEmpty();
        return unnamed
                && one.kind().isConstraint()
                && one.get(Property.COLUMNS).isPresent()
                && names.key(one.get(Property.COLUMNS).orElse(""))
                        .equals(names.key(other.get(Property.COLUMNS).orElse("")));
    }
}
