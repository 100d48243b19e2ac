package dev.palindrome.reset.sqlserver;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What has to be known of a database's schema to put rows back. Holds for as long as the schema does not change.
 *
 * @param tables by object_id
 * @param policies what predicates of security policies say, in order
 * @param foreignKeys that are held to
 * @param untrustedChecks names, by object_id of the table
 * @param triggers that fire, by object_id of the table
 * @param databaseTriggers that fire when the schema is changed, as T-SQL takes them
 * @param periods of tables
 * @param untold what the server has not told of all this, without which no table goes back alone
 */
record SqlServerLayout(
        Map<Integer, SqlServerTable> tables,
        List<String> policies,
        List<SqlServerForeignKey> foreignKeys,
        Map<Integer, List<String>> untrustedChecks,
        Map<Integer, List<String>> triggers,
        List<String> databaseTriggers,
        List<SqlServerPeriod> periods,
        List<String> untold) {

    SqlServerTable table(int id) {
        return Objects.requireNonNull(tables.get(id), () -> "No table has the object_id " + id);
    }

    List<SqlServerTable> tables(Collection<Integer> ids) {
        return ids.stream().map(this::table).toList();
    }

    List<SqlServerPeriod> periodsOf(Collection<Integer> written) {
        return periods.stream().filter(period -> period.isOfAny(written)).toList();
    }

    /** A table and its history go together. */
    Set<Integer> withHistories(Collection<Integer> written) {
        Set<Integer> all = new LinkedHashSet<>(written);
        for (SqlServerPeriod period : periodsOf(written)) {
            all.add(period.table());
            period.history().ifPresent(all::add);
        }
        return all;
    }

    /** The table whose history this is. */
    Optional<SqlServerTable> currentOf(SqlServerTable history) {
        return periods.stream()
                .filter(period -> period.history().equals(OptionalInt.of(history.id())))
                .findFirst()
                .map(period -> table(period.table()));
    }

    /** Those of the given tables that come back only with the whole database; a table goes with its history. */
    List<SqlServerTable> unmovable(Collection<Integer> written) {
        return tables(withHistories(written)).stream()
                .filter(table -> !untold.isEmpty() || !table.isMovable())
                .toList();
    }

    /** The tables that come back one by one. */
    List<SqlServerTable> movable() {
        return tables.values().stream()
                .filter(table -> unmovable(Set.of(table.id())).isEmpty())
                .toList();
    }
}
