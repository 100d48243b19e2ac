package dev.palindrome.tsql.rule;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.statement.StatementTokens;
import java.util.Optional;

/**
 * How many transactions are open in a script; H2 knows of none, and would take one COMMIT after the other. Flyway switches
 * auto-commit off, which makes SQL Server open one before any statement that reads or changes something.
 *
 * <p>A script that has nothing but statements which no transaction takes is run without one by Flyway of itself; one that
 * mixes them with others is refused by it, unless its configuration says executeInTransaction=false.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/statements/set-implicit-transactions-transact-sql">SET
 *     IMPLICIT_TRANSACTIONS</a>
 */
public final class OpenTransactions {

    private final boolean implicit;
    private int open;

    /** From an IF on nobody knows. */
    private boolean unknown;

    private Optional<StatementTokens> outsider = Optional.empty();
    private boolean others;

    private OpenTransactions(boolean implicit, boolean unknown) {
        this.implicit = implicit;
        this.open = implicit ? 1 : 0;
        this.unknown = unknown;
    }

    /** Flyway opens one before the script. */
    public static OpenTransactions byFlyway() {
        return new OpenTransactions(true, false);
    }

    /** There is none but those that the script opens. */
    public static OpenTransactions none() {
        return new OpenTransactions(false, false);
    }

    /** Somebody else runs the script. */
    public static OpenTransactions unknown() {
        return new OpenTransactions(false, true);
    }

    /** Before each statement. */
    public void before(Token first, Token second) {
        boolean reads = !first.is("SET", "PRINT", "DECLARE", "BEGIN", "COMMIT", "DBCC");
        if (implicit && reads) {
            open = Math.max(1, open);
        }
        // What Flyway's parser for SQL Server takes out of transactions.
        boolean outside = first.is("CREATE", "ALTER", "DROP") && second.is("DATABASE", "FULLTEXT");
        others |= reads && !outside;
    }

    /** For a statement that no transaction takes. */
    public void requireNone(StatementTokens statement) {
        if (!implicit && open > 0) {
            throw refused();
        }
        outsider = Optional.of(outsider.orElse(statement));
    }

    /** At the end of the script. */
    public void end() {
        if (implicit && outsider.isPresent() && others) {
            throw refused();
        }
    }

    /** The first statement that no transaction takes. */
    public Optional<StatementTokens> outsider() {
        return outsider;
    }

    private static UntranslatableException refused() {
        return UntranslatableException.refused(
                574,
                "no transaction takes it, and Flyway runs other statements in one: give it a script of its own, or the"
                        + " script executeInTransaction=false in its .conf file");
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
