package dev.palindrome.tsql.flow;

import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;

/** T-SQL that nobody wrote, on the line of a statement. */
final class Made {

    private final List<Token> tokens = new ArrayList<>();
    private final int line;

    Made(int line) {
        this.line = line;
    }

    Made add(String tsql) {
        for (Token token : Lexer.tokens(tsql, line)) {
            if (token.kind() != Token.Kind.END) {
                tokens.add(new Token(token.kind(), token.text(), token.value(), token.start(), line, 0, true));
            }
        }
        return this;
    }

    Made add(List<Token> written) {
        for (int i = 0; i < written.size(); i++) {
            Token token = written.get(i);
            boolean spaced = i == 0 || token.spaced() || token.newlines() > 0;
            tokens.add(new Token(token.kind(), token.text(), token.value(), token.start(), token.line(), 0, spaced));
        }
        return this;
    }

    /** A value as one of a type, as far as the type is one that values are converted to. */
    Made cast(List<Token> value, String type) {
        return Declaration.isConverted(type)
                ? add("CAST(").add(value).add("AS " + type + ")")
                : add("(").add(value).add(")");
    }

    /** The same of a value that a variable is given, which becomes what it can by itself. */
    Made given(List<Token> value, String type) {
        return Declaration.isConverted(type)
                ? add("CAST(palindrome$given(").add(value).add(") AS " + type + ")")
                : add("(").add(value).add(")");
    }

    List<Token> tokens() {
        return List.copyOf(tokens);
    }
}
