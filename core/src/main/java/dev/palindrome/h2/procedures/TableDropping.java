package dev.palindrome.h2.procedures;

import dev.palindrome.h2.procedures.object.BoundModules;
import dev.palindrome.h2.procedures.object.DependentViews;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.H2View;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.h2.temporal.TemporalTable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** DROP TABLE as SQL Server does it. */
final class TableDropping {

    /** H2's number for no such table. */
    private static final int NOT_FOUND = 42102;

    private final H2Table table;

    TableDropping(H2Table table) {
        this.table = table;
    }

    void drop(boolean ifExists) throws SQLException {
        Optional<TemporalTable> temporal = TemporalTable.find(table.connection(), table.schema(), table.name());
        if (temporal.isPresent()) {
            temporal.get().requireDroppable();
        }
        refuse("DROP TABLE", table, BoundModules.to(table));
        dropTable(ifExists);
        ObjectRecording.removeWith(table);
    }

    private void dropTable(boolean ifExists) throws SQLException {
        String drop = "DROP TABLE " + (ifExists ? "IF EXISTS " : "") + table.h2() + " RESTRICT";
        try {
            table.execute(drop);
        } catch (SQLException e) {
            if (!DependentViews.isNeeded(e)) {
                throw inTsql(e);
            }
            refuseReferenced();
            DependentViews views = DependentViews.of(table);
            refuse("DROP TABLE", table, views.bound());
            views.aside(() -> table.execute(drop));
        }
    }

    private SQLException inTsql(SQLException e) {
        return e.getErrorCode() == NOT_FOUND
                ? TsqlError.of(
                        3701,
                        "Cannot drop the table '" + table.name()
                                + "', because it does not exist or you do not have permission.")
                : e;
    }

    private void refuseReferenced() throws SQLException {
        if (!H2ColumnDependents.foreignKeysTo(table).isEmpty()) {
            throw TsqlError.of(
                    3726,
                    "Could not drop object '" + table.name()
                            + "' because it is referenced by a FOREIGN KEY constraint.");
        }
    }

    static void refuse(String what, H2Table object, List<H2View> bound) throws SQLException {
        if (!bound.isEmpty()) {
            throw referenced(what, object, bound.get(0).name());
        }
    }

    static SQLException referenced(String what, H2Table object, String by) {
        return TsqlError.of(
                3729,
                "Cannot " + what + " '" + object.name() + "' because it is being referenced by object '" + by + "'.");
    }
}
