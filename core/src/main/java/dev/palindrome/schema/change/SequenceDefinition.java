package dev.palindrome.schema.change;

import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;

/** CREATE SEQUENCE. */
final class SequenceDefinition {

    private SequenceDefinition() {}

    static String create(SchemaObject sequence) {
        return "CREATE SEQUENCE " + BracketedName.of(sequence.name())
                + clause(sequence, Property.TYPE, " AS ")
                + clause(sequence, Property.START, " START WITH ")
                + counting(sequence, "");
    }

    /** How it counts on; its type and its start cannot be altered. */
    static String alter(SchemaObject sequence) {
        return "ALTER SEQUENCE " + BracketedName.of(sequence.name()) + counting(sequence, " NO CYCLE");
    }

    private static String counting(SchemaObject sequence, String otherwise) {
        return clause(sequence, Property.INCREMENT, " INCREMENT BY ")
                + clause(sequence, Property.MINIMUM, " MINVALUE ")
                + clause(sequence, Property.MAXIMUM, " MAXVALUE ")
                + (sequence.is(Property.CYCLE) ? " CYCLE" : otherwise)
                + sequence.get(Property.CACHE)
                        .map(cache -> cache.equals("NONE") ? " NO CACHE" : " CACHE " + cache)
                        .orElse(otherwise.isEmpty() ? "" : " CACHE");
    }

    private static String clause(SchemaObject sequence, Property property, String label) {
        return sequence.get(property).map(value -> label + value).orElse("");
    }
}
