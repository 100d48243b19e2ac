package dev.palindrome.tsql.flow;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** EXEC of a procedure that a script has made. What it does is known where it runs. */
final class CallStatement {

    private static final String[] OUTPUT = {"OUTPUT", "OUT"};

    private CallStatement() {}

    /**
     * What a step has that calls a procedure.
     *
     * @param reader before the procedure's name
     * @param result the variable that takes what it returns; empty without one
     */
    static List<String> texts(TokenReader reader, String result, FlowScope scope) {
        List<String> name = reader.nameParts();
        int last = name.size() - 1;
        if (last > 1) {
            throw new UntranslatableException("the procedure " + String.join(".", name) + " of another database");
        }
        List<String> texts = new ArrayList<>(List.of(last == 0 ? "" : name.get(0), name.get(last), result));
        if (!reader.atEnd() && !reader.sees("WITH")) {
            do {
                argument(reader, scope, texts);
            } while (reader.acceptSymbol(","));
        }
        if (reader.accept("WITH")) {
            reader.require("RECOMPILE");
        }
        reader.expectEndOfSyntax();
        return texts;
    }

    private static void argument(TokenReader reader, FlowScope scope, List<String> texts) {
        boolean named =
                reader.peek().kind() == Token.Kind.VARIABLE && reader.peek(1).isSymbol("=");
        texts.add(named ? reader.next().text().toLowerCase(Locale.ROOT) : "");
        if (named) {
            reader.next();
        }
        Token value = reader.next();
        String sign = "";
        if (value.isSymbol("-") || value.isSymbol("+")) {
            sign = value.text();
            value = reader.next();
        }
        texts.add(sign + value(value));
        boolean output = reader.peek().is(OUTPUT);
        if (output) {
            reader.next();
        }
        texts.add(output ? scope.require(value).name() : "");
    }

    private static String value(Token token) {
        return switch (token.kind()) {
            case VARIABLE, STRING, NUMBER, MONEY, BINARY -> token.text();
            case NAME -> ModuleHead.literal(token);
            case WORD -> token.is("NULL") ? token.text() : token.is("DEFAULT") ? "" : ModuleHead.literal(token);
            default -> throw UntranslatableException.syntax(token);
        };
    }
}
