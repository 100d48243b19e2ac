package dev.palindrome.tsql.module;

import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.rule.DataSyntax;
import java.util.ArrayList;
import java.util.List;

/** The head of a function, from behind its name (Microsoft: create-function-transact-sql). */
final class FunctionHead {

    private final TokenReader reader;

    FunctionHead(TokenReader reader) {
        this.reader = reader;
    }

    Recorded read(Recorded recorded) {
        ModuleParameters.inParentheses(reader);
        reader.require("RETURNS");
        if (reader.accept("TABLE")) {
            Recorded known = options(recorded);
            reader.accept("AS");
            if (!reader.sees("EXTERNAL")) {
                reader.require("RETURN");
            }
            ModuleDefinition.requireSome(reader);
            List<Token> query = reader.rest();
            DataSyntax.requireReturned(query);
            FunctionEffects.refuseChanging(query);
            return known.with(Fact.OBJECT_TYPE, "IF");
        }
        boolean table = reader.peek().kind() == Token.Kind.VARIABLE;
        if (table) {
            reader.next();
            reader.require("TABLE");
            ModuleBody.requireNeighbours(reader.parenthesised());
        } else {
            ModuleParameters.type(reader);
        }
        Recorded known = options(recorded);
        reader.accept("AS");
        block(table);
        return known.with(Fact.OBJECT_TYPE, table ? "TF" : "FN");
    }

    private Recorded options(Recorded recorded) {
        return ModuleOptions.read(reader, recorded, this::special, "NATIVE_COMPILATION");
    }

    /** What only functions have; false for any other option. */
    private boolean special() {
        if (reader.accept("INLINE")) {
            reader.requireSymbol("=");
            reader.require("ON", "OFF");
            return true;
        }
        if (reader.accept("RETURNS")) {
            reader.require("NULL");
        } else if (!reader.accept("CALLED")) {
            return false;
        }
        reader.require("ON");
        reader.require("NULL");
        reader.require("INPUT");
        return true;
    }

    private void block(boolean table) {
        ModuleDefinition.requireBody(reader);
        reader.require("BEGIN");
        ModuleDefinition.requireSome(reader);
        List<Token> body = reader.rest();
        int last = body.size() - 1;
        while (last > 0 && (body.get(last).isSymbol(";") || body.get(last).kind() == Token.Kind.END)) {
            last--;
        }
        if (!body.get(last).is("END")) {
            throw new TokenReader(body.subList(body.size(), body.size())).syntax();
        }
        List<Token> inside = new ArrayList<>(body.subList(0, last));
        Token end = body.get(last);
        inside.add(new Token(Token.Kind.END, "", "", end.start(), end.line(), 0, false));
        FunctionEffects.refuse(inside, table);
    }
}
