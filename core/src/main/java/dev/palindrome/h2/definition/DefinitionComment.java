package dev.palindrome.h2.definition;

import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Token;
import java.util.List;

/** The record in the comment of an object, read from the statement of H2's that makes it. */
public final class DefinitionComment {

    private DefinitionComment() {}

    public static Recorded of(String definition) {
        return of(Lexer.tokens(H2Identifiers.plain(definition), 1));
    }

    /** It stands before all that may itself have a comment in it. */
    private static Recorded of(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isSymbol("(") || token.is("AS")) {
                break;
            }
            if (token.is("COMMENT")) {
                return Recorded.parse(H2Literal.at(tokens, i + 1));
            }
        }
        return Recorded.nothing();
    }
}
