package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.ForeignKeyDefinition;
import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.procedures.object.H2Comment;
import dev.palindrome.h2.procedures.object.H2Constraint;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.HiddenColumn;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.h2.temporal.TemporalTable;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** DROP CONSTRAINT as SQL Server does it: a default is a constraint too. */
final class ConstraintDropping {

    /** H2's number for a key that a foreign key needs. */
    private static final int NEEDED = 90152;

    /** H2's number for a constraint that is not there. */
    private static final int NOT_FOUND = 90057;

    private final H2Table table;

    ConstraintDropping(H2Table table) {
        this.table = table;
    }

    void drop(String name, boolean ifExists) throws SQLException {
        ColumnDefaults defaults = new ColumnDefaults(table);
        Optional<String> column = defaults.columnOf(name);
        if (column.isPresent()) {
            defaults.drop(column.get());
        } else {
            dropInH2(name, ifExists);
        }
    }

    /** Asks without doing anything. */
    void require(String name, boolean ifExists) throws SQLException {
        if (new ColumnDefaults(table).columnOf(name).isPresent()) {
            return;
        }
        Optional<H2Constraint> constraint = H2Constraint.of(table).stream()
                .filter(known -> known.name().equalsIgnoreCase(name) && !known.isHidden())
                .findFirst();
        if (constraint.isEmpty() && !ifExists) {
            throw missing(name);
        }
        if (constraint.isPresent() && constraint.get().isReferenced()) {
            throw referenced(name);
        }
    }

    private static SQLException missing(String name) {
        return TsqlError.of(3728, "'" + name + "' is not a constraint.");
    }

    private static SQLException referenced(String name) {
        return TsqlError.of(3725, "The constraint '" + name + "' is being referenced by a foreign key constraint.");
    }

    private void dropInH2(String name, boolean ifExists) throws SQLException {
        requireNoNeededKey(name);
        List<String> columns = hiddenColumns(name);
        requireNothingOnIt(name);
        try {
            table.execute("ALTER TABLE " + table.h2() + " DROP CONSTRAINT " + QuotedName.of(name));
        } catch (SQLException e) {
            if (e.getErrorCode() == NEEDED) {
                throw referenced(name);
            }
            if (e.getErrorCode() != NOT_FOUND) {
                throw e;
            }
            if (!ifExists) {
                throw missing(name);
            }
        }
        HiddenColumn.drop(table, columns);
    }

    private void requireNothingOnIt(String name) throws SQLException {
        boolean primary = H2Comment.find(table.connection(), "CONSTRAINT", table.schema(), name)
                .filter(found -> found.definition().contains(" PRIMARY KEY("))
                .isPresent();
        if (primary) {
            RecordedParts.of(table).requireNotStandingOnPrimaryKey(name);
        }
    }

    /** A table with a history keeps its primary key. */
    private void requireNoNeededKey(String name) throws SQLException {
        Optional<TemporalTable> temporal = TemporalTable.find(table.connection(), table.schema(), table.name());
        boolean key = temporal.isPresent()
                && table.parts().stream()
                        .anyMatch(part ->
                                part.kind().equals("PRIMARY KEY") && part.name().equalsIgnoreCase(name));
        if (key) {
            temporal.get().requireKeyDroppable();
        }
    }

    /** The column that stands for one of a foreign key that is switched off. */
    private List<String> hiddenColumns(String name) throws SQLException {
        if (table.columns().stream().noneMatch(H2Column::hidden)) {
            return List.of();
        }
        for (H2Constraint constraint : H2Constraint.of(table)) {
            if (constraint.name().equalsIgnoreCase(name)
                    && constraint.isForeignKey()
                    && constraint.recorded().is(Fact.DISABLED)) {
                return ForeignKeyDefinition.parse(constraint.definition()).columns();
            }
        }
        return List.of();
    }
}
