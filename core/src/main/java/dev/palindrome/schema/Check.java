package dev.palindrome.schema;

/**
 * A CHECK constraint.
 *
 * @param object with everything that is known about it
 */
public record Check(SchemaObject object) {

    /**
     * What it demands.
     *
     * @return a T-SQL condition in parentheses: on SQL Server as the server rewrote it, on the embedded engine as it was
     *     written
     */
    public String condition() {
        return object.get(Property.CONDITION).orElse("");
    }

    /**
     * Whether rows are held to it.
     *
     * @return false if it is switched off
     */
    public boolean isEnabled() {
        return !object.is(Property.DISABLED);
    }
}
