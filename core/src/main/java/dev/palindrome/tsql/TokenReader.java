package dev.palindrome.tsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a statement's tokens from left to right. Whatever is not expected there needs SQL Server. */
public final class TokenReader {

    private static final Token END = new Token(Token.Kind.END, "", "", 0, 0, 0, false);

    private static final String DEFAULT_SCHEMA = "dbo";

    private final List<Token> tokens;
    private int at;

    public TokenReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    public Token peek() {
        return peek(0);
    }

    public Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : END;
    }

    public Token next() {
        Token token = peek();
        at++;
        return token;
    }

    public boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    public boolean sees(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    public boolean seesSymbol(String symbol) {
        return peek().isSymbol(symbol);
    }

    public boolean accept(String... words) {
        if (!sees(words)) {
            return false;
        }
        at += words.length;
        return true;
    }

    public boolean acceptSymbol(String symbol) {
        if (!seesSymbol(symbol)) {
            return false;
        }
        at++;
        return true;
    }

    public void expect(String... words) {
        if (!accept(words)) {
            throw unexpected();
        }
    }

    public void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw unexpected();
        }
    }

    public void expectEnd() {
        if (!atEnd()) {
            throw unexpected();
        }
    }

    public NotTaken unexpected() {
        return NotTaken.at(peek());
    }

    public String identifier() {
        if (!peek().isName()) {
            throw unexpected();
        }
        return next().value();
    }

    public ObjectName objectName() {
        return ObjectName.of(nameParts());
    }

    /**
     * A name of several parts, of which some may be left out, as in {@code db..t}, up to a {@code .*}. H2 finds everything but schemas whatever
     * the case of their names, so the one that is always there is given as it is there.
     */
    public List<String> nameParts() {
        List<String> parts = new ArrayList<>();
        parts.add(identifier());
        while (seesSymbol(".") && !peek(1).isSymbol("*")) {
            next();
            schema(parts);
            parts.add(seesSymbol(".") ? "" : identifier());
        }
        return parts;
    }

    /** The last part turns out to be the schema of the next. */
    private static void schema(List<String> parts) {
        int last = parts.size() - 1;
        if (parts.get(last).equalsIgnoreCase(DEFAULT_SCHEMA)) {
            parts.set(last, DEFAULT_SCHEMA);
        }
    }

    /** The last part of a name, as far as one stands here; unlike the other readers of names this one refuses nothing. */
    public Optional<String> lastNamePart() {
        String last;
        do {
            last = peek().isName() ? next().value() : "";
        } while (acceptSymbol("."));
        return Optional.of(last).filter(name -> !name.isEmpty());
    }

    public String number() {
        String sign = acceptSymbol("-") ? "-" : acceptSymbol("+") ? "" : "";
        if (peek().kind() != Token.Kind.NUMBER) {
            throw unexpected();
        }
        return sign + next().text();
    }

    /** What stands between the parenthesis that opens here and its partner; both are read. */
    public List<Token> parenthesised() {
        expectSymbol("(");
        int from = at;
        int depth = 1;
        while (!atEnd()) {
            Token token = next();
            if (token.isSymbol("(")) {
                depth++;
            } else if (token.isSymbol(")") && --depth == 0) {
                return tokens.subList(from, at - 1);
            }
        }
        throw unexpected();
    }

    /** The tokens up to one of these words or symbols, or to the end of the parenthesis that we are in. */
    public List<Token> until(String... stops) {
        int from = at;
        int depth = 0;
        while (!atEnd() && !(depth == 0 && (seesSymbol(")") || isOneOf(peek(), stops)))) {
            Token token = next();
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
        }
        return tokens.subList(from, at);
    }

    public List<Token> rest() {
        List<Token> rest = tokens.subList(Math.min(at, tokens.size()), tokens.size());
        at = tokens.size();
        return rest;
    }

    public int position() {
        return at;
    }

    public void back(int position) {
        at = position;
    }

    public List<Token> since(int position) {
        return tokens.subList(position, at);
    }

    Optional<String> acceptString() {
        return peek().kind() == Token.Kind.STRING ? Optional.of(next().value()) : Optional.empty();
    }

    private static boolean isOneOf(Token token, String... stops) {
        for (String stop : stops) {
            if (token.is(stop) || token.isSymbol(stop)) {
                return true;
            }
        }
        return false;
    }
}
