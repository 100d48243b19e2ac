package dev.palindrome.tsql.rule;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;

/** How many transactions are open in a script; H2 knows of none, and would take one COMMIT after the other. */
public final class OpenTransactions {

    private int open;

    /** From an IF on nobody knows. */
    private boolean unknown;

    /** @param byFlyway whether there is Flyway's own, as there is unless the script is not to run in one */
    public OpenTransactions(boolean byFlyway) {
        this.open = byFlyway ? 1 : 0;
        this.unknown = !byFlyway;
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
                    3902, commit, "no transaction is open any more; the first COMMIT has ended Flyway's own");
        }
        open = Math.max(0, open - 1);
    }
}
