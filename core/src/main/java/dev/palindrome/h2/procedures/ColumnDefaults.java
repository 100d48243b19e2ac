package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;
import java.util.Optional;

/** Default constraints: H2 has the default, the column's record has its name. */
public final class ColumnDefaults {

    private final H2Table table;

    public ColumnDefaults(H2Table table) {
        this.table = table;
    }

    void add(String column, String expression, Recorded defaultValue) throws SQLException {
        Recorded recorded = table.requireColumn(column, "ADD DEFAULT");
        refuseWhereThereIsNone(column, recorded);
        if (recorded.get(Fact.DEFAULT_NAME).isPresent()) {
            throw TsqlError.of(1781, "Column already has a DEFAULT bound to it.");
        }
        for (Fact fact : defaultValue.facts().keySet()) {
            recorded = recorded.with(fact, defaultValue.facts().get(fact));
        }
        if (recorded.get(Fact.GENERATED).isEmpty()) { // else H2 goes on seeing that nothing was given
            table.alterColumn(column, "SET DEFAULT " + expression);
        }
        table.record(column, recorded);
    }

    private void refuseWhereThereIsNone(String column, Recorded recorded) throws SQLException {
        String where = " Table '" + table.name() + "', column '" + column + "'.";
        if (table.h2Column(column).filter(H2Column::identity).isPresent()) {
            throw TsqlError.of(1754, "Defaults cannot be created on columns with an IDENTITY attribute." + where);
        }
        if (recorded.get(Fact.TYPE)
                .filter(type -> DeclaredType.parse(type).isRowversion())
                .isPresent()) {
            throw TsqlError.of(1755, "Defaults cannot be created on columns of data type timestamp." + where);
        }
        if (recorded.get(Fact.COMPUTED).isPresent()) {
            throw TsqlError.of(
                    1752,
                    "Column '" + column + "' in table '" + table.name()
                            + "' is invalid for creating a default constraint.");
        }
    }

    /** The column whose default has this name. */
    public Optional<String> columnOf(String name) throws SQLException {
        for (H2Column column : table.columns()) {
            Optional<String> known = Recorded.parse(column.comment()).get(Fact.DEFAULT_NAME);
            if (known.isPresent() && known.get().equalsIgnoreCase(name)) {
                return Optional.of(column.name());
            }
        }
        return Optional.empty();
    }

    void drop(String column) throws SQLException {
        Recorded recorded = table.requireColumn(column, "DROP CONSTRAINT");
        if (recorded.get(Fact.GENERATED).isEmpty()) {
            table.alterColumn(column, "DROP DEFAULT");
        }
        table.record(
                column,
                recorded.without(Fact.DEFAULT, Fact.DEFAULT_NAME, Fact.DEFAULT_SYSTEM_NAMED, Fact.DEFAULT_PROPERTIES));
    }
}
