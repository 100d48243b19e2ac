package dev.palindrome.tsql.flow;

import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.ColumnTypes.Column;
import dev.palindrome.tsql.FlowProgram.Function;
import dev.palindrome.tsql.FlowProgram.Function.Form;
import dev.palindrome.tsql.FlowProgram.Parameter;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;

/** Reads what a function is defined as. */
public final class FunctionReader {

    private final TokenReader reader;
    private final String definition;
    private boolean nullOnNull;

    private FunctionReader(TokenReader reader, String definition) {
        this.reader = reader;
        this.definition = definition;
    }

    /**
     * Reads a definition that has been taken.
     *
     * @throws UntranslatableException if a function cannot be run that is like it
     */
    public static Function read(ObjectName name, String definition) {
        return new FunctionReader(new TokenReader(Lexer.tokens(definition, 1)), definition).read(name);
    }

    /** @param text in its parentheses */
    public static List<Column> columns(String text) {
        List<Column> columns = new ArrayList<>();
        for (List<Token> element : Arguments.of(new TokenReader(Lexer.tokens(text, 1)).parenthesised())) {
            TokenReader reader = new TokenReader(element);
            if (reader.peek().is("PRIMARY", "UNIQUE", "CHECK", "CONSTRAINT", "INDEX")) {
                continue;
            }
            String name = reader.identifier();
            if (reader.sees("AS")) {
                throw new UntranslatableException("a function that gives rows with a computed column");
            }
            columns.add(new Column(name, Declaration.type(reader), true));
        }
        return columns;
    }

    private Function read(ObjectName name) {
        ModuleHead.name(reader, "FUNCTION");
        reader.requireSymbol("(");
        List<Parameter> parameters = ModuleHead.parameters(reader);
        if (reader.sees("READONLY")) {
            throw new UntranslatableException("a function that takes rows");
        }
        reader.requireSymbol(")");
        reader.require("RETURNS");
        return of(name, parameters);
    }

    private Function of(ObjectName name, List<Parameter> parameters) {
        if (reader.accept("TABLE")) {
            options();
            reader.accept("AS");
            reader.require("RETURN");
            List<Token> query = query();
            ModuleHead.requireKnown(query, "function");
            int line = query.get(0).line();
            return new Function(name, Form.INLINE, parameters, "", "", "", text(query), line, nullOnNull);
        }
        String rows = "";
        String columns = "";
        String type = "";
        if (reader.peek().kind() == Token.Kind.VARIABLE) {
            rows = reader.next().text();
            reader.require("TABLE");
            int start = reader.position();
            reader.parenthesised();
            columns = text(reader.since(start));
        } else {
            type = Declaration.type(reader);
        }
        options();
        reader.accept("AS");
        List<Token> body = body();
        ModuleHead.requireKnown(body, "function");
        return new Function(
                name,
                rows.isEmpty() ? Form.SCALAR : Form.ROWS,
                parameters,
                type,
                rows,
                columns,
                text(body),
                body.get(0).line(),
                nullOnNull);
    }

    private void options() {
        if (!reader.accept("WITH")) {
            return;
        }
        do {
            if (reader.accept("EXECUTE") || reader.accept("EXEC")) {
                reader.require("AS");
                reader.next();
            } else if (reader.accept("RETURNS")) {
                reader.expect("NULL", "ON", "NULL", "INPUT");
                nullOnNull = true;
            } else if (reader.accept("CALLED")) {
                reader.expect("ON", "NULL", "INPUT");
            } else if (reader.accept("INLINE")) {
                reader.requireSymbol("=");
                reader.next();
            } else {
                reader.next();
            }
        } while (reader.acceptSymbol(","));
    }

    /** Without its end, and without parentheses around it. */
    private List<Token> query() {
        List<Token> query = withoutEnd(reader.rest());
        while (query.get(0).isSymbol("(")) {
            TokenReader whole = new TokenReader(query);
            List<Token> inside = whole.parenthesised();
            if (!whole.atEnd()) {
                return query;
            }
            query = withoutEnd(inside);
        }
        return query;
    }

    private List<Token> body() {
        List<Token> body = withoutEnd(reader.rest());
        if (body.isEmpty() || !body.get(0).is("BEGIN")) {
            throw new UntranslatableException("a function without BEGIN");
        }
        return body;
    }

    private static List<Token> withoutEnd(List<Token> tokens) {
        int end = tokens.size();
        while (end > 0
                && (tokens.get(end - 1).isSymbol(";") || tokens.get(end - 1).kind() == Token.Kind.END)) {
            end--;
        }
        return tokens.subList(0, end);
    }

    private String text(List<Token> tokens) {
        return definition.substring(
                tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
    }
}
