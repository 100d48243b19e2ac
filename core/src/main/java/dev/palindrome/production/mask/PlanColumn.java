package dev.palindrome.production.mask;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.DeclaredType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param table whose it is
 * @param column itself
 * @param type that it is of, or that the user's own type stands for; missing for a computed column
 */
record PlanColumn(Table table, Column column, Optional<DeclaredType> type) {

    /** What tells it from others, whatever the case in which a foreign key names it. */
    String key() {
        return key(table.schema(), table.name(), column.name());
    }

    static String key(String schema, String table, String column) {
        return BracketedName.of(List.of(schema, table, column)).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return BracketedName.readable(List.of(table.schema(), table.name(), column.name()));
    }
}
