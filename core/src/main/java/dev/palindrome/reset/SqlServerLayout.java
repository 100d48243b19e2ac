package dev.palindrome.reset;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What has to be known of a database's schema to put rows back. Holds for as long as the schema does not change.
 *
 * @param tables by object_id
 * @param foreignKeys that are held to
 * @param untrustedChecks names, by object_id of the table
 * @param triggers that fire, by object_id of the table
 * @param histories of temporal tables
 */
record SqlServerLayout(
        Map<Integer, SqlServerTable> tables,
        List<SqlServerForeignKey> foreignKeys,
        Map<Integer, List<String>> untrustedChecks,
        Map<Integer, List<String>> triggers,
        List<SqlServerHistory> histories) {

    SqlServerTable table(int id) {
        return Objects.requireNonNull(tables.get(id), () -> "No table has the object_id " + id);
    }

    List<SqlServerTable> tables(Collection<Integer> ids) {
        return ids.stream().map(this::table).toList();
    }

    List<SqlServerHistory> historiesOf(Collection<Integer> written) {
        return histories.stream()
                .filter(history -> written.contains(history.table()) || written.contains(history.history()))
                .toList();
    }

    /** A table and its history go together. */
    Set<Integer> withHistories(Collection<Integer> written) {
        Set<Integer> all = new LinkedHashSet<>(written);
        historiesOf(written).forEach(history -> Collections.addAll(all, history.table(), history.history()));
        return all;
    }

    /** Those of the given tables that come back only with the whole database; a table goes with its history. */
    List<SqlServerTable> unmovable(Collection<Integer> written) {
        return tables(withHistories(written)).stream()
                .filter(table -> !table.isMovable())
                .toList();
    }

    /** The tables that come back one by one. */
    List<SqlServerTable> movable() {
        return tables.values().stream()
                .filter(table -> unmovable(Set.of(table.id())).isEmpty())
                .toList();
    }
}
