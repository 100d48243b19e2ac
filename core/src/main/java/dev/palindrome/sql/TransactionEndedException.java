package dev.palindrome.sql;

import java.sql.SQLException;

/** A statement's failure has ended the transaction: it can only be rolled back. */
public final class TransactionEndedException extends SQLException {

    private static final long serialVersionUID = 1L;

    /** What the work failed with. */
    private final SQLException failure;

    TransactionEndedException(SQLException failure) {
        super("The server has ended the transaction: it can only be rolled back.", failure);
        this.failure = failure;
    }

    /**
     * What has ended it.
     *
     * @return the statement's failure
     */
    public SQLException failure() {
        return failure;
    }
}
