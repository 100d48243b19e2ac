package dev.palindrome.seed;

import dev.palindrome.schema.Table;
import java.sql.SQLException;

/** A row that the database did not take. Nothing of its load was kept. */
final class RowRefusedException extends SeedException {

    private static final long serialVersionUID = 1L;

    /** The row's number in its load, from 1. */
    private final long row;

    /** Why, for people to read. */
    private final String reason;

    RowRefusedException(Table table, long row, String reason, SQLException refusal) {
        super(
                "Row %d for %s was refused: %s. No row of this load was kept.".formatted(row, table, reason),
                RefusalText.withoutValues(refusal));
        this.row = row;
        this.reason = reason;
    }

    /** The row's number in its load, from 1. */
    long row() {
        return row;
    }

    /** Why: a clause without a full stop, and without values. */
    String reason() {
        return reason;
    }
}
