package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.Migration;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.NamedRows;
import dev.palindrome.seed.RowDemands;
import dev.palindrome.seed.RowKind;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which rows are generated: all, but for those that a migration refuses. Immutable.
 *
 * @param leftOut rows that are not generated
 * @param leftEmpty tables without any, because a migration's own rows collide with whatever is generated
 * @param fitted rows that satisfy the demands
 * @param demands what a migration demands of rows, where it refuses others
 * @param unfilled migrations whose new tables and columns are left as they are
 * @param named the rows that the scripts name
 */
record RowSelection(
        Set<Unit> leftOut,
        Set<String> leftEmpty,
        Set<Unit> fitted,
        RowDemands demands,
        Set<Migration> unfilled,
        NamedRows named) {

    /** All rows. */
    static RowSelection of(NamedRows named) {
        return new RowSelection(Set.of(), Set.of(), Set.of(), RowDemands.NONE, Set.of(), named);
    }

    RowSelection {
        leftOut = Set.copyOf(leftOut);
        leftEmpty = Set.copyOf(leftEmpty);
        fitted = Set.copyOf(fitted);
        unfilled = Set.copyOf(unfilled);
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
        return new RowSelection(all, leftEmpty, fitted, demands, unfilled, named);
    }

    /** With rows in the place of some that are left out, which satisfy what a migration demands of them. */
    RowSelection fitting(Collection<Unit> units, RowDemands wanted) {
        Set<Unit> still = new HashSet<>(leftOut);
        still.removeAll(units);
        Set<Unit> all = new HashSet<>(fitted);
        all.addAll(units);
        return new RowSelection(still, leftEmpty, all, demands.and(wanted), unfilled, named);
    }

    /** With some of those that were put in the place of others as they were in another selection. */
    RowSelection asIn(RowSelection other, Collection<Unit> units) {
        Set<Unit> all = new HashSet<>(fitted);
        all.removeIf(unit -> units.contains(unit) && !other.fitted.contains(unit));
        return new RowSelection(leftOut, leftEmpty, all, demands, unfilled, named).with(units);
    }

    /** Where fitted rows satisfy other demands. */
    RowSelection demanding(RowDemands others) {
        return new RowSelection(leftOut, leftEmpty, fitted, others, unfilled, named);
    }

    /** With all of some that are left out. */
    RowSelection with(Collection<Unit> units) {
        Set<Unit> still = new HashSet<>(leftOut);
        still.removeAll(units);
        return new RowSelection(still, leftEmpty, fitted, demands, unfilled, named);
    }

    /** With nothing in what a migration has made but what it puts there itself. */
    RowSelection leavingUnfilled(Migration migration) {
        Set<Migration> all = new HashSet<>(unfilled);
        all.add(migration);
        return new RowSelection(leftOut, leftEmpty, fitted, demands, all, named);
    }

    /** @param table schema and name in small letters */
    RowSelection leavingEmpty(String table) {
        Set<String> all = new HashSet<>(leftEmpty);
        all.add(table);
        return new RowSelection(leftOut, all, fitted, demands, unfilled, named);
    }

    boolean leavesEmpty(Table table) {
        return leftEmpty.contains(key(table)) || kinds(table).isEmpty();
    }

    Set<RowKind> kinds(Table table) {
        Set<RowKind> kinds = named.kinds(table);
        kinds.removeIf(kind -> leftOut.contains(Unit.of(table, kind)));
        return kinds;
    }

    Set<RowKind> fittedKinds(Table table) {
        Set<RowKind> kinds = kinds(table);
        kinds.removeIf(kind -> !fitted.contains(Unit.of(table, kind)));
        return kinds;
    }
}
