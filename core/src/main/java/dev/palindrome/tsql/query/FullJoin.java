package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * FULL JOIN as two left joins beside a table of two rows: for the first one come the rows of the left side with what they
 * match, for the second those of the right side that match none.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/from-transact-sql">FROM</a>
 */
final class FullJoin {

    private FullJoin() {}

    static boolean concerns(List<Token> from) {
        for (int i = 0; i + 1 < from.size(); i++) {
            if (from.get(i).is("FULL") && from.get(i + 1).is("JOIN", "OUTER", "HASH", "MERGE", "LOOP")) {
                return true;
            }
        }
        return false;
    }

    static SelectParts without(SelectParts select) {
        Token place = select.from().get(0);
        List<FromClause.Part> parts = FromClause.parts(select.from());
        List<Token> left = List.of();
        int number = 0;
        for (FromClause.Part part : parts) {
            if (left.isEmpty()) {
                left = part.table();
            } else if (part.isFull()) {
                number++;
                left = joined(place, left, part, "full join " + number);
            } else {
                left = new Made(place).add(left).add(part.tokens()).tokens();
            }
        }
        List<List<Token>> items = new ArrayList<>();
        for (List<Token> item : select.items()) {
            if (item.size() == 1 && item.get(0).isSymbol("*")) {
                parts.forEach(part ->
                        items.add(new Made(place).name(part.alias()).add(".*").tokens()));
            } else {
                items.add(item);
            }
        }
        return select.with(
                items,
                new Made(place).add(select.from().subList(0, 1)).add(left).tokens(),
                select.where());
    }

    private static List<Token> joined(Token place, List<Token> left, FromClause.Part part, String sides) {
        List<Token> condition = part.on().subList(1, part.on().size());
        List<Token> matched = new Made(place)
                .add("EXISTS (SELECT 1 FROM")
                .add(left)
                .add("WHERE")
                .add(condition)
                .add(")")
                .tokens();
        return new Made(place)
                .add(
                        "(SELECT s.[side] FROM (VALUES (1), (2)) AS s([side]) WHERE s.[side] = 1 AND EXISTS (SELECT 1 FROM")
                .add(left)
                .add(") OR s.[side] = 2 AND EXISTS (SELECT 1 FROM")
                .add(part.table())
                .add("WHERE NOT")
                .add(matched)
                .add(")) AS")
                .name(sides)
                .add("LEFT JOIN")
                .add(nested(place, left))
                .add("ON")
                .name(sides)
                .add(".[side] = 1 LEFT JOIN")
                .add(part.table())
                .add("ON (")
                .name(sides)
                .add(".[side] = 1 AND (")
                .add(condition)
                .add(") OR")
                .name(sides)
                .add(".[side] = 2 AND NOT")
                .add(matched)
                .add(")")
                .tokens();
    }

    /** Several tables stand in parentheses. */
    private static List<Token> nested(Token place, List<Token> left) {
        boolean several = FromClause.parts(left).size() > 1;
        return several ? new Made(place).add("(").add(left).add(")").tokens() : left;
    }
}
