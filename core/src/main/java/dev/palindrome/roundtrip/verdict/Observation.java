package dev.palindrome.roundtrip.verdict;

import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.schema.SchemaDiff;

/**
 * Something that a pass has seen, and the verdict that it speaks for.
 *
 * @param verdict what would be said of the migration if nothing worse were seen
 * @param reason in words; may be empty
 * @param difference in the schema; may be empty
 */
public record Observation(Verdict verdict, String reason, SchemaDiff difference) {

    static Observation of(Verdict verdict, String reason) {
        return new Observation(verdict, reason, Finding.NO_DIFFERENCE);
    }

    static Observation of(Verdict verdict, SchemaDiff difference) {
        return new Observation(verdict, "", difference);
    }
}
