package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;

/** Rows that are grouped, counted or taken once have to be found before something else is made of them. */
final class FoundRows {

    private static final String ROWS = "palindrome rows";
    private static final String ITEM = "palindrome item ";
    private static final String SORT = "palindrome sort ";

    private FoundRows() {}

    /** The same rows out of a query in FROM; the same query where its rows are plain ones. */
    static SelectParts of(SelectParts select) {
        boolean offset = !select.offset().isEmpty();
        boolean computed = select.items().stream()
                .anyMatch(item -> Aggregates.are(item) || item.stream().anyMatch(token -> token.is("OVER")));
        boolean plain = !select.hasTop()
                && !select.isDistinct()
                && select.group().isEmpty()
                && select.having().isEmpty();
        if (plain && !offset && !computed || !select.into().isEmpty()) {
            return select;
        }
        Token place = select.head().get(0);
        Made inner = new Made(place).add("FROM (").add(select.head());
        List<List<Token>> found = new ArrayList<>();
        List<List<Token>> items = new ArrayList<>();
        for (int i = 0; i < select.items().size(); i++) {
            List<Token> item = select.items().get(i);
            String name = SelectParts.name(item);
            found.add(new Made(place)
                    .add(SelectParts.value(item))
                    .add("AS")
                    .name(ITEM + i)
                    .tokens());
            Made column =
                    new Made(place).add("(").name(ROWS).add(".").name(ITEM + i).add(")");
            items.add(
                    name.isEmpty()
                            ? column.tokens()
                            : column.add("AS").name(name).tokens());
        }
        List<List<Token>> sorted = sorted(select, found);
        inner.join(",", found).add(select.from()).add(select.where());
        if (!select.group().isEmpty()) {
            inner.add("GROUP BY").add(select.group());
        }
        inner.add(select.having());
        if (select.hasTop() || offset) {
            inner.add(inNumbers(select));
        }
        List<Token> order = sorted.isEmpty()
                ? List.of()
                : new Made(place).add("ORDER BY").join(",", sorted).tokens();
        return new SelectParts(
                new Made(place).add("SELECT").tokens(),
                items,
                List.of(),
                inner.add(") AS").name(ROWS).tokens(),
                List.of(),
                List.of(),
                List.of(),
                order,
                select.end());
    }

    /** A name of an item is no name any more. */
    private static List<Token> inNumbers(SelectParts select) {
        if (select.order().isEmpty()) {
            return List.of();
        }
        Token place = select.head().get(0);
        List<List<Token>> terms = select.terms().stream()
                .map(term -> AppliedQuery.sortedBy(place, term, select))
                .toList();
        return new Made(place)
                .add("ORDER BY")
                .join(",", terms)
                .add(select.offset())
                .tokens();
    }

    /** What the rows are sorted by, as columns of the query in FROM. */
    private static List<List<Token>> sorted(SelectParts select, List<List<Token>> found) {
        Token place = select.head().get(0);
        List<List<Token>> sorted = new ArrayList<>();
        for (List<Token> written : select.terms()) {
            List<Token> term = AppliedQuery.sortedBy(place, written, select);
            List<Token> direction = AppliedQuery.direction(term);
            List<Token> value = term.subList(0, term.size() - direction.size());
            int item = select.itemOf(value);
            String column = item < 0 ? SORT + sorted.size() : ITEM + item;
            if (item < 0) {
                if (select.isDistinct()) {
                    throw UntranslatableException.refused(
                            145, "what ORDER BY names has to be selected, too, where SELECT DISTINCT is specified");
                }
                found.add(new Made(place).add(value).add("AS").name(column).tokens());
            }
            sorted.add(new Made(place)
                    .name(ROWS)
                    .add(".")
                    .name(column)
                    .add(direction)
                    .tokens());
        }
        return sorted;
    }
}
