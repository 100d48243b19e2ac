package dev.palindrome.production.scan;

import dev.palindrome.production.scan.ScannedTable.ScannedColumn;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import java.util.Optional;

/** How values of a column are read, so that each is a short text. */
enum ColumnReading {
    /** The beginning of a text. */
    TEXT,
    /** A number. */
    NUMBER,
    /** A day, with or without a time. */
    DAY,
    /** The beginning of what it is as a text: documents. */
    DOCUMENT,
    /** The same of what nobody knows beforehand whether it can be one: computed columns, and types of the user's own. */
    UNCERTAIN,
    /** Not at all: what no value can be told from. */
    NOT;

    /** A shorter number is no card's and nobody's number. */
    private static final int FEWEST_DIGITS = 8;

    static ColumnReading of(ScannedColumn column) {
        if (column.isEncrypted()) {
            return NOT;
        }
        Optional<SqlType> type = column.type().flatMap(DeclaredType::sqlType);
        if (type.isEmpty()) {
            return UNCERTAIN;
        }
        return switch (type.get().family()) {
            case TEXT, NATIONAL_TEXT -> TEXT;
            case WHOLE_NUMBER -> type.get() == SqlType.INT || type.get() == SqlType.BIGINT ? NUMBER : NOT;
            case DECIMAL ->
                column.type().get().scale().orElse(0) == 0
                                && column.type().get().precision().orElse(0) >= FEWEST_DIGITS
                        ? NUMBER
                        : NOT;
            case DATE, DATE_TIME -> DAY;
            case XML, JSON -> DOCUMENT;
            default -> NOT;
        };
    }
}
