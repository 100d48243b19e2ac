package dev.palindrome.tsql.flow;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.FlowProgram.Parameter;
import dev.palindrome.tsql.FlowProgram.Procedure;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what a stored procedure is defined as. */
public final class ProcedureReader {

    /** What only a procedure's own session could say. */
    private static final String[] ASKING_WHERE = {"ERROR_PROCEDURE"};

    private static final List<String> WHERE = List.of("@@NESTLEVEL", "@@PROCID");

    private ProcedureReader() {}

    /**
     * Reads a definition that has been taken.
     *
     * @throws UntranslatableException if a procedure cannot be run that is like it
     */
    public static Procedure read(String definition) {
        TokenReader reader = new TokenReader(Lexer.tokens(definition, 1));
        if (reader.accept("CREATE")) {
            reader.accept("OR", "ALTER");
        } else {
            reader.require("ALTER");
        }
        reader.require("PROCEDURE", "PROC");
        reader.objectName();
        if (reader.acceptSymbol(";")) {
            reader.number();
        }
        boolean inParentheses = reader.acceptSymbol("(");
        List<Parameter> parameters = new ArrayList<>();
        while (reader.peek().kind() == Token.Kind.VARIABLE) {
            parameters.add(parameter(reader));
            reader.acceptSymbol(",");
        }
        if (inParentheses) {
            reader.requireSymbol(")");
        }
        options(reader);
        reader.require("AS");
        Token first = reader.peek();
        List<Token> body = reader.rest();
        requireKnown(body);
        return new Procedure(
                List.copyOf(parameters),
                first.kind() == Token.Kind.END ? "" : definition.substring(first.start()),
                first.line(),
                temporary(body));
    }

    static Parameter parameter(TokenReader reader) {
        String name = reader.next().text();
        reader.accept("AS");
        if (reader.sees("CURSOR")) {
            throw new UntranslatableException("a procedure that takes a cursor");
        }
        String type = Declaration.type(reader);
        if (!reader.accept("NULL")) {
            reader.accept("NOT", "NULL");
        }
        StringBuilder otherwise = new StringBuilder();
        if (reader.acceptSymbol("=")) {
            Token value = reader.next();
            if (value.isSymbol("-") || value.isSymbol("+")) {
                otherwise.append(value.text());
                value = reader.next();
            }
            boolean word = value.kind() == Token.Kind.NAME || value.kind() == Token.Kind.WORD && !value.is("NULL");
            otherwise.append(word ? literal(value) : value.text());
        }
        boolean output = reader.accept("OUTPUT") || reader.accept("OUT");
        return new Parameter(FlowVariable.of(name, type), Declaration.isConverted(type), otherwise.toString(), output);
    }

    private static void options(TokenReader reader) {
        if (reader.accept("WITH")) {
            do {
                if (reader.accept("EXECUTE") || reader.accept("EXEC")) {
                    reader.require("AS");
                }
                reader.next();
            } while (reader.acceptSymbol(","));
        }
        reader.accept("FOR", "REPLICATION");
    }

    static void requireKnown(List<Token> body) {
        for (Token token : body) {
            boolean asks =
                    token.is(ASKING_WHERE) || token.kind() == Token.Kind.VARIABLE && WHERE.contains(token.upper());
            if (asks) {
                throw new UntranslatableException(token.text() + " in a procedure");
            }
        }
    }

    private static List<String> temporary(List<Token> body) {
        return body.stream()
                .filter(token -> token.isName() && token.value().startsWith("#"))
                .map(token -> token.value().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** A word that stands for itself. */
    static String literal(Token name) {
        return SqlLiteral.of(name.value());
    }
}
