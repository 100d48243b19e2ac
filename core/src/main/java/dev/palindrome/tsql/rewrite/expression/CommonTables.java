package dev.palindrome.tsql.rewrite.expression;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.query.QueryForms;
import java.util.List;

/** The common table expressions before a query. H2 wants to be told whether one of them is recursive. */
final class CommonTables {

    private CommonTables() {}

    /** Whether one of them reads from itself, the tokens beginning with WITH. */
    static boolean areRecursive(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        reader.next();
        do {
            if (!reader.peek().isName()) {
                return false;
            }
            if (QueryForms.isRecursive(reader.next().value())) {
                return true;
            }
            if (reader.seesSymbol("(")) {
                reader.parenthesised();
            }
            if (!reader.accept("AS") || !reader.seesSymbol("(")) {
                return false;
            }
            reader.parenthesised();
        } while (reader.acceptSymbol(","));
        return false;
    }
}
