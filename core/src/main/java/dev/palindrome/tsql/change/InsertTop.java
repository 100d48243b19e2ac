package dev.palindrome.tsql.change;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.query.Made;
import java.util.List;

/**
 * {@code INSERT TOP (n)}, which takes any of the rows of its query: as TOP of the query, whose ORDER BY then says which.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/statements/insert-transact-sql">INSERT, TOP</a>
 */
public final class InsertTop {

    private InsertTop() {}

    /** @param tokens of INSERT TOP */
    public static List<Token> inQuery(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        Token insert = reader.next();
        int start = reader.position();
        reader.expect("TOP");
        if (!reader.seesSymbol("(")) {
            throw UntranslatableException.syntax(reader.peek());
        }
        reader.parenthesised();
        reader.accept("PERCENT");
        List<Token> top = reader.since(start);
        List<Token> target = reader.until("SELECT", "VALUES", "DEFAULT", "EXEC", "EXECUTE", "WITH");
        List<Token> query = reader.rest();
        boolean plain = !query.isEmpty()
                && query.get(0).is("SELECT")
                && !query.get(1).is("DISTINCT", "TOP", "ALL")
                && query.stream().noneMatch(token -> token.is("UNION", "EXCEPT", "INTERSECT", "OFFSET"));
        if (!plain) {
            throw new UntranslatableException("TOP in INSERT of anything but a plain query");
        }
        return new Made(insert)
                .add(List.of(insert))
                .add(target)
                .add(query.subList(0, 1))
                .add(top)
                .add(query.subList(1, query.size()))
                .tokens();
    }
}
