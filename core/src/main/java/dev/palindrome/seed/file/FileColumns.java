package dev.palindrome.seed.file;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.bulk.ColumnValues;
import dev.palindrome.seed.refusal.UnfitValueException;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.text.NearestName;
import dev.palindrome.text.OneLine;
import java.util.List;
import java.util.Optional;

/**
 * A table's columns as data files name them.
 *
 * @param schema knows how the database compares names
 * @param table the table
 */
public record FileColumns(SchemaSnapshot schema, Table table) {

    /** The column of a name, with blanks around it or not; an error if there is none, or the server makes its values. */
    Column named(String name, DataFile file, long line) {
        Column column = find(name).orElseThrow(() -> DataFileException.at(file, line, unknown(name)));
        return given(column, file, line);
    }

    /** Says so of a name. */
    String unknown(String name) {
        String question = NearestName.question(name.strip(), names());
        return "%s has no column %s%s; it has %s"
                .formatted(table, OneLine.of(name), question, String.join(", ", names()));
    }

    /** An error if the server makes its values. */
    Column given(Column column, DataFile file, long line) {
        if (!isGiven(column)) {
            throw DataFileException.at(
                    file,
                    line,
                    "the server makes the values of %s.%s: leave the column out".formatted(table, column.name()));
        }
        return column;
    }

    /** The column of a name, with blanks around it or not. */
    Optional<Column> find(String name) {
        return schema.column(table, name).or(() -> schema.column(table, name.strip()));
    }

    /** All that a file can give values for, to be read. */
    List<String> names() {
        return table.columns().stream()
                .filter(FileColumns::isGiven)
                .map(Column::name)
                .toList();
    }

    /** All, in the table's order. */
    List<Column> all() {
        return table.columns();
    }

    /** Whether a file can give its values: an identity, too. */
    static boolean isGiven(Column column) {
        return (column.isInsertable() || column.identity().isPresent())
                && !column.object().is(Property.COLUMN_SET);
    }

    /** Whether an empty text is no value of it. */
    static boolean hasNoEmptyValue(Column column) {
        return column.type()
                .flatMap(DeclaredType::family)
                .filter(family -> family.isNumber() || family.isTime() || family == SqlTypeFamily.GUID)
                .isPresent();
    }

    /** The value as the column takes it. */
    static @org.jspecify.annotations.Nullable Object value(
            ColumnValues values,
            Column column,
            @org.jspecify.annotations.Nullable Object given,
            DataFile file,
            long line) {
        try {
            return values.orNull(given);
        } catch (UnfitValueException e) {
            throw DataFileException.at(
                    file,
                    line,
                    column.name(),
                    "the value is not what %s takes: %s. Mend it there"
                            .formatted(column.type().map(Object::toString).orElse("the column"), e.wanted()));
        }
    }
}
