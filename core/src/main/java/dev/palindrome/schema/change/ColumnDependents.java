package dev.palindrome.schema.change;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.compare.MentionedNames;
import java.util.List;
import java.util.stream.Stream;

/** What of a table stands on one of its columns. */
final class ColumnDependents {

    private final SchemaObject table;
    private final String column;

    ColumnDependents(SchemaObject table, SchemaObject column) {
        this.table = table;
        this.column = column.simpleName();
    }

    List<SchemaObject> constraintsAndIndexes() {
        return table.parts().stream()
                .filter(part -> part.kind() != ObjectKind.COLUMN && isMadeOf(part))
                .toList();
    }

    List<SchemaObject> computedColumns() {
        return table.parts(ObjectKind.COLUMN).stream()
                .filter(part -> mentions(part, Property.COMPUTED))
                .toList();
    }

    private boolean isMadeOf(SchemaObject part) {
        return Stream.of(Property.COLUMNS, Property.INCLUDED, Property.FILTER, Property.CONDITION, Property.DATA_SPACE)
                .anyMatch(property -> mentions(part, property));
    }

    private boolean mentions(SchemaObject part, Property property) {
        return part.get(property)
                .filter(text -> MentionedNames.of(column, text))
                .isPresent();
    }
}
