package dev.palindrome.schema;

import dev.palindrome.sql.DeclaredType;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param object the column with everything that is known about it
 */
public record Column(SchemaObject object) {

    /**
     * Its name.
     *
     * @return without brackets
     */
    public String name() {
        return object.simpleName();
    }

    /**
     * Its type.
     *
     * @return missing for a computed column
     */
    public Optional<DeclaredType> type() {
        return object.get(Property.TYPE).map(DeclaredType::parse);
    }

    /**
     * Whether it takes NULL.
     *
     * @return false for NOT NULL
     */
    public boolean isNullable() {
        return !object.is(Property.NOT_NULL);
    }

    /**
     * Its identity.
     *
     * @return missing if it has none
     */
    public Optional<Identity> identity() {
        return object.get(Property.IDENTITY).map(Identity::parse);
    }

    /**
     * What it is computed from.
     *
     * @return a T-SQL expression; missing if it is not computed
     */
    public Optional<String> computed() {
        return object.get(Property.COMPUTED);
    }

    /**
     * Its default.
     *
     * @return a T-SQL expression; missing if it has none
     */
    public Optional<String> defaultValue() {
        return object.get(Property.DEFAULT);
    }

    /**
     * Whether an INSERT may give it a value: neither computed, nor an identity, nor a rowversion, nor generated.
     *
     * @return false if the server makes its values
     */
    public boolean isInsertable() {
        boolean rowversion = type().filter(DeclaredType::isRowversion).isPresent();
        return computed().isEmpty()
                && identity().isEmpty()
                && !rowversion
                && object.get(Property.GENERATED).isEmpty();
    }
}
