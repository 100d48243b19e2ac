package dev.palindrome.roundtrip.verdict;

import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.ScriptPlace;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.schema.SchemaDiff;
import java.util.Optional;

/**
 * Something that a pass has seen, and the verdict that it speaks for.
 *
 * @param verdict what would be said of the migration if nothing worse were seen
 * @param reason in words; may be empty
 * @param difference in the schema; may be empty
 * @param place the line of a script that failed, where one did and it is known
 */
public record Observation(Verdict verdict, String reason, SchemaDiff difference, Optional<ScriptPlace> place) {

    static Observation of(Verdict verdict, String reason) {
        return new Observation(verdict, reason, Finding.NO_DIFFERENCE, Optional.empty());
    }

    static Observation of(Verdict verdict, String reason, MigrationException failure) {
        return new Observation(verdict, reason, Finding.NO_DIFFERENCE, failure.place());
    }

    static Observation of(Verdict verdict, SchemaDiff difference) {
        return new Observation(verdict, "", difference, Optional.empty());
    }
}
