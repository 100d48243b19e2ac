package dev.palindrome.seed.values;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.DeclaredType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table's columns with the values that they hold.
 *
 * @param table the table
 * @param domains of all columns that have one, by {@link GeneratedRow#key}; also of those that the server fills
 * @param types of all columns but computed ones, by the same; what a type of the user's own stands for
 */
public record TableColumns(Table table, Map<String, ValueDomain> domains, Map<String, DeclaredType> types) {

    public static TableColumns of(Table table, ValueDomains domains) {
        Map<String, ValueDomain> known = new LinkedHashMap<>();
        Map<String, DeclaredType> types = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            domains.of(column).ifPresent(domain -> known.put(GeneratedRow.key(column.name()), domain));
            domains.schema().baseType(column).ifPresent(type -> types.put(GeneratedRow.key(column.name()), type));
        }
        return new TableColumns(table, known, types);
    }

    /** The same where columns hold texts now: numbers are written into these. */
    public TableColumns writtenInto(TableColumns now) {
        Map<String, ValueDomain> written = new LinkedHashMap<>(domains);
        written.replaceAll((name, domain) ->
                domain instanceof NumberDomain numbers && now.domains().get(name) instanceof TextDomain texts
                        ? new WrittenNumberDomain(numbers, texts)
                        : domain);
        return new TableColumns(table, written, types);
    }

    public Optional<DeclaredType> type(Column column) {
        return Optional.ofNullable(types.get(GeneratedRow.key(column.name())));
    }

    public Optional<ValueDomain> find(String column) {
        return Optional.ofNullable(domains.get(GeneratedRow.key(column)));
    }

    public boolean has(String column) {
        return domains.containsKey(GeneratedRow.key(column));
    }

    public ValueDomain domain(String column) {
        return java.util.Objects.requireNonNull(domains.get(GeneratedRow.key(column)), column);
    }

    /** Columns that a statement may give values to, whether or not values can be made for them. */
    public List<Column> writable() {
        return table.columns().stream().filter(TableColumns::isWritable).toList();
    }

    public static boolean isWritable(Column column) {
        return column.isInsertable() && !column.object().is(Property.COLUMN_SET);
    }

    /** The foreign keys that are on, and that all columns of this list, or those with values already, belong to. */
    public List<ForeignKey> foreignKeys(List<String> anyOf) {
        List<ForeignKey> keys = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            List<String> columns = GeneratedRow.keys(key.columns());
            if (key.isEnabled()
                    && columns.stream().allMatch(domains::containsKey)
                    && columns.stream().anyMatch(anyOf::contains)) {
                keys.add(key);
            }
        }
        return keys;
    }

    public static String noValues(Column column) {
        return "no values can be made for the type "
                + column.type().map(Object::toString).orElse("of this column");
    }
}
