package dev.palindrome.seed.file;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.refusal.RowRefusedException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** A data file that cannot be loaded. The message names file, line and column as far as there are any, and no values. */
final class DataFileException extends SeedException {

    private static final long serialVersionUID = 1L;

    /** The constraint that a row breaks. */
    private final transient Optional<SchemaObject> rule;

    private DataFileException(String message, Optional<SchemaObject> rule) {
        super(message);
        this.rule = rule;
    }

    private DataFileException(String message, RowRefusedException cause) {
        super(message, cause);
        this.rule = cause.rule();
    }

    /** The constraint that a row breaks, if that is the reason. */
    Optional<SchemaObject> rule() {
        return rule;
    }

    /** @param what sentences: what is wrong, and the next step */
    static DataFileException of(DataFile file, String what) {
        return of(file.place(), what);
    }

    /** @param line from 1 */
    static DataFileException at(DataFile file, long line, String what) {
        return of("%s, line %d".formatted(file.place(), line), what);
    }

    /** @param column the name of one of the table's */
    static DataFileException at(DataFile file, long line, String column, String what) {
        return of("%s, line %d, column %s".formatted(file.place(), line, column), what);
    }

    /** A file that cannot be read, or is no text. */
    static DataFileException unreadable(DataFile file, IOException failure) {
        String wayOut = failure instanceof CharacterCodingException
                ? ". Export it again with UTF-8 as its encoding, bcp with -C 65001"
                : "";
        return new DataFileException(
                "%s%s%s. Nothing was loaded.".formatted(file.place(), FileText.whyUnreadable(file, failure), wayOut),
                Optional.empty());
    }

    static DataFileException refused(DataFile file, long line, RowRefusedException refusal) {
        return new DataFileException(
                text(
                        "%s, line %d".formatted(file.place(), line),
                        "the row was refused: %s. %s".formatted(refusal.reason(), next(refusal))),
                refusal);
    }

    private static String next(RowRefusedException refusal) {
        boolean isThere = refusal.rule()
                .filter(rule -> rule.kind() == ObjectKind.PRIMARY_KEY
                        || rule.kind() == ObjectKind.UNIQUE_KEY
                        || rule.kind() == ObjectKind.INDEX)
                .isPresent();
        return isThere
                ? "Mend it; or, where a migration or an earlier step of the seed has put the other row in, leave this one out"
                        + " or delete that one first, by a script"
                : "Mend it, or the rows that it depends on";
    }

    private static DataFileException of(String place, String what) {
        return new DataFileException(text(place, what), Optional.empty());
    }

    private static String text(String place, String what) {
        return "%s: %s. Nothing was loaded.".formatted(place, what);
    }
}
