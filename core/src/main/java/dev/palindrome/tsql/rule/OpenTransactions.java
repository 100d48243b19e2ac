package dev.palindrome.tsql.rule;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;

/**
 * How many transactions are open in a script; H2 knows of none, and would take one COMMIT after the other. Flyway switches
 * auto-commit off, which makes SQL Server open one before any statement that reads or changes something.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/statements/set-implicit-transactions-transact-sql">SET
 *     IMPLICIT_TRANSACTIONS</a>
 */
public final class OpenTransactions {

    private int open;

    /** From an IF on nobody knows. */
    private boolean unknown;

    /** @param byFlyway whether there is Flyway's own, as there is unless the script is not to run in one */
    public OpenTransactions(boolean byFlyway) {
        this.open = byFlyway ? 1 : 0;
        this.unknown = !byFlyway;
    }

    /** Before each statement. */
    public void before(Token first) {
        if (!first.is("SET", "PRINT", "DECLARE", "BEGIN", "COMMIT", "DBCC")) {
            open = Math.max(1, open);
        }
    }

    public void begin() {
        open++;
    }

    public void conditional() {
        unknown = true;
    }

    public void commit(Token commit) {
        if (open == 0 && !unknown) {
            throw UntranslatableException.refused(
                    3902, commit, "the COMMIT before has ended the last transaction, and nothing has begun another");
        }
        open = Math.max(0, open - 1);
    }
}
