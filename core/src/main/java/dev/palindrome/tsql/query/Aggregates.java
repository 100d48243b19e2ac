package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.List;
import java.util.Set;

/**
 * Calls of functions that make one value of several rows.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/aggregate-functions-transact-sql">Aggregate functions</a>
 */
public final class Aggregates {

    private static final Set<String> NAMES = Set.of(
            "APPROX_COUNT_DISTINCT",
            "AVG",
            "CHECKSUM_AGG",
            "COUNT",
            "COUNT_BIG",
            "MAX",
            "MIN",
            "STDEV",
            "STDEVP",
            "STRING_AGG",
            "SUM",
            "VAR",
            "VARP");

    private Aggregates() {}

    /**
     * Looks for aggregates of queries and of other aggregates.
     *
     * @param tokens as they are written
     * @throws UntranslatableException 130 for one
     */
    public static void require(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean named = i > 0 && tokens.get(i - 1).isSymbol(".");
            int length = named ? 0 : length(tokens, i);
            boolean query = tokens.subList(i, i + length).stream().anyMatch(token -> token.is("SELECT"));
            if (query) {
                throw UntranslatableException.refused(
                        130, tokens.get(i), tokens.get(i).upper() + " of an expression with a query in it");
            }
        }
    }

    /** Whether one is called here, be it with OVER. */
    static boolean startsAt(List<Token> tokens, int index) {
        return index + 1 < tokens.size()
                && tokens.get(index + 1).isSymbol("(")
                && NAMES.contains(tokens.get(index).upper());
    }

    /** Whether some are called, and nothing has a window. */
    static boolean are(List<Token> item) {
        boolean found = false;
        for (int i = 0; i < item.size(); i++) {
            found |= startsAt(item, i);
            if (item.get(i).is("OVER")) {
                return false;
            }
        }
        return found;
    }

    /** How many tokens the call has that begins here; 0 where it has a window, or where none begins. */
    static int length(List<Token> tokens, int index) {
        if (!startsAt(tokens, index)) {
            return 0;
        }
        TokenReader reader = new TokenReader(tokens);
        reader.back(index + 1);
        reader.parenthesised();
        if (reader.accept("WITHIN", "GROUP")) {
            reader.parenthesised();
        }
        return reader.sees("OVER") ? 0 : reader.position() - index;
    }
}
