package dev.palindrome.tsql.rule;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;

/** Reads what may stand behind the call of a function, and what is in an OVER. */
final class WindowSyntax {

    private final TokenReader reader;

    WindowSyntax(TokenReader reader) {
        this.reader = reader;
    }

    void behindCall() {
        if (reader.accept("WITHIN", "GROUP")) {
            reader.requireSymbol("(");
            if (!reader.accept("GRAPH", "PATH")) {
                reader.require("ORDER");
                reader.require("BY");
                QuerySyntax.orderItems(reader);
            }
            reader.requireSymbol(")");
        }
        if (reader.accept("IGNORE") || reader.accept("RESPECT")) {
            reader.require("NULLS");
        }
        if (reader.accept("OVER")) {
            over();
        }
    }

    /** From behind OVER: a name, or what it stands for. */
    void over() {
        if (!reader.seesSymbol("(")) {
            QuerySyntax.name(reader);
            return;
        }
        definition();
    }

    /** In parentheses. */
    void definition() {
        reader.requireSymbol("(");
        if (reader.peek().isName()
                && !reader.peek().isReserved()
                && !reader.peek().is("PARTITION", "ROWS", "RANGE")) {
            reader.identifier();
        }
        if (reader.accept("PARTITION")) {
            reader.require("BY");
            do {
                ExpressionSyntax.value(reader);
            } while (reader.acceptSymbol(","));
        }
        if (reader.accept("ORDER")) {
            reader.require("BY");
            QuerySyntax.orderItems(reader);
        }
        if (reader.accept("ROWS") || reader.accept("RANGE")) {
            if (reader.accept("BETWEEN")) {
                bound();
                reader.require("AND");
            }
            bound();
        }
        reader.requireSymbol(")");
    }

    private void bound() {
        if (reader.accept("CURRENT")) {
            reader.require("ROW");
            return;
        }
        if (reader.peek().kind() == Token.Kind.NUMBER) {
            reader.next();
        } else {
            reader.require("UNBOUNDED");
        }
        reader.require("PRECEDING", "FOLLOWING");
    }
}
