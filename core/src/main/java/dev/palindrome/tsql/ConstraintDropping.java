package dev.palindrome.tsql;

import java.sql.SQLException;
import java.util.Optional;

/** DROP CONSTRAINT as SQL Server does it: a default is a constraint too. */
final class ConstraintDropping {

    /** H2's number for a key that a foreign key needs. */
    private static final int NEEDED = 90152;

    private static final String CONSTRAINT = """
            SELECT CONSTRAINT_TYPE FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND CONSTRAINT_NAME = ?
            """;

    private final H2Table table;

    ConstraintDropping(H2Table table) {
        this.table = table;
    }

    void drop(String name, boolean ifExists) throws SQLException {
        if (!table.texts(CONSTRAINT, name).isEmpty()) {
            dropInH2(name);
            return;
        }
        ColumnDefaults defaults = new ColumnDefaults(table);
        Optional<String> column = defaults.columnOf(name);
        if (column.isPresent()) {
            defaults.drop(column.get());
        } else if (!ifExists) {
            throw TsqlError.of(3728, "'" + name + "' is not a constraint.");
        }
    }

    private void dropInH2(String name) throws SQLException {
        try {
            table.execute("ALTER TABLE " + table.h2() + " DROP CONSTRAINT " + SqlText.name(name));
        } catch (SQLException e) {
            throw e.getErrorCode() == NEEDED
                    ? TsqlError.of(
                            3725, "The constraint '" + name + "' is being referenced by a foreign key constraint.")
                    : e;
        }
    }
}
