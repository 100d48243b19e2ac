package dev.palindrome.h2.administration;

import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.sql.SQLException;
import java.util.List;

/** What the query of a view may not have in it if the view is to have an index (Microsoft: create-indexed-views). */
final class IndexableQuery {

    private IndexableQuery() {}

    static void require(String view, String definition) throws SQLException {
        List<Token> tokens = Lexer.tokens(definition, 1);
        boolean counts = false;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token next = tokens.get(i + 1);
            counts |= token.is("COUNT_BIG");
            if (token.is("DISTINCT")) {
                throw error(10100, view, "it contains the DISTINCT keyword");
            } else if (token.is("TOP", "OFFSET")) {
                throw error(10101, view, "it contains the TOP or OFFSET keyword");
            } else if (token.is("LEFT", "RIGHT", "FULL") && next.is("JOIN", "OUTER")) {
                throw error(
                        10113,
                        view,
                        "it uses a LEFT, RIGHT, or FULL OUTER join, and no OUTER joins are allowed in indexed views");
            } else if (token.is("UNION", "INTERSECT", "EXCEPT")) {
                throw error(10116, view, "it contains one or more UNION, INTERSECT, or EXCEPT operators");
            } else if (token.is("COUNT") && next.isSymbol("(")) {
                throw error(10136, view, "it uses the aggregate COUNT. Use COUNT_BIG instead");
            }
        }
        boolean grouped = tokens.stream().anyMatch(token -> token.is("GROUP"));
        if (grouped && !counts) {
            throw error(
                    10138,
                    view,
                    "its select list does not include a proper use of COUNT_BIG. Consider adding COUNT_BIG(*) to select"
                            + " list");
        }
    }

    private static SQLException error(int number, String view, String why) {
        return TsqlError.of(number, "Cannot create index on view \"" + view + "\" because " + why + ".");
    }
}
