package dev.palindrome.schema;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tables that no snapshot shall hold. */
record LeftOut(Set<String> keys) {

    static LeftOut nothing() {
        return new LeftOut(Set.of());
    }

    LeftOut and(Collection<TableName> tables) {
        Set<String> more = new HashSet<>(keys);
        tables.forEach(table -> more.add(key(table.parts())));
        return new LeftOut(Set.copyOf(more));
    }

    boolean has(SchemaObject object) {
        return object.kind() == ObjectKind.TABLE && keys.contains(key(object.name()));
    }

    /** Nobody tells two history tables by upper and lower case. */
    private static String key(List<String> name) {
        return NameRule.IGNORING_CASE.key(Names.bracketed(name));
    }
}
