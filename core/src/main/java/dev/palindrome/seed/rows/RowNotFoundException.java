package dev.palindrome.seed.rows;

import java.io.Serial;
import java.sql.SQLException;

/** A row that was read a moment ago is not found again, or others with it. */
final class RowNotFoundException extends SQLException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int changed;

    RowNotFoundException(int changed) {
        super("An update of one row has changed " + changed);
        this.changed = changed;
    }

    String reason() {
        return changed == 0 ? "a row of it was not found again" : "its rows cannot be told apart";
    }
}
