package dev.palindrome.seed.rows;

import dev.palindrome.schema.Table;
import dev.palindrome.seed.refusal.FillException;
import dev.palindrome.seed.refusal.RefusalText;
import dev.palindrome.sql.Transaction;
import dev.palindrome.sql.TransactionEndedException;
import java.sql.SQLException;
import java.util.Optional;

/** Something done to a table that the database may refuse. */
final class TableAttempt {

    private TableAttempt() {}

    private interface Doing {
        Optional<SQLException> run() throws SQLException;
    }

    /** Does it wholly or not at all; gives the error if the database refused and the transaction goes on. */
    static Optional<SQLException> of(Transaction transaction, Table table, Transaction.Step step) throws SQLException {
        return of(table, () -> transaction.attempt(step));
    }

    /** The same of something that only reads. */
    static Optional<SQLException> reading(Transaction transaction, Table table, Transaction.Step step)
            throws SQLException {
        return of(table, () -> transaction.attemptToRead(step));
    }

    private static Optional<SQLException> of(Table table, Doing doing) throws SQLException {
        try {
            return doing.run();
        } catch (TransactionEndedException e) {
            throw new FillException(
                    "Filling %s ended the transaction: %s. Roll it back; then fill the other tables without this one."
                            .formatted(table, RefusalText.of(e.failure(), table)),
                    RefusalText.withoutValues(e.failure()));
        }
    }
}
