package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.H2Column;
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
