package dev.palindrome.tsql.flow;

import dev.palindrome.tsql.FlowStep.Kind;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.rule.DataSyntax;
import dev.palindrome.tsql.rule.ExpressionSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cursors over queries: their rows are read when they are opened.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/language-elements/declare-cursor-transact-sql">DECLARE CURSOR</a>
 */
final class CursorStatement {

    private static final String[] OPTIONS = {
        "LOCAL",
        "GLOBAL",
        "FORWARD_ONLY",
        "SCROLL",
        "STATIC",
        "KEYSET",
        "DYNAMIC",
        "FAST_FORWARD",
        "READ_ONLY",
        "SCROLL_LOCKS",
        "OPTIMISTIC",
        "TYPE_WARNING",
        "INSENSITIVE"
    };

    private final FlowTranslation translation;
    private final FlowSteps steps;
    private final FlowScope scope;

    CursorStatement(FlowTranslation translation, FlowSteps steps) {
        this.translation = translation;
        this.steps = steps;
        this.scope = translation.scope();
    }

    /** {@code DECLARE name CURSOR …}. */
    void declare(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        int line = reader.next().line();
        String name = reader.identifier().toLowerCase(Locale.ROOT);
        List<String> options = new ArrayList<>();
        while (reader.peek().is("INSENSITIVE", "SCROLL")) {
            options.add(reader.next().upper());
        }
        reader.require("CURSOR");
        defined(name, options, reader, line);
    }

    /** From behind the equals sign of SET. */
    void set(FlowVariable variable, TokenReader reader) {
        int line = reader.peek().line();
        if (reader.accept("CURSOR")) {
            defined(variable.name(), new ArrayList<>(), reader, line);
            return;
        }
        Token other = reader.next();
        reader.expectEndOfSyntax();
        steps.add(Kind.CURSOR, line, List.of("SAME", variable.name(), name(other)));
    }

    /** @param options those before the word CURSOR, as the SQL standard has them */
    private void defined(String name, List<String> options, TokenReader reader, int line) {
        while (reader.peek().is(OPTIONS)) {
            options.add(reader.next().upper());
        }
        reader.require("FOR");
        List<Token> query = new ArrayList<>(reader.rest());
        int end = endOfQuery(query);
        List<Token> asked = query.subList(0, end);
        scope.requireAll(asked);
        if (asked.isEmpty() || !asked.get(0).is("SELECT", "WITH")) {
            throw UntranslatableException.syntax(asked.isEmpty() ? query.get(query.size() - 1) : asked.get(0));
        }
        List<String> used = asked.stream()
                .filter(token ->
                        token.kind() == Token.Kind.VARIABLE && !token.text().startsWith("@@"))
                .map(token -> token.text().toLowerCase(Locale.ROOT))
                .filter(variable ->
                        scope.variable(variable).filter(FlowVariable::isValue).isPresent())
                .distinct()
                .toList();
        List<String> texts =
                new ArrayList<>(List.of("DECLARE", name, String.join(" ", options), String.join(" ", used)));
        DataSyntax.requireQuery(asked);
        texts.addAll(translation.query(new Made(line).add(asked).tokens()).texts());
        steps.add(Kind.CURSOR, line, texts);
    }

    /** FOR READ ONLY and FOR UPDATE [OF …] stand behind it. */
    private static int endOfQuery(List<Token> query) {
        int depth = 0;
        for (int i = 0; i + 1 < query.size(); i++) {
            Token token = query.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.is("FOR") && query.get(i + 1).is("READ", "UPDATE")) {
                return i;
            }
        }
        return query.size();
    }

    void add(TokenReader reader) {
        Token verb = reader.next();
        if (verb.is("FETCH")) {
            fetch(verb, reader);
            return;
        }
        reader.accept("GLOBAL");
        if (reader.peek().is("SYMMETRIC", "MASTER", "ALL")) {
            throw new UntranslatableException(verb.upper() + " " + reader.peek().upper());
        }
        Token cursor = reader.next();
        reader.expectEndOfSyntax();
        steps.add(Kind.CURSOR, verb.line(), List.of(verb.upper(), name(cursor)));
    }

    private void fetch(Token verb, TokenReader reader) {
        String way = "NEXT";
        List<String> number = List.of("", "");
        if (reader.peek().is("NEXT", "PRIOR", "FIRST", "LAST", "ABSOLUTE", "RELATIVE")) {
            way = reader.next().upper();
            if (way.equals("ABSOLUTE") || way.equals("RELATIVE")) {
                List<Token> value = ExpressionSyntax.value(reader);
                scope.requireAll(value);
                number = translation
                        .query(new Made(verb.line())
                                .add("SELECT")
                                .cast(value, "int")
                                .tokens())
                        .texts();
            }
            reader.require("FROM");
        } else {
            reader.accept("FROM");
        }
        reader.accept("GLOBAL");
        String cursor = name(reader.next());
        List<String> texts = new ArrayList<>(List.of("FETCH", cursor, way));
        texts.addAll(number);
        if (reader.accept("INTO")) {
            do {
                Token variable = reader.next();
                if (variable.kind() != Token.Kind.VARIABLE) {
                    throw UntranslatableException.syntax(variable);
                }
                texts.add(scope.require(variable).name());
            } while (reader.acceptSymbol(","));
        }
        reader.expectEndOfSyntax();
        steps.add(Kind.CURSOR, verb.line(), texts);
    }

    private String name(Token cursor) {
        if (cursor.kind() == Token.Kind.VARIABLE) {
            FlowVariable variable = scope.require(cursor);
            if (!variable.type().equals(FlowVariable.CURSOR)) {
                throw UntranslatableException.refused(16948, cursor, cursor.text() + " is no cursor");
            }
            return variable.name();
        }
        if (!cursor.isName()) {
            throw UntranslatableException.syntax(cursor);
        }
        return cursor.value().toLowerCase(Locale.ROOT);
    }
}
