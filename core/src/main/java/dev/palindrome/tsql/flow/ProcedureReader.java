package dev.palindrome.tsql.flow;

import dev.palindrome.tsql.FlowProgram.Parameter;
import dev.palindrome.tsql.FlowProgram.Procedure;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.List;

/** Reads what a stored procedure is defined as. */
public final class ProcedureReader {

    private ProcedureReader() {}

    /**
     * Reads a definition that has been taken.
     *
     * @throws UntranslatableException if a procedure cannot be run that is like it
     */
    public static Procedure read(String definition) {
        TokenReader reader = new TokenReader(Lexer.tokens(definition, 1));
        ModuleHead.name(reader, "PROCEDURE", "PROC");
        if (reader.acceptSymbol(";")) {
            reader.number();
        }
        boolean inParentheses = reader.acceptSymbol("(");
        List<Parameter> parameters = ModuleHead.parameters(reader);
        if (inParentheses) {
            reader.requireSymbol(")");
        }
        options(reader);
        reader.require("AS");
        Token first = reader.peek();
        List<Token> body = reader.rest();
        ModuleHead.requireKnown(body, "procedure");
        return new Procedure(
                parameters,
                first.kind() == Token.Kind.END ? "" : definition.substring(first.start()),
                first.line(),
                TemporaryTable.names(body));
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
}
