package dev.palindrome.roundtrip.pass;

import dev.palindrome.schema.Table;
import dev.palindrome.seed.RowKind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which rows are generated: all, but for those that a migration refuses. Immutable.
 *
 * @param leftOut rows that are not generated
 * @param leftEmpty tables without any, because a migration's own rows collide with whatever is generated
 */
record RowSelection(Set<Unit> leftOut, Set<String> leftEmpty) {

    static final RowSelection ALL = new RowSelection(Set.of(), Set.of());

    RowSelection {
        leftOut = Set.copyOf(leftOut);
        leftEmpty = Set.copyOf(leftEmpty);
    }

    /**
     * The row of one kind in one table.
     *
     * @param table schema and name in small letters
     * @param kind which row
     */
    record Unit(String table, RowKind kind) {
        static Unit of(Table table, RowKind kind) {
            return new Unit(key(table), kind);
        }
    }

    static String key(Table table) {
        return table.toString().toLowerCase(Locale.ROOT);
    }

    RowSelection without(Collection<Unit> units) {
        Set<Unit> all = new HashSet<>(leftOut);
        all.addAll(units);
        return new RowSelection(all, leftEmpty);
    }

    /** @param table schema and name in small letters */
    RowSelection leavingEmpty(String table) {
        Set<String> all = new HashSet<>(leftEmpty);
        all.add(table);
        return new RowSelection(leftOut, all);
    }

    boolean leavesEmpty(Table table) {
        return leftEmpty.contains(key(table)) || kinds(table).isEmpty();
    }

    Set<RowKind> kinds(Table table) {
        Set<RowKind> kinds = EnumSet.allOf(RowKind.class);
        kinds.removeIf(kind -> leftOut.contains(Unit.of(table, kind)));
        return kinds;
    }
}
