package dev.palindrome.tsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a statement's tokens from left to right. Whatever is not expected there needs SQL Server. */
public final class TokenReader {

    private static final Token END = new Token(Token.Kind.END, "", "", 0, 0, 0, false);

    /** Microsoft: database-identifiers. */
    private static final int LONGEST_NAME = 128;

    private static final String DEFAULT_SCHEMA = "dbo";

    /** Words with which no clause of an INSERT or UPDATE begins, and no semicolon needs to stand before them. */
    private static final String[] NEXT_STATEMENT = {
        ";",
        "UPDATE",
        "INSERT",
        "DELETE",
        "MERGE",
        "ALTER",
        "CREATE",
        "DROP",
        "TRUNCATE",
        "IF",
        "WHILE",
        "PRINT",
        "DECLARE",
        "SET",
        "COMMIT",
        "RETURN"
    };

    private final List<Token> tokens;
    private final boolean ofName;
    private int at;

    /**
     * Begins to read.
     *
     * @param tokens with or without an END behind them
     */
    public TokenReader(List<Token> tokens) {
        this(tokens, false);
    }

    private TokenReader(List<Token> tokens, boolean ofName) {
        this.tokens = tokens;
        this.ofName = ofName;
    }

    /**
     * Begins to read a name that stands for itself, as in {@code OBJECT_ID(N'dbo.order')}: there T-SQL reserves no words.
     *
     * @param name of one or more parts
     * @return stands before the first
     */
    public static TokenReader ofName(String name) {
        return new TokenReader(Lexer.tokens(name, 1), true);
    }

    /**
     * The next token, which stays.
     *
     * @return one of kind END where there is none
     */
    public Token peek() {
        return peek(0);
    }

    /**
     * A token further on, which stays.
     *
     * @param ahead 0 for the next one
     * @return one of kind END where there is none
     */
    public Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : END;
    }

    /**
     * Reads the next token.
     *
     * @return one of kind END where there is none
     */
    public Token next() {
        Token token = peek();
        at++;
        return token;
    }

    /**
     * Goes on.
     *
     * @param tokens by how many tokens
     */
    public void skip(int tokens) {
        for (int i = 0; i < tokens; i++) {
            next();
        }
    }

    /**
     * Whether all has been read.
     *
     * @return true from the END on
     */
    public boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    /**
     * Whether these words come next, one after the other.
     *
     * @param words in any case
     * @return false if one of them is another token
     */
    public boolean sees(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a symbol comes next.
     *
     * @param symbol such as a comma
     * @return false for anything else
     */
    public boolean seesSymbol(String symbol) {
        return peek().isSymbol(symbol);
    }

    /**
     * Reads these words, if they come next one after the other.
     *
     * @param words in any case
     * @return whether they were there; if not, nothing is read
     */
    public boolean accept(String... words) {
        if (!sees(words)) {
            return false;
        }
        at += words.length;
        return true;
    }

    /**
     * Reads a symbol, if it comes next.
     *
     * @param symbol such as a comma
     * @return whether it was there; if not, nothing is read
     */
    public boolean acceptSymbol(String symbol) {
        if (!seesSymbol(symbol)) {
            return false;
        }
        at++;
        return true;
    }

    /**
     * Reads these words, which must come next.
     *
     * @param words in any case
     * @throws UntranslatableException if something else does
     */
    public void expect(String... words) {
        if (!accept(words)) {
            throw unexpected();
        }
    }

    /**
     * Reads a symbol, which must come next.
     *
     * @param symbol such as a parenthesis
     * @throws UntranslatableException if something else does
     */
    public void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw unexpected();
        }
    }

    /**
     * Makes sure that all has been read.
     *
     * @throws UntranslatableException if something follows
     */
    public void expectEnd() {
        if (!atEnd()) {
            throw unexpected();
        }
    }

    /**
     * To be thrown where SQL Server's grammar takes nothing of what stands here.
     *
     * @return names the next token, and SQL Server's error
     */
    public UntranslatableException syntax() {
        return UntranslatableException.syntax(peek());
    }

    /**
     * Reads one of these words, where SQL Server, too, takes nothing else.
     *
     * @param words in any case
     * @throws UntranslatableException with SQL Server's error if something else comes
     */
    public void require(String... words) {
        if (!peek().is(words)) {
            throw syntax();
        }
        next();
    }

    /**
     * Reads a symbol, where SQL Server, too, takes nothing else.
     *
     * @param symbol such as a parenthesis
     * @throws UntranslatableException with SQL Server's error if something else comes
     */
    public void requireSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw syntax();
        }
    }

    /**
     * Makes sure that all has been read, where SQL Server, too, takes nothing more.
     *
     * @throws UntranslatableException if something follows
     */
    public void expectEndOfSyntax() {
        if (!atEnd()) {
            throw syntax();
        }
    }

    /**
     * To be thrown where something else was wanted.
     *
     * @return names the next token
     */
    public UntranslatableException unexpected() {
        return UntranslatableException.at(peek());
    }

    /**
     * Reads a name of one part.
     *
     * @return without brackets
     * @throws UntranslatableException if there is none, or it is a reserved word without brackets
     */
    public String identifier() {
        if (!peek().isName()) {
            throw unexpected();
        }
        if (!ofName && ReservedWords.has(peek())) {
            throw UntranslatableException.refused(
                    156, peek(), peek().text() + " is a reserved word; as a name it stands in brackets");
        }
        if (peek().value().length() > LONGEST_NAME) {
            throw UntranslatableException.refused(
                    103,
                    peek(),
                    "a name has at most " + LONGEST_NAME + " characters, and this one has "
                            + peek().value().length());
        }
        return next().value();
    }

    /**
     * Reads a word of the language, or a name in brackets in its place.
     *
     * @return without brackets
     * @throws UntranslatableException if there is none
     */
    public String word() {
        if (!peek().isName()) {
            throw unexpected();
        }
        return next().value();
    }

    /**
     * Reads the name of an object.
     *
     * @return without brackets
     * @throws UntranslatableException if there is none, or none of this database
     */
    public ObjectName objectName() {
        return ObjectName.of(nameParts());
    }

    /**
     * Reads a name of several parts, of which some may be left out, as in {@code db..t}, up to a {@code .*}. H2 finds
     * everything but schemas whatever the case of their names, so the one that is always there is given as it is there.
     *
     * @return without brackets; empty for what is left out
     * @throws UntranslatableException if there is no name
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

    /**
     * Reads a name, as far as one stands here; unlike the other readers of names this one refuses nothing.
     *
     * @return the last part, without brackets; missing where there is no name
     */
    public Optional<String> lastNamePart() {
        String last;
        do {
            last = peek().isName() ? next().value() : "";
        } while (acceptSymbol("."));
        return Optional.of(last).filter(name -> !name.isEmpty());
    }

    /**
     * Reads a number with or without a sign.
     *
     * @return as written, but without a plus sign
     * @throws UntranslatableException if there is none
     */
    public String number() {
        String sign = acceptSymbol("-") ? "-" : acceptSymbol("+") ? "" : "";
        if (peek().kind() != Token.Kind.NUMBER) {
            throw unexpected();
        }
        return sign + next().text();
    }

    /**
     * What stands between the parenthesis that opens here and its partner; both are read.
     *
     * @return the tokens between the two
     * @throws UntranslatableException if none opens here, or the partner is missing
     */
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

    /**
     * The tokens up to one of these words or symbols, or to the end of the parenthesis that we are in.
     *
     * @param stops words in any case, and symbols; within inner parentheses they do not count
     * @return the tokens before it; it is not read
     */
    public List<Token> until(String... stops) {
        int from = at;
        int depth = 0;
        while (!atEnd() && !(depth == 0 && (seesSymbol(")") || isOneOf(peek(), stops)))) {
            Token token = next();
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
        }
        return tokens.subList(from, at);
    }

    /**
     * Reads what belongs to an INSERT or UPDATE, or at least not to a statement behind it.
     *
     * @param also where it ends besides, as {@link #until} has it
     * @return the tokens up to there
     */
    public List<Token> untilNextStatement(String... also) {
        return until(Stream.concat(Stream.of(NEXT_STATEMENT), Stream.of(also)).toArray(String[]::new));
    }

    /**
     * Reads all that is left.
     *
     * @return with the END, if there is one
     */
    public List<Token> rest() {
        List<Token> rest = tokens.subList(Math.min(at, tokens.size()), tokens.size());
        at = tokens.size();
        return rest;
    }

    /**
     * Where we are.
     *
     * @return for {@link #back} and {@link #since}
     */
    public int position() {
        return at;
    }

    /**
     * Goes back.
     *
     * @param position where we were
     */
    public void back(int position) {
        at = position;
    }

    /**
     * What has been read since then.
     *
     * @param position where we were
     * @return the tokens from there to here
     */
    public List<Token> since(int position) {
        return tokens.subList(position, at);
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
