package dev.palindrome.tsql.flow;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.FlowProgram.Parameter;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;

/** What a procedure's and a function's definition have in common. Both have been taken: what is wrong in them is known. */
final class ModuleHead {

    /** What only a module's own session could say. */
    private static final List<String> WHERE = List.of("@@NESTLEVEL", "@@PROCID");

    private ModuleHead() {}

    /** Up to behind the name. */
    static void name(TokenReader reader, String... kinds) {
        if (reader.accept("CREATE")) {
            reader.accept("OR", "ALTER");
        } else {
            reader.require("ALTER");
        }
        reader.require(kinds);
        reader.objectName();
    }

    static List<Parameter> parameters(TokenReader reader) {
        List<Parameter> parameters = new ArrayList<>();
        while (reader.peek().kind() == Token.Kind.VARIABLE) {
            parameters.add(parameter(reader));
            reader.acceptSymbol(",");
        }
        return List.copyOf(parameters);
    }

    private static Parameter parameter(TokenReader reader) {
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

    /** A word that stands for itself. */
    static String literal(Token name) {
        return SqlLiteral.of(name.value());
    }

    /** @param kind of module, as the error names it */
    static void requireKnown(List<Token> body, String kind) {
        for (Token token : body) {
            boolean asks = token.kind() == Token.Kind.VARIABLE && WHERE.contains(token.upper());
            if (asks || kind.equals("function") && token.is("ERROR_PROCEDURE")) {
                throw new UntranslatableException(token.text() + " in a " + kind);
            }
        }
    }
}
