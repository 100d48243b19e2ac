package dev.palindrome.schema.change;

import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;

/** A column as CREATE TABLE and ALTER TABLE … ADD take it. */
final class ColumnDefinition {

    private ColumnDefinition() {}

    static String of(SchemaObject column) {
        return column.get(Property.COMPUTED).isPresent() ? computed(column) : stored(column) + defaultClause(column);
    }

    private static String computed(SchemaObject column) {
        return name(column) + " AS " + column.get(Property.COMPUTED).orElse("")
                + (column.is(Property.PERSISTED) ? " PERSISTED" : "")
                + (column.is(Property.PERSISTED) && column.is(Property.NOT_NULL) ? " NOT NULL" : "");
    }

    private static String stored(SchemaObject column) {
        return withoutNullability(column)
                + generated(column)
                + (column.is(Property.NOT_NULL) ? " NOT NULL" : " NULL")
                + (column.is(Property.ROWGUIDCOL) ? " ROWGUIDCOL" : "");
    }

    /** A column that takes NULL, whatever it will take in the end; without its default. */
    static String nullable(SchemaObject column) {
        return withoutNullability(column) + " NULL" + (column.is(Property.ROWGUIDCOL) ? " ROWGUIDCOL" : "");
    }

    /** Without its default. */
    static String withoutDefault(SchemaObject column) {
        return column.get(Property.COMPUTED).isPresent() ? computed(column) : stored(column);
    }

    /** The type as ALTER COLUMN takes it. */
    static String altered(SchemaObject column) {
        return name(column) + " " + type(column) + collation(column)
                + (column.is(Property.NOT_NULL) ? " NOT NULL" : " NULL");
    }

    private static String withoutNullability(SchemaObject column) {
        return name(column) + " " + type(column)
                + (column.is(Property.FILESTREAM) ? " FILESTREAM" : "")
                + collation(column)
                + (column.is(Property.SPARSE) ? " SPARSE" : "")
                + (column.is(Property.COLUMN_SET) ? " COLUMN_SET FOR ALL_SPARSE_COLUMNS" : "")
                + column.get(Property.MASKED)
                        .map(mask -> " MASKED WITH " + mask(mask))
                        .orElse("")
                + column.get(Property.ENCRYPTED)
                        .map(key -> " ENCRYPTED WITH " + key)
                        .orElse("")
                + identity(column);
    }

    /** {@code default()} is the catalogue's word for {@code (FUNCTION = 'default()')}. */
    static String mask(String function) {
        return function.startsWith("(") ? function : "(FUNCTION = '" + SqlLiteral.doubled(function) + "')";
    }

    private static String type(SchemaObject column) {
        String type = column.get(Property.TYPE).orElse("");
        return column.get(Property.XML_COLLECTION)
                .filter(collection -> !type.contains("("))
                .map(collection -> type + "(" + (collection.endsWith("(DOCUMENT)") ? "DOCUMENT " : "")
                        + collection.replace("(DOCUMENT)", "") + ")")
                .orElse(type);
    }

    private static String collation(SchemaObject column) {
        return column.get(Property.COLLATION).map(name -> " COLLATE " + name).orElse("");
    }

    private static String identity(SchemaObject column) {
        return column.get(Property.IDENTITY)
                .map(counting -> " IDENTITY" + counting
                        + (column.is(Property.NOT_FOR_REPLICATION) ? " NOT FOR REPLICATION" : ""))
                .orElse("");
    }

    /** {@code (AS_SEQUENCE_NUMBER_START)} is the catalogue's word for {@code AS SEQUENCE_NUMBER START}. */
    private static String generated(SchemaObject column) {
        return column.get(Property.GENERATED)
                .map(as -> " GENERATED ALWAYS "
                        + as.replaceAll("\\(AS_(\\w+)_(START|END)\\)", "AS $1 $2")
                        + (column.is(Property.HIDDEN) ? " HIDDEN" : ""))
                .orElse("");
    }

    static String defaultClause(SchemaObject column) {
        return column.get(Property.DEFAULT)
                .map(expression -> defaultName(column) + " DEFAULT " + expression)
                .orElse("");
    }

    static String defaultName(SchemaObject column) {
        return column.get(Property.DEFAULT_NAME)
                .map(name -> " CONSTRAINT " + name)
                .orElse("");
    }

    static String name(SchemaObject column) {
        return BracketedName.of(column.simpleName());
    }
}
