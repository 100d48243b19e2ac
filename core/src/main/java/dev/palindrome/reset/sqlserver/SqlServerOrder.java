package dev.palindrome.reset.sqlserver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Written tables in an order in which rows can be put in, and the foreign keys that have to be off meanwhile: those from
 * tables that stay as they are, those that lead round in a circle, and those that are not trusted, because the rows may
 * break them. A trusted key from a table to itself does no harm, since one statement moves all rows.
 *
 * @param tables object_ids, the referenced before the referencing
 * @param switchedOff while rows are moved
 */
record SqlServerOrder(List<Integer> tables, List<SqlServerForeignKey> switchedOff) {

    static SqlServerOrder of(Collection<Integer> written, List<SqlServerForeignKey> foreignKeys) {
        List<SqlServerForeignKey> inside = new ArrayList<>();
        List<SqlServerForeignKey> off = new ArrayList<>();
        for (SqlServerForeignKey key : foreignKeys) {
            boolean leaves = written.contains(key.table());
            boolean arrives = written.contains(key.referenced());
            if (leaves ? !key.isTrusted() : arrives) {
                off.add(key);
            } else if (leaves && arrives && key.table() != key.referenced()) {
                inside.add(key);
            }
        }
        return ordered(written, inside, off);
    }

    private static SqlServerOrder ordered(
            Collection<Integer> written, List<SqlServerForeignKey> inside, List<SqlServerForeignKey> off) {
        Set<Integer> left = new LinkedHashSet<>(written);
        List<Integer> tables = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Integer> free = left.stream()
                    .filter(table ->
                            inside.stream().noneMatch(key -> key.table() == table && left.contains(key.referenced())))
                    .toList();
            if (free.isEmpty()) {
                free = List.of(left.iterator().next()); // somewhere in or behind a circle
                int opened = free.get(0);
                inside.stream()
                        .filter(key -> key.table() == opened && left.contains(key.referenced()))
                        .forEach(off::add);
            }
            tables.addAll(free);
            left.removeAll(free);
        }
        return new SqlServerOrder(List.copyOf(tables), List.copyOf(off));
    }
}
