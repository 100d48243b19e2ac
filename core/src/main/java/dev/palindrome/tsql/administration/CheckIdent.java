package dev.palindrome.tsql.administration;

import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.List;

/** DBCC CHECKIDENT (Microsoft: dbcc-checkident-transact-sql). */
final class CheckIdent {

    private CheckIdent() {}

    /** From behind {@code DBCC CHECKIDENT}. */
    static List<String> rewrite(TokenReader reader) {
        reader.expectSymbol("(");
        ObjectName table = table(reader);
        boolean reseeds = true;
        String value = "NULL";
        if (reader.acceptSymbol(",")) {
            reseeds = !reader.accept("NORESEED");
            if (reseeds) {
                reader.expect("RESEED");
            }
            if (reader.acceptSymbol(",")) {
                value = reader.number();
            }
        }
        reader.expectSymbol(")");
        if (reader.accept("WITH")) {
            reader.require("NO_INFOMSGS");
        }
        reader.expectEndOfSyntax();
        return List.of(
                reseeds
                        ? ProcedureCall.of("reseed_identity", table.arguments(), value)
                        : ProcedureCall.of("require_identity", table.arguments()));
    }

    private static ObjectName table(TokenReader reader) {
        return reader.peek().kind() == Token.Kind.STRING
                ? TokenReader.ofName(reader.next().value()).objectName()
                : reader.objectName();
    }
}
