package dev.palindrome.seed;

import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.TableName;
import java.util.List;
import java.util.stream.Collectors;

/** Finds tables by the names that users write. */
final class TableLookup {

    private TableLookup() {}

    static Table find(SchemaSnapshot schema, String written) {
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
}
