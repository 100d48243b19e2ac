package dev.palindrome.tsql.rule;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Within a view or another query, ORDER BY has no meaning without TOP or OFFSET, and SQL Server refuses it. */
public final class OrderRule {

    /** A query, or another parenthesis, whose end has not been seen. */
    private static final class Scope {
        private final boolean query;
        private boolean limited;
        private Token order;

        private Scope(boolean query, Token order) {
            this.query = query;
            this.order = order;
        }

        private void close() {
            if (query && !limited && order.kind() != Token.Kind.END) {
                throw UntranslatableException.refused(
                        1033, order, "ORDER BY stands in a view or an inner query only with TOP, OFFSET or FOR XML");
            }
        }
    }

    private OrderRule() {}

    /** @param inner whether the tokens as a whole are an inner query, as those of a view are */
    public static void require(List<Token> tokens, boolean inner) {
        Token none = new Token(Token.Kind.END, "", "", 0, 0, 0, false);
        Deque<Scope> scopes = new ArrayDeque<>();
        scopes.push(new Scope(inner, none));
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Scope scope = scopes.element();
            if (token.isSymbol("(")) {
                boolean query = i + 1 < tokens.size() && tokens.get(i + 1).is("SELECT", "WITH");
                scopes.push(new Scope(query, none));
            } else if (token.isSymbol(")") && scopes.size() > 1) {
                scopes.pop().close();
            } else if (token.is("ORDER")) {
                scope.order = token;
            } else if (token.is("TOP", "FOR") || token.is("OFFSET") && scope.order.kind() != Token.Kind.END) {
                scope.limited = true;
            }
        }
        scopes.element().close();
    }
}
