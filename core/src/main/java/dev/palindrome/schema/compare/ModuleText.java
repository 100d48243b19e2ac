package dev.palindrome.schema.compare;

import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The text of a module as far as it counts: without white space, and with a heading that does not tell how it was written or
 * last changed. Comments in it count: SQL Server keeps them (Microsoft: sys-sql-modules-transact-sql).
 */
final class ModuleText {

    private static final String[] KINDS = {"VIEW", "PROCEDURE", "PROC", "FUNCTION", "TRIGGER"};

    private final NameRule names;
    private final List<Token> tokens;
    private final List<String> comparable = new ArrayList<>();
    private int at;

    private ModuleText(String definition, NameRule names) {
        this.names = names;
        this.tokens = tokens(definition);
    }

    static String comparable(String definition, NameRule names) {
        return String.join("\n", new ModuleText(definition, names).read());
    }

    /**
     * What is told of two texts that are not the same, where they differ in little.
     *
     * @return a part of a sentence; empty where more differs
     */
    static Optional<String> littleDifference(String one, String other) {
        List<Token> left = withoutEnd(one);
        List<Token> right = withoutEnd(other);
        if (squeezed(left).equals(squeezed(right))) {
            return Optional.of("only white space and capitals differ");
        }
        left.removeIf(token -> token.kind() == Token.Kind.COMMENT);
        right.removeIf(token -> token.kind() == Token.Kind.COMMENT);
        return squeezed(left).equals(squeezed(right))
                ? Optional.of("only comments, white space and capitals differ")
                : Optional.empty();
    }

    private static List<Token> withoutEnd(String definition) {
        List<Token> tokens = tokens(definition);
        withoutSemicolons(tokens);
        return tokens;
    }

    private static String squeezed(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> token.text()
                .chars()
                .filter(character -> !Character.isWhitespace(character))
                .forEach(character -> text.append((char) character)));
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static List<Token> tokens(String definition) {
        List<Token> tokens = new ArrayList<>();
        Lexer lexer = Lexer.withComments(definition, 1);
        for (Token token = lexer.next(); token.kind() != Token.Kind.END; token = lexer.next()) {
            tokens.add(token);
        }
        return tokens;
    }

    private static void withoutSemicolons(List<Token> tokens) {
        while (!tokens.isEmpty() && tokens.get(tokens.size() - 1).text().equals(";")) {
            tokens.remove(tokens.size() - 1);
        }
    }

    private List<String> read() {
        withoutSemicolons(tokens);
        heading();
        while (at < tokens.size()) {
            add(tokens.get(at++));
        }
        return comparable;
    }

    /** Only what is certainly one: other things have a text, too. */
    private void heading() {
        int first = 0;
        while (first < tokens.size() && tokens.get(first).kind() == Token.Kind.COMMENT) {
            first++;
        }
        at = first;
        if (!sees("CREATE", "ALTER")) {
            at = 0;
            return;
        }
        at++;
        if (sees("OR") && at + 1 < tokens.size() && tokens.get(at + 1).is("ALTER")) {
            at += 2;
        }
        comparable.add("CREATE");
        if (!sees(KINDS)) {
            return;
        }
        String kind = tokens.get(at++).upper();
        comparable.add(kind.equals("PROC") ? "PROCEDURE" : kind);
        name();
        boolean isTrigger = kind.equals("TRIGGER");
        if (isTrigger && sees("ON")) {
            comparable.add(tokens.get(at++).upper());
            if (!sees("ALL", "DATABASE")) {
                name();
            }
        }
        words(isTrigger);
    }

    /** Which schema it is in shows besides. */
    private void name() {
        while (at + 2 < tokens.size()
                && tokens.get(at).isName()
                && tokens.get(at + 1).isSymbol(".")
                && tokens.get(at + 2).isName()) {
            at += 2;
        }
        if (at < tokens.size() && tokens.get(at).isName()) {
            comparable.add(names.key(tokens.get(at++).value()));
        }
    }

    /** Of words that are no names capitals do not count. */
    private void words(boolean isTrigger) {
        boolean ended = false;
        while (at < tokens.size() && !ended) {
            ended = sees("AS", "BEGIN", "RETURN");
            Token token = tokens.get(at++);
            if (isTrigger && token.is("FOR", "AFTER")) {
                comparable.add("AFTER");
            } else if (token.isReserved() || token.is("RETURNS")) {
                comparable.add(token.upper());
            } else {
                add(token);
            }
        }
    }

    private boolean sees(String... words) {
        return at < tokens.size() && tokens.get(at).is(words);
    }

    private void add(Token token) {
        if (token.kind() == Token.Kind.SYMBOL) {
            comparable.addAll(ExpressionText.signs(token));
        } else {
            comparable.add(text(token));
        }
    }

    /** Which line breaks a comment has depends on whose editor or version control it came through. */
    private static String text(Token token) {
        return token.kind() == Token.Kind.COMMENT
                ? token.text().stripTrailing().replace("\r\n", "\n")
                : token.text().stripTrailing();
    }
}
