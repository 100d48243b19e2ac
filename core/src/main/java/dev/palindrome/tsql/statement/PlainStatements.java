package dev.palindrome.tsql.statement;

import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements of a batch that are no control flow, also those that an IF, a WHILE, a block or a TRY holds, and what these
 * ask for. For whoever looks at what a script may do, not at whether it does.
 */
public final class PlainStatements {

    private PlainStatements() {}

    /** @throws TooDeepException if too many hang on each other */
    public static List<List<Token>> of(List<Token> batch) {
        List<List<Token>> plain = new ArrayList<>();
        StatementParser.statements(separated(batch)).forEach(statement -> add(statement, plain));
        return plain;
    }

    private static void add(StatementTokens statement, List<List<Token>> plain) {
        if (statement instanceof StatementTokens.If conditional) {
            plain.add(
                    conditional.tokens().subList(0, 1 + conditional.condition().size()));
            add(conditional.then(), plain);
            conditional.otherwise().ifPresent(otherwise -> add(otherwise, plain));
        } else if (statement instanceof StatementTokens.Block block) {
            block.body().forEach(inner -> add(inner, plain));
        } else {
            plain.add(statement.tokens());
        }
    }

    /**
     * The same in words that {@link StatementParser} looks into: a loop is called an IF, the borders of TRY and CATCH are
     * semicolons, and so is the end of a DECLARE that has none.
     */
    private static List<Token> separated(List<Token> batch) {
        List<Token> separated = new ArrayList<>(batch.size());
        boolean declares = false;
        int depth = 0;
        for (int i = 0; i < batch.size(); i++) {
            Token token = batch.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (token.is("BEGIN", "END")
                    && i + 1 < batch.size()
                    && batch.get(i + 1).is("TRY", "CATCH")) {
                separated.add(semicolon(token));
                i++;
                declares = false;
                continue;
            }
            if (declares && depth == 0 && token.newlines() > 0 && beginsStatement(batch, i)) {
                separated.add(semicolon(token));
                declares = false;
            }
            declares = !token.isSymbol(";") && (declares || token.is("DECLARE"));
            separated.add(token.is("WHILE") ? conditional(token) : token);
        }
        return separated;
    }

    private static boolean beginsStatement(List<Token> batch, int i) {
        return batch.get(i).is(StatementEnd.STARTS)
                && !batch.get(i - 1).is("FOR")
                && !batch.get(i).is("DECLARE");
    }

    private static Token semicolon(Token token) {
        return like(token, Token.Kind.SYMBOL, ";");
    }

    private static Token conditional(Token loop) {
        return like(loop, Token.Kind.WORD, "IF");
    }

    private static Token like(Token token, Token.Kind kind, String text) {
        return new Token(kind, text, text, token.start(), token.line(), token.newlines(), token.spaced());
    }
}
