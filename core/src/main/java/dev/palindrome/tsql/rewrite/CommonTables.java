package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.List;

/** The common table expressions before a query. H2 wants to be told which of them is recursive, and their columns. */
final class CommonTables {

    private CommonTables() {}

    /** Refuses one that refers to itself, the tokens beginning with WITH. */
    static void refuseRecursion(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        reader.next();
        do {
            if (!reader.peek().isName()) {
                return;
            }
            String name = reader.identifier();
            if (reader.seesSymbol("(")) {
                reader.parenthesised();
            }
            if (!reader.accept("AS")) {
                return;
            }
            boolean itself = readsFrom(name, reader.parenthesised());
            if (itself) {
                throw new UntranslatableException("a common table expression that refers to itself");
            }
        } while (reader.acceptSymbol(","));
    }

    private static boolean readsFrom(String name, List<Token> query) {
        for (int i = 1; i < query.size(); i++) {
            Token token = query.get(i);
            boolean qualified = i + 1 < query.size() && query.get(i + 1).isSymbol(".");
            if (query.get(i - 1).is("FROM", "JOIN")
                    && !qualified
                    && token.isName()
                    && token.value().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }
}
