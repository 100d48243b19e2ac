package dev.palindrome.schema.change;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** CREATE TABLE. */
final class TableDefinition {

    private static final List<ObjectKind> INLINE =
            List.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE_KEY, ObjectKind.CHECK);

    private TableDefinition() {}

    /** Columns, defaults, keys and checks; everything else comes later. */
    static String of(SchemaObject table) {
        return of(table, TableDefinition::isInline);
    }

    /** @param inline which keys and checks come with it */
    static String of(SchemaObject table, Predicate<SchemaObject> inline) {
        List<String> lines = columns(table, ColumnDefinition::of);
        table.parts().stream()
                .filter(inline)
                .map(part -> ConstraintDefinition.of(table, part))
                .forEach(lines::add);
        table.get(Property.PERIOD).ifPresent(columns -> lines.add("PERIOD FOR SYSTEM_TIME " + columns));
        return create(BracketedName.of(table.name()), lines) + storage(table);
    }

    /** A clustered key or index that comes later takes it over (Microsoft: create-index-transact-sql, data-compression). */
    private static String storage(SchemaObject table) {
        return place(table, Property.DATA_SPACE)
                + place(table, Property.TEXTIMAGE_ON)
                + place(table, Property.FILESTREAM_ON)
                + table.get(Property.COMPRESSION)
                        .map(how -> " WITH (" + ConstraintDefinition.compression(how) + ")")
                        .orElse("");
    }

    private static String place(SchemaObject table, Property property) {
        return table.get(property)
                .map(place -> " " + property.label() + " " + place)
                .orElse("");
    }

    /** A table type, whose constraints have no names, and whose indexes can only be made along with it. */
    static String type(SchemaObject type) {
        List<String> lines = columns(type, ColumnDefinition::of);
        type.parts().stream()
                .filter(TableDefinition::isInline)
                .map(ConstraintDefinition::of)
                .forEach(lines::add);
        type.parts(ObjectKind.INDEX).stream().map(IndexDefinition::inline).forEach(lines::add);
        return create(BracketedName.of(type.name()), lines)
                        .replaceFirst("^CREATE TABLE (.*) \\(", "CREATE TYPE $1 AS TABLE (")
                + type.get(Property.MEMORY_OPTIMIZED)
                        .map(on -> " WITH (MEMORY_OPTIMIZED = ON)")
                        .orElse("");
    }

    /** What CREATE TABLE, as it is written here, would not make: another kind of table. */
    static Optional<String> specialKind(SchemaObject table) {
        Optional<String> kind = table.get(Property.TABLE_KIND)
                .map(known -> known.equals("FILETABLE") ? "a FileTable" : article(known) + " table");
        return kind.or(() -> table.get(Property.MEMORY_OPTIMIZED).map(how -> "a memory-optimised table"))
                .or(() -> table.get(Property.LEDGER).map(how -> "a ledger table"))
                .or(() -> table.parts(ObjectKind.COLUMN).stream()
                        .filter(column -> column.get(Property.ENCRYPTED).isPresent())
                        .findFirst()
                        .map(column -> "a table with an encrypted column"));
    }

    private static String article(String kind) {
        return (kind.startsWith("E") ? "an " : "a ") + kind.toLowerCase(Locale.ROOT);
    }

    /** Only the columns, without defaults, under another name, but where the table is. */
    static String bare(SchemaObject table, String name) {
        return create(name, columns(table, ColumnDefinition::withoutDefault)) + storage(table);
    }

    /** Whether CREATE TABLE makes it along with the table; what is switched off is made later. */
    static boolean isInline(SchemaObject part) {
        return INLINE.contains(part.kind()) && !ConstraintDefinition.isUnchecked(part);
    }

    private static List<String> columns(SchemaObject table, Function<SchemaObject, String> text) {
        return new ArrayList<>(table.parts(ObjectKind.COLUMN).stream().map(text).toList());
    }

    private static String create(String name, List<String> lines) {
        return "CREATE TABLE " + name + " (\n    " + String.join(",\n    ", lines) + "\n)";
    }
}
