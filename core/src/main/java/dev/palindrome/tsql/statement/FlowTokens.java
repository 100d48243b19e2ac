package dev.palindrome.tsql.statement;

import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A batch in words that the parser of statements looks into: a loop is called an IF, TRY and CATCH are blocks, and a
 * DECLARE ends where the next statement begins. Knows which of the batch's own tokens are meant.
 */
public final class FlowTokens {

    private final List<Token> batch;
    private final List<Token> plain = new ArrayList<>();
    private final Map<Token, Integer> places = new IdentityHashMap<>();

    public FlowTokens(List<Token> batch) {
        this.batch = batch;
        boolean declares = false;
        boolean cursor = false;
        int depth = 0;
        int cases = 0;
        for (int i = 0; i < batch.size(); i++) {
            Token token = batch.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            cursor |= token.is("CURSOR");
            if (declares && depth == 0 && cases == 0 && beginsStatement(i, cursor)) {
                plain.add(like(token, Token.Kind.SYMBOL, ";"));
                declares = false;
            }
            if (declares) {
                cases += token.is("CASE") ? 1 : token.is("END") ? -1 : 0;
            }
            if (token.is("DECLARE")) {
                cursor = false;
                cases = 0;
            }
            declares = !token.isSymbol(";") && (declares || token.is("DECLARE"));
            add(plainly(token, i), i);
        }
    }

    /** With the END. */
    public List<Token> plain() {
        return plain;
    }

    /** As they stand in the batch, with the word behind an END that belongs to it. */
    public List<Token> written(List<Token> statement) {
        Integer first = places.get(statement.get(0));
        Integer last = places.get(statement.get(statement.size() - 1));
        if (first == null || last == null || last - first < 0) {
            return statement;
        }
        boolean flow = last + 1 < batch.size()
                && batch.get(last).is("END")
                && batch.get(last + 1).is("TRY", "CATCH");
        return batch.subList(first, last + (flow ? 2 : 1));
    }

    /** From the first of one to the last of another. */
    public List<Token> written(List<Token> from, List<Token> to) {
        int start = from.get(0).start();
        int end = to.get(to.size() - 1).end();
        return batch.stream()
                .filter(token -> token.start() >= start && token.end() <= end && token.kind() != Token.Kind.END)
                .toList();
    }

    private void add(Token token, int place) {
        places.put(token, place);
        plain.add(token);
    }

    private Token plainly(Token token, int i) {
        if (token.is("WHILE")) {
            return like(token, Token.Kind.WORD, "IF");
        }
        boolean border = token.is("TRY", "CATCH") && i > 0 && batch.get(i - 1).is("BEGIN", "END");
        return border ? like(token, Token.Kind.SYMBOL, ";") : token;
    }

    private boolean beginsStatement(int i, boolean cursor) {
        Token token = batch.get(i);
        boolean ofQuery = cursor && token.is("SELECT")
                || batch.get(i - 1).is("FOR", "AS", "WITH")
                || token.is("UPDATE") && batch.get(i + 1).isSymbol("(");
        return token.is(StatementEnd.STARTS) && !token.is("DECLARE", "USE", "SAVE") && !ofQuery;
    }

    private static Token like(Token token, Token.Kind kind, String text) {
        return new Token(kind, text, text, token.start(), token.line(), token.newlines(), token.spaced());
    }
}
