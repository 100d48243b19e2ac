package dev.palindrome.schema;

import dev.palindrome.SqlRecording;

/** Schemas as the lines of their texts, for tests without a database. */
final class SchemaLines {

    private SchemaLines() {}

    static SchemaSnapshot schema(String objects) {
        return SchemaSnapshot.parse("palindrome schema 1\n" + objects);
    }

    /** The script that makes the second of the first. */
    static String change(String actual, String expected) {
        return SqlRecording.madeScript(
                SchemaChange.from(schema(actual), schema(expected)).sql());
    }
}
