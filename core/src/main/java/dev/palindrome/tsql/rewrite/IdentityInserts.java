package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.ObjectName;
import java.util.ArrayList;
import java.util.List;

/** For which tables a script has IDENTITY_INSERT on. */
final class IdentityInserts {

    private final List<ObjectName> tables = new ArrayList<>();

    void on(ObjectName table) {
        off(table);
        tables.add(table);
    }

    void off(ObjectName table) {
        tables.removeIf(other -> isSame(table, other));
    }

    boolean isOn(ObjectName table) {
        return tables.stream().anyMatch(other -> isSame(table, other));
    }

    /** As far as the script tells, which may say so behind an IF that does not hold. */
    boolean isOnForAnother(ObjectName table) {
        return tables.stream().anyMatch(other -> !isSame(table, other));
    }

    /** Those for which it is on, as they were named. */
    List<ObjectName> tables() {
        return List.copyOf(tables);
    }

    /** Case does not matter, and a schema that is left out may be any. */
    private static boolean isSame(ObjectName one, ObjectName other) {
        return one.name().equalsIgnoreCase(other.name())
                && (one.schema() == null
                        || other.schema() == null
                        || one.schema().equalsIgnoreCase(other.schema()));
    }
}
