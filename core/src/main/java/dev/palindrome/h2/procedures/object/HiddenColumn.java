package dev.palindrome.h2.procedures.object;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.HiddenName;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** A column that the front needs and nobody sees: no {@code SELECT *}, no INSERT without columns, no schema. */
public final class HiddenColumn {

    private HiddenColumn() {}

    /**
     * Makes one.
     *
     * @param expression what H2 computes it as
     * @return its name
     */
    public static String add(H2Table table, String type, String expression) throws SQLException {
        List<String> taken = table.columns().stream().map(H2Column::name).toList();
        int number = 1;
        while (taken.contains(HiddenName.of(number))) {
            number++;
        }
        String name = HiddenName.of(number);
        table.execute("ALTER TABLE " + table.h2() + " ADD COLUMN " + QuotedName.of(name) + " " + type
                + " INVISIBLE GENERATED ALWAYS AS (" + expression + ")");
        return name;
    }

    /** Drops those among some columns that are hidden. */
    public static void drop(H2Table table, Collection<String> columns) throws SQLException {
        for (String column : columns) {
            if (HiddenName.is(column)) {
                table.execute("ALTER TABLE " + table.h2() + " DROP COLUMN " + QuotedName.of(column));
            }
        }
    }
}
