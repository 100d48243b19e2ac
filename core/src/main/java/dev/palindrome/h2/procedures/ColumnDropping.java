package dev.palindrome.h2.procedures;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.Recorded;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** DROP COLUMN as SQL Server does it: not while anything depends on the column. */
final class ColumnDropping {

    private final H2Table table;

    ColumnDropping(H2Table table) {
        this.table = table;
    }

    void drop(String column, boolean ifExists) throws SQLException {
        Optional<Recorded> recorded = table.column(column);
        if (recorded.isEmpty() && ifExists) {
            return;
        }
        table.requireColumn(column, "DROP COLUMN");
        DependentViews views = DependentViews.of(table);
        List<H2ColumnDependents.Dependent> dependents = H2ColumnDependents.of(table, column, recorded.get(), views);
        if (!dependents.isEmpty()) {
            throw TsqlError.of(
                    5074,
                    dependents.stream().map(d -> d.sentence(column)).collect(Collectors.joining(" "))
                            + " Msg 4922: ALTER TABLE DROP COLUMN " + column
                            + " failed because one or more objects access this column.");
        }
        views.aside(() -> table.execute("ALTER TABLE " + table.h2() + " DROP COLUMN " + QuotedName.of(column)));
    }
}
