package dev.palindrome.schema.change;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A column that changes its type, its collation or whether it takes NULL; or that goes. What may stay on it meanwhile is
 * little (Microsoft: alter-table-transact-sql, ALTER COLUMN).
 *
 * @param actual the column as it is
 * @param expected as it shall be; missing if it goes
 */
record ColumnTypeChange(SchemaObject actual, Optional<SchemaObject> expected) {

    /** Whether a part that is made of this column may stay. */
    boolean leaves(ObjectKind kind) {
        return switch (kind) {
            case CHECK -> isVarying();
            case UNIQUE_KEY, INDEX, STATISTICS -> isVarying() && !isShorter() && !becomesNotNull();
            default -> false;
        };
    }

    boolean leavesDefault() {
        return expected.isPresent()
                && type(actual).name().equals(type(expected.get()).name());
    }

    private boolean isVarying() {
        return leavesDefault()
                && type(actual).sqlType().filter(SqlType::isVarying).isPresent()
                && sameCollation();
    }

    private boolean sameCollation() {
        return expected.isPresent() && expected.get().get(Property.COLLATION).equals(actual.get(Property.COLLATION));
    }

    boolean becomesNotNull() {
        return expected.isPresent() && expected.get().is(Property.NOT_NULL) && !actual.is(Property.NOT_NULL);
    }

    /** Whether values that are there may not fit. */
    boolean mayLose() {
        if (expected.isEmpty()
                || actual.get(Property.TYPE).equals(expected.get().get(Property.TYPE))) {
            return false;
        }
        return !isVarying() || isShorter();
    }

    private boolean isShorter() {
        return expected.isPresent() && length(expected.get()) < length(actual);
    }

    /** MAX is longer than any number. */
    private static int length(SchemaObject column) {
        OptionalInt length = type(column).length();
        return length.orElse(Integer.MAX_VALUE);
    }

    private static DeclaredType type(SchemaObject column) {
        return DeclaredType.parse(column.get(Property.TYPE).orElse(""));
    }
}
