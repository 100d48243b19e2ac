package dev.palindrome.h2.procedures;

import dev.palindrome.h2.procedures.object.DependentViews;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.sql.SqlRunner;
import java.sql.SQLException;

/**
 * H2's IGNORECASE turns every VARCHAR in a definition into one that ignores case; this gets round it. A CHAR ignores case by how
 * the database compares, all of them or none, and becomes a VARCHAR, which compares the same but for case: blanks at the end do
 * not count there either, though they are not there when it is read.
 */
final class CaseSensitiveColumns {

    private static final String SETTING =
            "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'IGNORECASE'";

    private final H2Table table;

    CaseSensitiveColumns(H2Table table) {
        this.table = table;
    }

    void setType(String column, String type) throws SQLException {
        boolean ignored = ignoresCase();
        counting(() -> table.alterColumn(
                column, "SET DATA TYPE " + (ignored ? type.replaceFirst("^CHAR\\(", "VARCHAR(") : type)));
    }

    /** Makes a change in which VARCHAR counts case. */
    void counting(DependentViews.Change change) throws SQLException {
        boolean ignored = ignoresCase();
        if (ignored) {
            table.execute("SET IGNORECASE FALSE");
        }
        try {
            change.make();
        } finally {
            if (ignored) {
                table.execute("SET IGNORECASE TRUE");
            }
        }
    }

    private boolean ignoresCase() throws SQLException {
        return SqlRunner.on(table.connection())
                .query(SETTING)
                .first(row -> row.getString(1))
                .filter(value -> !value.equalsIgnoreCase("FALSE") && !value.equals("0"))
                .isPresent();
    }
}
