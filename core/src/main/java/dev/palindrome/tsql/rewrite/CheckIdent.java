package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.List;

/** DBCC CHECKIDENT (Microsoft: dbcc-checkident-transact-sql). */
final class CheckIdent {

    private CheckIdent() {}

    static List<String> rewrite(TokenReader reader) {
        reader.expect("DBCC", "CHECKIDENT");
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
            reader.expect("NO_INFOMSGS");
        }
        reader.expectEnd();
        return reseeds ? List.of(ProcedureCall.of("reseed_identity", table.arguments(), value)) : List.of();
    }

    private static ObjectName table(TokenReader reader) {
        return reader.peek().kind() == Token.Kind.STRING
                ? TokenReader.ofName(reader.next().value()).objectName()
                : reader.objectName();
    }
}
