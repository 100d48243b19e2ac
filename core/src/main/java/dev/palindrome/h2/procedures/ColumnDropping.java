package dev.palindrome.h2.procedures;

import dev.palindrome.h2.procedures.object.DependentViews;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.h2.temporal.TemporalTable;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.Recorded;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** DROP COLUMN as SQL Server does it: not while anything depends on the column. */
final class ColumnDropping {

    private final H2Table table;

    ColumnDropping(H2Table table) {
        this.table = table;
    }

    void drop(String column, boolean ifExists) throws SQLException {
        if (ifExists && table.column(column).isEmpty()) {
            return;
        }
        Recorded recorded = table.requireColumn(column, "DROP COLUMN");
        Optional<TemporalTable> temporal = TemporalTable.find(table.connection(), table.schema(), table.name());
        if (temporal.isPresent()) {
            temporal.get().requireColumnDroppable(column);
        }
        requireIndependent(column, recorded, Set.of());
        Optional<ColumnDropping> history = temporal.flatMap(TemporalTable::history)
                .map(name -> new ColumnDropping(new H2Table(table.connection(), name.schema(), name.name())));
        if (history.isPresent()) {
            history.get().requireIndependent(column, Recorded.nothing(), Set.of());
            history.get().remove(column);
        }
        remove(column);
        if (temporal.isPresent()) {
            temporal.get().changed();
        }
    }

    /**
     * Asks without doing anything.
     *
     * @param going what goes before it by the same statement
     */
    void require(String column, boolean ifExists, Set<String> going) throws SQLException {
        if (ifExists && table.column(column).isEmpty()) {
            return;
        }
        Recorded recorded = table.requireColumn(column, "DROP COLUMN");
        Optional<TemporalTable> temporal = TemporalTable.find(table.connection(), table.schema(), table.name());
        if (temporal.isPresent()) {
            temporal.get().requireColumnDroppable(column);
        }
        requireIndependent(column, recorded, going);
    }

    private void requireIndependent(String column, Recorded recorded, Set<String> going) throws SQLException {
        DependentViews views = DependentViews.of(table);
        List<H2ColumnDependents.Dependent> dependents = H2ColumnDependents.of(table, column, recorded, views).stream()
                .filter(dependent -> !going.contains(dependent.name()))
                .toList();
        if (!dependents.isEmpty()) {
            throw TsqlError.of(
                    5074,
                    dependents.stream().map(d -> d.sentence(column)).collect(Collectors.joining(" "))
                            + " Msg 4922: ALTER TABLE DROP COLUMN " + column
                            + " failed because one or more objects access this column.");
        }
    }

    private void remove(String column) throws SQLException {
        if (TemporaryColumns.is(table)) {
            new TemporaryColumns(table).drop(column);
            return;
        }
        DependentViews.of(table)
                .aside(() -> table.execute("ALTER TABLE " + table.h2() + " DROP COLUMN " + QuotedName.of(column)));
    }
}
