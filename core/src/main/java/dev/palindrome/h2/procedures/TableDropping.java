package dev.palindrome.h2.procedures;

import java.sql.SQLException;

/** DROP TABLE as SQL Server does it. */
final class TableDropping {

    /** H2's numbers: no such table; something else depends on it. */
    private static final int NOT_FOUND = 42102;

    private static final int NEEDED = 90107;

    private final H2Table table;

    TableDropping(H2Table table) {
        this.table = table;
    }

    void drop(boolean ifExists) throws SQLException {
        try {
            table.execute("DROP TABLE " + (ifExists ? "IF EXISTS " : "") + table.h2() + " RESTRICT");
        } catch (SQLException e) {
            throw inTsql(e);
        }
    }

    private SQLException inTsql(SQLException e) throws SQLException {
        if (e.getErrorCode() == NOT_FOUND) {
            return TsqlError.of(
                    3701,
                    "Cannot drop the table '" + table.name()
                            + "', because it does not exist or you do not have permission.");
        }
        if (e.getErrorCode() != NEEDED) {
            return e;
        }
        boolean referenced = !H2ColumnDependents.foreignKeysTo(table).isEmpty();
        return referenced
                ? TsqlError.of(
                        3726,
                        "Could not drop object '" + table.name()
                                + "' because it is referenced by a FOREIGN KEY constraint.")
                : TsqlError.needsSqlServer("Table '" + table.name() + "' is used by a view: drop the view first.");
    }
}
