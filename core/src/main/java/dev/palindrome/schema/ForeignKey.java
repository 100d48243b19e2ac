package dev.palindrome.schema;

import dev.palindrome.schema.compare.ColumnList;
import java.util.List;

/**
 * A foreign key.
 *
 * @param object with everything that is known about it
 */
public record ForeignKey(SchemaObject object) {

    /**
     * The referencing columns.
     *
     * @return names, in the order of {@link #referencedColumns()}
     */
    public List<String> columns() {
        return ColumnList.names(object.get(Property.COLUMNS).orElse(""));
    }

    /**
     * The schema of the referenced table.
     *
     * @return such as {@code dbo}
     */
    public String referencedSchema() {
        return reference().name().get(0);
    }

    /**
     * The referenced table.
     *
     * @return its name without schema
     */
    public String referencedTable() {
        return reference().name().get(1);
    }

    /**
     * The referenced columns.
     *
     * @return names, in the order of {@link #columns()}
     */
    public List<String> referencedColumns() {
        return reference().columns();
    }

    /**
     * Whether rows are held to it.
     *
     * @return false if it is switched off
     */
    public boolean isEnabled() {
        return !object.is(Property.DISABLED);
    }

    private ColumnList reference() {
        return ColumnList.parse(object.get(Property.REFERENCES).orElse(""));
    }
}
