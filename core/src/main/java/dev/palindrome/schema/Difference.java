package dev.palindrome.schema;

import java.util.List;
import java.util.Optional;

/** One way in which a schema is not as expected. */
public sealed interface Difference {

    /**
     * The object that stands on its own: the table, where it is about a column.
     *
     * @return as expected; as it is, where only that exists
     */
    SchemaObject object();

    /**
     * The part of that object that it is about.
     *
     * @return as expected, or as it is where only that exists; missing where it is about the object itself
     */
    Optional<SchemaObject> part();

    /**
     * The part, or the object where there is none.
     *
     * @return what differs
     */
    default SchemaObject subject() {
        return part().orElse(object());
    }

    /**
     * Something expected is not there.
     *
     * @param object that is missing, or that misses the part
     * @param part that is missing
     */
    record Missing(SchemaObject object, Optional<SchemaObject> part) implements Difference {}

    /**
     * Something is there that was not expected.
     *
     * @param object that is too much, or that has the part too much
     * @param part that is too much
     */
    record Extra(SchemaObject object, Optional<SchemaObject> part) implements Difference {}

    /**
     * A property is not as expected.
     *
     * @param object as expected
     * @param part as expected
     * @param property what differs
     * @param expected its value; missing where it should say nothing
     * @param actual its value; missing where it says nothing
     */
    record Changed(
            SchemaObject object,
            Optional<SchemaObject> part,
            Property property,
            Optional<String> expected,
            Optional<String> actual)
            implements Difference {}

    /**
     * The same thing under another name, or with other capitals in it.
     *
     * @param object as expected
     * @param part as expected
     * @param expected its name; missing where the system should have made one up
     * @param actual its name; missing where the system made it up
     */
    record Renamed(SchemaObject object, Optional<SchemaObject> part, Optional<String> expected, Optional<String> actual)
            implements Difference {}

    /**
     * A table's columns, as far as both sides have them, stand in another order.
     *
     * @param object the table as expected
     * @param expected names of columns in order
     * @param actual the same names in another order
     */
    record ColumnOrder(SchemaObject object, List<String> expected, List<String> actual) implements Difference {

        @Override
        public Optional<SchemaObject> part() {
            return Optional.empty();
        }
    }
}
