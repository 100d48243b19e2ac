package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.h2.temporal.TemporalTable;
import java.sql.SQLException;
import java.util.Optional;

/** TRUNCATE TABLE, which on SQL Server takes tables that reference themselves, on H2 not. */
final class TableTruncating {

    /** H2's numbers: no such table; a foreign key is in the way. */
    private static final int NOT_FOUND = 42102;

    private static final int REFERENCED = 90106;

    private final H2Table table;

    TableTruncating(H2Table table) {
        this.table = table;
    }

    void truncate() throws SQLException {
        Optional<TemporalTable> temporal = TemporalTable.find(table.connection(), table.schema(), table.name());
        if (temporal.isPresent()) {
            temporal.get().requireTruncatable();
        }
        try {
            table.execute("TRUNCATE TABLE " + table.h2() + " RESTART IDENTITY");
        } catch (SQLException e) {
            recover(e);
        }
        new IdentityInsert(table).forgetReseeding();
    }

    private void recover(SQLException e) throws SQLException {
        if (e.getErrorCode() == NOT_FOUND) {
            throw TsqlError.of(
                    4701,
                    "Cannot find the object \"" + table.name()
                            + "\" because it does not exist or you do not have permissions.");
        }
        if (e.getErrorCode() != REFERENCED) {
            throw e;
        }
        if (!H2ColumnDependents.foreignKeysTo(table).isEmpty()) {
            throw TsqlError.of(
                    4712,
                    "Cannot truncate table '" + table.name()
                            + "' because it is being referenced by a FOREIGN KEY constraint.");
        }
        table.execute("DELETE FROM " + table.h2());
        for (H2Column column : table.columns()) {
            if (column.identity()) {
                table.alterColumn(column.name(), "RESTART");
            }
        }
    }
}
