package dev.palindrome.schema.read;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.text.ObjectBuilder;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whose a table is, and who may do what with it.
 *
 * @param owner in brackets
 * @param permissions their names, which begin with whoever has them, and states
 */
record H2TableGrants(Optional<String> owner, Map<List<String>, Optional<String>> permissions) {

    private static final String TABLES = "SELECT TABLE_SCHEMA, TABLE_NAME, REMARKS FROM INFORMATION_SCHEMA.TABLES";

    private static final String COLUMNS =
            "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, REMARKS FROM INFORMATION_SCHEMA.COLUMNS";

    static H2TableGrants of(SchemaObject table) {
        return new H2TableGrants(
                table.get(Property.OWNER),
                table.parts(ObjectKind.PERMISSION).stream()
                        .collect(Collectors.toMap(SchemaObject::name, part -> part.get(Property.VALUE))));
    }

    /** As they are now, out of comments alone: constraints, which cost the most, are not asked for. */
    static Map<TableName, H2TableGrants> read(H2InformationSchema rows, Collection<TableName> wanted)
            throws SQLException {
        Map<TableName, ObjectBuilder> tables = new HashMap<>();
        wanted.forEach(table -> tables.put(table, new ObjectBuilder(ObjectKind.TABLE, table.parts())));
        rows.ofTables(TABLES, "TABLE_NAME", row -> {
            Optional<ObjectBuilder> table = at(row, tables);
            if (table.isPresent()) {
                H2ExtendedProperties.add(table.get(), H2Record.of(row));
            }
        });
        rows.ofTables(COLUMNS, "TABLE_NAME", row -> {
            Optional<ObjectBuilder> table = at(row, tables);
            if (table.isPresent()) {
                H2ExtendedProperties.addOfColumn(table.get(), H2Record.of(row), row.getString("COLUMN_NAME"));
            }
        });
        Map<TableName, H2TableGrants> found = new HashMap<>();
        tables.forEach((name, table) -> found.put(name, of(table.build())));
        return found;
    }

    private static Optional<ObjectBuilder> at(ResultSet row, Map<TableName, ObjectBuilder> tables) throws SQLException {
        return Optional.ofNullable(tables.get(H2Tables.nameIn(row)));
    }

    /** @param principals in a set that does not look at case */
    boolean nameOneOf(Collection<String> principals) {
        return permissions.keySet().stream().anyMatch(name -> principals.contains(name.get(0)))
                || owner.isPresent()
                        && principals.stream().map(BracketedName::of).anyMatch(owner.get()::equalsIgnoreCase);
    }
}
