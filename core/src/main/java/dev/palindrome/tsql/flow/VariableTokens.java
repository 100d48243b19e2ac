package dev.palindrome.tsql.flow;

import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * T-SQL in which each variable that is known has H2's words as its value, and a variable that holds rows is the name of a
 * table. A function of the session, such as {@code ERROR_MESSAGE()}, is one token then, as a variable is.
 */
public final class VariableTokens {

    private VariableTokens() {}

    public static List<Token> of(List<Token> tokens, ColumnTypes known) {
        List<Token> read = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean call = token.kind() == Token.Kind.WORD
                    && i + 2 < tokens.size()
                    && tokens.get(i + 1).isSymbol("(")
                    && tokens.get(i + 2).isSymbol(")");
            if (token.kind() == Token.Kind.VARIABLE) {
                Token there = token;
                read.add(known.variable(token.text())
                        .map(variable -> of(there, variable))
                        .orElse(token));
            } else if (call && known.variable(token.text() + "()").isPresent()) {
                read.add(call(token, tokens.get(i + 2), known.variable(token.text() + "()")));
                i += 2;
            } else {
                read.add(token);
            }
        }
        return read;
    }

    private static Token of(Token token, FlowVariable variable) {
        Token.Kind kind = variable.type().equals(FlowVariable.TABLE) ? Token.Kind.NAME : Token.Kind.VARIABLE;
        return variable.h2().isEmpty()
                ? token
                : new Token(
                        kind,
                        token.text(),
                        variable.h2(),
                        token.start(),
                        token.line(),
                        token.newlines(),
                        token.spaced());
    }

    /** As long as it is in the script, whatever stands between its parentheses. */
    private static Token call(Token name, Token close, Optional<FlowVariable> variable) {
        String blanks = " ".repeat(Math.max(0, close.start() - name.end() - 1));
        return new Token(
                Token.Kind.VARIABLE,
                name.text() + "(" + blanks + ")",
                variable.orElseThrow().h2(),
                name.start(),
                name.line(),
                name.newlines(),
                name.spaced());
    }
}
