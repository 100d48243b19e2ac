package dev.palindrome.seed.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.sql.TableName;
import dev.palindrome.text.NearestName;
import java.util.Comparator;
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
                .orElseThrow(() -> unknown(schema, name));
    }

    private static SeedException unknown(SchemaSnapshot schema, TableName name) {
        String tables = schema.tables().stream().map(Table::toString).collect(Collectors.joining(", "));
        return new SeedException(
                "There is no table %s%s. There are: %s.".formatted(name, question(schema, name), tables));
    }

    /** Asks, behind the name of a table that there is not, whether one is meant that there is; empty where none is like it. */
    public static String question(SchemaSnapshot schema, TableName name) {
        return NearestName.of(
                        name.name(), schema.tables().stream().map(Table::name).toList())
                .flatMap(near -> schema.tables().stream()
                        .filter(table -> table.name().equals(near))
                        .min(Comparator.comparing(table -> !table.schema().equalsIgnoreCase(name.schema()))))
                .map(" (is %s meant?)"::formatted)
                .orElse("");
    }

    private static SeedException unknown(Table table, String column) {
        List<String> columns = table.columns().stream().map(Column::name).toList();
        return new SeedException("%s has no column %s%s. It has: %s."
                .formatted(table, column, NearestName.question(column, columns), String.join(", ", columns)));
    }

    public static Column column(Table table, String written) {
        Column found = named(table, written)
                .or(() -> named(table, TableName.parse(written.strip()).name()))
                .orElseThrow(() -> unknown(table, written));
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
