package dev.palindrome.tsql.value.type;

import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;

/** Makes tokens that nobody wrote. */
public final class Tokens {

    private Tokens() {}

    /** T-SQL in the place of a token. */
    public static List<Token> inThePlaceOf(Token place, String tsql) {
        List<Token> made = new ArrayList<>();
        for (Token token : Lexer.tokens(tsql, 1)) {
            if (token.kind() != Token.Kind.END) {
                made.add(at(place, token, made.isEmpty()));
            }
        }
        return made;
    }

    private static Token at(Token place, Token token, boolean first) {
        return new Token(
                token.kind(),
                token.text(),
                token.value(),
                place.start(),
                place.line(),
                first ? place.newlines() : 0,
                first ? place.spaced() : token.spaced());
    }

    /** The same tokens, where another one stood: with the blanks and lines before it. */
    public static List<Token> startingAt(Token place, List<Token> tokens) {
        List<Token> moved = new ArrayList<>(tokens);
        moved.set(0, at(place, tokens.get(0), true));
        return moved;
    }

    /** A call of one of the front's own functions, which no script can name. */
    public static List<Token> call(Token place, String function, List<List<Token>> arguments, String more) {
        List<Token> made = new ArrayList<>();
        made.add(at(place, new Token(Token.Kind.WORD, function, function, 0, 0, 0, false), true));
        made.addAll(Tokens.behind(place, "("));
        for (int i = 0; i < arguments.size(); i++) {
            if (i > 0) {
                made.addAll(behind(place, ","));
            }
            made.addAll(arguments.get(i));
        }
        made.addAll(behind(place, more + ")"));
        return made;
    }

    /** {@code CAST(… AS type)}. */
    public static List<Token> cast(List<Token> value, ValueType type) {
        List<Token> made = new ArrayList<>(inThePlaceOf(value.get(0), "CAST("));
        made.addAll(value);
        made.addAll(behind(value.get(0), " AS " + type.tsql() + ")"));
        return made;
    }

    /** T-SQL that goes on behind a token on its line. */
    public static List<Token> behind(Token place, String tsql) {
        Token onLine = new Token(
                place.kind(), place.text(), place.value(), place.start(), place.line(), 0, tsql.startsWith(" "));
        return inThePlaceOf(onLine, tsql.strip());
    }

    /** Whether they are a literal or NULL, or a CASE of nothing but these, in parentheses or not. */
    public static boolean areLiterals(List<Token> value) {
        if (value.size() > 2 && value.get(0).isSymbol("(")) {
            return closing(value) == value.size() - 1 && areLiterals(value.subList(1, value.size() - 1));
        }
        boolean literal = value.size() == 1
                && (value.get(0).kind() == Token.Kind.STRING || value.get(0).is("NULL"));
        return literal || value.get(0).is("CASE") && isCaseOfLiterals(value);
    }

    private static boolean isCaseOfLiterals(List<Token> tokens) {
        int depth = 0;
        int result = -1;
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean ends = depth == 0 && token.is("WHEN", "ELSE", "END");
            if (ends && result >= 0 && !(result < i && areLiterals(tokens.subList(result, i)))) {
                return false;
            }
            if (ends) {
                result = -1;
            }
            if (depth == 0 && token.is("THEN", "ELSE")) {
                result = i + 1;
            }
            if (depth == 0 && token.is("END")) {
                return i == tokens.size() - 1;
            }
            depth += token.isSymbol("(") || token.is("CASE") ? 1 : token.isSymbol(")") || token.is("END") ? -1 : 0;
        }
        return false;
    }

    /** Where the parenthesis closes that they begin with. */
    private static int closing(List<Token> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
