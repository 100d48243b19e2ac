package dev.palindrome.seed.named;

import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts literals in the places of variables that hold them, so that {@code WHERE x = @old} says what it is compared with: such as
 * are given when they are declared, by SET, by SELECT, or as parameters of sp_executesql. A text in a variable that is executed
 * is read as well.
 */
final class KnownVariables {

    private static final int MOST_OF_TYPE = 8;

    private final List<List<Token>> filled = new ArrayList<>();
    private final List<String> executed = new ArrayList<>();

    /** Given to texts that are executed, whichever it is. */
    private final Map<String, List<Token>> parameters = new HashMap<>();

    private Map<String, List<Token>> values = new HashMap<>();

    private KnownVariables() {}

    /** @param texts all that a script runs */
    static List<List<Token>> in(List<List<Token>> texts) {
        if (texts.stream().flatMap(List::stream).noneMatch(token -> token.kind() == Token.Kind.VARIABLE)) {
            return texts;
        }
        KnownVariables variables = new KnownVariables();
        texts.forEach(variables::read);
        for (String text : List.copyOf(variables.executed)) {
            List<Token> tokens = Lexer.tokens(text, 1);
            variables.read(tokens.subList(0, tokens.size() - 1));
        }
        return variables.filled.stream().map(variables::withParameters).toList();
    }

    private List<Token> withParameters(List<Token> text) {
        List<Token> all = new ArrayList<>();
        text.forEach(token -> all.addAll(
                token.kind() == Token.Kind.VARIABLE
                        ? parameters.getOrDefault(GeneratedRow.key(token.text()), List.of(token))
                        : List.of(token)));
        return all;
    }

    private void read(List<Token> text) {
        values = new HashMap<>();
        List<Token> all = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            Token token = text.get(i);
            if (token.isName() && token.value().equalsIgnoreCase("sp_executesql")) {
                call(new TokenReader(text.subList(i + 1, text.size())));
            } else if (token.is("EXEC", "EXECUTE") && isVariableAlone(text, i + 1)) {
                text(text.get(i + 2)).ifPresent(executed::add);
            }
            if (token.kind() != Token.Kind.VARIABLE) {
                all.add(token);
            } else if (isAssigned(text, i)) {
                assign(text, i);
                all.add(token);
            } else {
                all.addAll(values.getOrDefault(GeneratedRow.key(token.text()), List.of(token)));
            }
        }
        filled.add(List.copyOf(all));
    }

    /** {@code (@sql)}. */
    private static boolean isVariableAlone(List<Token> text, int at) {
        return at + 2 < text.size()
                && text.get(at).isSymbol("(")
                && text.get(at + 1).kind() == Token.Kind.VARIABLE
                && text.get(at + 2).isSymbol(")");
    }

    /** Behind WHERE and the like it is compared. */
    private static boolean isAssigned(List<Token> text, int at) {
        Token before = at == 0 ? text.get(0) : text.get(at - 1);
        boolean isGiven = isSymbol(text, at + 1, "=");
        return before.is("DECLARE")
                || before.is("SET", "SELECT") && isGiven
                || before.isSymbol(",") && (isGiven || isDeclared(text, at + 1));
    }

    private static boolean isSymbol(List<Token> text, int at, String symbol) {
        return at < text.size() && text.get(at).isSymbol(symbol);
    }

    /** A type follows, as in {@code DECLARE @a INT, @b INT}. */
    private static boolean isDeclared(List<Token> text, int at) {
        return at < text.size() && text.get(at).isName() && !text.get(at).is("AS", "FROM", "WHERE", "INTO", "OUTPUT");
    }

    private void assign(List<Token> text, int at) {
        String name = GeneratedRow.key(text.get(at).text());
        int sign = at + 1;
        while (sign < Math.min(text.size(), at + MOST_OF_TYPE)
                && !text.get(sign).isSymbol("=")
                && !text.get(sign).isSymbol(";")
                && text.get(sign).kind() != Token.Kind.VARIABLE) {
            sign++;
        }
        if (isSymbol(text, sign, "=")) {
            List<Token> literal = literal(text, sign + 1);
            if (literal.isEmpty()) {
                values.remove(name);
            } else {
                values.put(name, literal);
            }
        }
    }

    /** A number, perhaps with a sign, or a text, and nothing that is computed with it. */
    private static List<Token> literal(List<Token> text, int at) {
        int end = at + (isSymbol(text, at, "-") ? 2 : 1);
        if (end > text.size() || !isLiteral(text.get(end - 1))) {
            return List.of();
        }
        boolean goesOn = end < text.size()
                && text.get(end).kind() == Token.Kind.SYMBOL
                && !text.get(end).isSymbol(",")
                && !text.get(end).isSymbol(";")
                && !text.get(end).isSymbol(")");
        return goesOn ? List.of() : List.copyOf(text.subList(at, end));
    }

    private static boolean isLiteral(Token token) {
        return token.kind() == Token.Kind.STRING
                || token.kind() == Token.Kind.NUMBER
                || token.kind() == Token.Kind.MONEY;
    }

    private Optional<String> text(Token token) {
        if (token.kind() == Token.Kind.VARIABLE) {
            List<Token> known = values.getOrDefault(GeneratedRow.key(token.text()), List.of());
            return known.size() == 1 ? text(known.get(0)) : Optional.empty();
        }
        return token.kind() == Token.Kind.STRING ? Optional.of(token.value()) : Optional.empty();
    }

    /** Behind sp_executesql: the text, its parameters' declaration, and what these are given. */
    private void call(TokenReader reader) {
        skipName(reader);
        Token first = reader.peek();
        if (first.kind() == Token.Kind.VARIABLE) {
            text(first).ifPresent(executed::add);
        }
        reader.until(",");
        if (!reader.acceptSymbol(",")) {
            return;
        }
        skipName(reader);
        List<String> declared = text(reader.peek()).map(KnownVariables::names).orElse(List.of());
        reader.next();
        for (int place = 0; reader.acceptSymbol(","); place++) {
            String name = place < declared.size() ? declared.get(place) : "";
            if (reader.peek().kind() == Token.Kind.VARIABLE && reader.peek(1).isSymbol("=")) {
                name = GeneratedRow.key(reader.next().text());
                reader.next();
            }
            give(name, reader);
        }
    }

    private static void skipName(TokenReader reader) {
        if (reader.peek().kind() == Token.Kind.VARIABLE && reader.peek(1).isSymbol("=")) {
            reader.next();
            reader.next();
        }
    }

    private void give(String name, TokenReader reader) {
        List<Token> given = new ArrayList<>();
        if (reader.seesSymbol("-")) {
            given.add(reader.next());
        }
        Token token = reader.next();
        List<Token> known = token.kind() == Token.Kind.VARIABLE
                ? values.getOrDefault(GeneratedRow.key(token.text()), List.of())
                : isLiteral(token) ? List.of(token) : List.of();
        if (!known.isEmpty()) {
            given.addAll(known);
            parameters.putIfAbsent(name, List.copyOf(given));
        }
        reader.accept("OUTPUT");
    }

    private static List<String> names(String declaration) {
        return Lexer.tokens(declaration, 1).stream()
                .filter(token -> token.kind() == Token.Kind.VARIABLE)
                .map(token -> GeneratedRow.key(token.text()))
                .toList();
    }
}
