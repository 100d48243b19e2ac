package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/** The queries that UNION, EXCEPT and INTERSECT put together. */
final class SetOperation {

    private static final String[] OPERATORS = {"UNION", "EXCEPT", "INTERSECT"};

    private SetOperation() {}

    /** Each of them from its SELECT on, or as it stands in parentheses. */
    static List<List<Token>> selects(List<Token> query) {
        TokenReader reader = new TokenReader(query);
        List<List<Token>> selects = new ArrayList<>();
        while (!reader.atEnd()) {
            int start = reader.position();
            reader.until(OPERATORS);
            selects.add(reader.since(start));
            if (reader.seesSymbol(")")) {
                break;
            }
            while (reader.peek().is(OPERATORS) || reader.sees("ALL")) {
                reader.next();
            }
        }
        return selects;
    }

    static boolean isUnionAll(List<Token> query) {
        TokenReader reader = new TokenReader(query);
        reader.until(OPERATORS);
        while (!reader.atEnd() && reader.peek().is(OPERATORS)) {
            if (!reader.accept("UNION", "ALL")) {
                return false;
            }
            reader.until(OPERATORS);
        }
        return true;
    }
}
