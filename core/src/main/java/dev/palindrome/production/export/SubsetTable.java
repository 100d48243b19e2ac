package dev.palindrome.production.export;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.UniqueKey;
import dev.palindrome.sql.DeclaredType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table of which rows are exported.
 *
 * @param number from 1, in the order in which tables were found
 * @param table as the database has it
 * @param chosen missing where it comes along because others reference it
 * @param key the columns that tell its rows apart, of which none takes NULL; empty if there are none
 * @param rows which of them
 */
public record SubsetTable(int number, Table table, Optional<ChosenTable> chosen, List<String> key, Rows rows) {

    /** Which rows of a table are exported. */
    public enum Rows {
        /** All. */
        ALL,
        /** Those whose keys are in a table of keys. */
        OF_KEYS,
        /** Those of a query: no other table needs to know which they are. */
        OF_QUERY
    }

    static SubsetTable of(int number, Table table, Optional<ChosenTable> chosen) {
        List<String> key = key(table);
        Rows rows = key.isEmpty() ? Rows.OF_QUERY : Rows.OF_KEYS;
        boolean isWhole = chosen.map(ChosenTable::isWhole).orElse(key.isEmpty());
        return new SubsetTable(number, table, chosen, key, isWhole ? Rows.ALL : rows);
    }

    private static List<String> key(Table table) {
        return Stream.concat(table.primaryKey().stream(), table.uniqueKeys().stream())
                .filter(key -> key.filter().isEmpty() && !key.object().is(Property.DISABLED))
                .map(UniqueKey::columns)
                .filter(columns -> !columns.isEmpty()
                        && table.columns().stream()
                                        .filter(column -> tellsApart(column) && columns.contains(column.name()))
                                        .count()
                                == columns.size())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * A table of keys can hold neither values that the server alone writes (Microsoft: rowversion-transact-sql), nor can it put
     * encrypted ones in order (Microsoft: always-encrypted-database-engine, limitations).
     */
    private static boolean tellsApart(Column column) {
        return !column.isNullable()
                && column.object().get(Property.ENCRYPTED).isEmpty()
                && column.type().filter(DeclaredType::isRowversion).isEmpty();
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
