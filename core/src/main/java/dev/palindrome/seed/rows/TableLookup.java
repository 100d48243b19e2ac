package dev.palindrome.seed.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds tables and columns by the names that users write. */
public final class TableLookup {

    private TableLookup() {}

    public static Table table(SchemaSnapshot schema, String written) {
        TableName name = TableName.parse(written.strip());
        List<Table> alike = schema.tables().stream()
                .filter(table -> table.schema().equalsIgnoreCase(name.schema())
                        && table.name().equalsIgnoreCase(name.name()))
                .toList();
        return alike.stream()
                .filter(table -> table.name().equals(name.name()))
                .findFirst()
                .or(() -> alike.stream().findFirst())
                .orElseThrow(() -> new SeedException("There is no table %s. There are: %s."
                        .formatted(
                                name,
                                schema.tables().stream().map(Table::toString).collect(Collectors.joining(", ")))));
    }

    public static Column column(Table table, String written) {
        Column found = named(table, written)
                .or(() -> named(table, TableName.parse(written.strip()).name()))
                .orElseThrow(() -> new SeedException("%s has no column %s. It has: %s."
                        .formatted(
                                table,
                                written,
                                table.columns().stream().map(Column::name).collect(Collectors.joining(", ")))));
        if (!TableColumns.isWritable(found) && found.identity().isEmpty()) {
            throw new SeedException("%s.%s cannot be given a value: the server makes it. Leave the column out."
                    .formatted(table, found.name()));
        }
        return found;
    }

    private static Optional<Column> named(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
