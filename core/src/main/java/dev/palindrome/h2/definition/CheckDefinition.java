package dev.palindrome.h2.definition;

import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/** A check as H2 writes it: {@code ALTER TABLE … ADD CONSTRAINT … CHECK("a" > 0) NOCHECK}. */
public final class CheckDefinition {

    private CheckDefinition() {}

    public static String condition(String definition) {
        List<Token> tokens = tokens(definition);
        return tokens.isEmpty()
                ? ""
                : H2Identifiers.plain(definition)
                        .substring(
                                tokens.get(0).start(),
                                tokens.get(tokens.size() - 1).end());
    }

    /** Every name in it: what is called is no name in quotes, but for a function of the front's. */
    public static List<String> columns(String definition) {
        List<Token> tokens = tokens(definition);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean called = i + 1 < tokens.size()
                    && (tokens.get(i + 1).isSymbol(".") || tokens.get(i + 1).isSymbol("("));
            boolean part = i > 0 && tokens.get(i - 1).isSymbol(".");
            boolean name = tokens.get(i).kind() == Token.Kind.NAME && !called && !part;
            if (name && !names.contains(tokens.get(i).value())) {
                names.add(tokens.get(i).value());
            }
        }
        return names;
    }

    private static List<Token> tokens(String definition) {
        TokenReader reader = new TokenReader(Lexer.tokens(H2Identifiers.plain(definition), 1));
        while (!reader.atEnd() && !(reader.sees("CHECK") && reader.peek(1).isSymbol("("))) {
            reader.next();
        }
        reader.expect("CHECK");
        return reader.parenthesised();
    }
}
