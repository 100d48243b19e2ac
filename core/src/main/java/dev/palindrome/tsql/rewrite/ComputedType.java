package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.TsqlType;
import dev.palindrome.tsql.UntranslatableException;
import java.util.List;

/** The type of a computed column, which H2 wants to be told: taken from the CAST or CONVERT that the column is. */
final class ComputedType {

    private ComputedType() {}

    static TsqlType of(List<Token> expression) {
        TokenReader reader = new TokenReader(expression);
        if (reader.seesSymbol("(")) {
            List<Token> inside = reader.parenthesised();
            if (reader.atEnd()) {
                return of(inside);
            }
        }
        boolean cast = reader.accept("CAST");
        if (!cast && !reader.accept("CONVERT")) {
            throw unknown();
        }
        TokenReader arguments = new TokenReader(reader.parenthesised());
        if (!reader.atEnd()) {
            throw unknown();
        }
        if (cast) {
            arguments.until("AS");
            arguments.expect("AS");
        }
        return TypeReader.ofCast(arguments);
    }

    private static UntranslatableException unknown() {
        return new UntranslatableException("a computed column that is not a CAST or CONVERT");
    }
}
