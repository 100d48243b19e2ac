package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * ROLLUP, CUBE and GROUPING SETS as one query for each set.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/select-group-by-transact-sql">GROUP BY</a>
 */
final class GroupingSets {

    /** SQL Server takes 4096. */
    private static final int MOST_SETS = 256;

    private final Token place;
    private final SelectParts select;

    private GroupingSets(SelectParts select) {
        this.place = select.head().get(0);
        this.select = select;
    }

    static boolean concerns(SelectParts select) {
        List<Token> group = select.group();
        for (int i = 0; i + 1 < group.size(); i++) {
            boolean sets = group.get(i).is("ROLLUP", "CUBE", "GROUPING")
                            && group.get(i + 1).isSymbol("(")
                    || group.get(i).is("GROUPING") && group.get(i + 1).is("SETS")
                    || group.get(i).is("WITH") && group.get(i + 1).is("ROLLUP", "CUBE");
            if (sets) {
                return true;
            }
        }
        return false;
    }

    static List<Token> without(SelectParts select) {
        return new GroupingSets(select).rewritten();
    }

    private List<Token> rewritten() {
        if (select.hasTop()
                || select.isDistinct()
                || !select.into().isEmpty()
                || !select.end().isEmpty() && !isEnd(select.end())) {
            throw new UntranslatableException("ROLLUP, CUBE or GROUPING SETS with TOP, DISTINCT, INTO or FOR");
        }
        requireOrderByNames();
        List<List<List<Token>>> sets = sets();
        Set<String> all = new LinkedHashSet<>();
        sets.forEach(set -> set.forEach(column -> all.add(key(column))));
        List<List<Token>> queries = new ArrayList<>();
        for (List<List<Token>> set : sets) {
            queries.add(query(set, all));
        }
        return new Made(place)
                .join("UNION ALL", queries)
                .add(select.order())
                .add(select.end())
                .tokens();
    }

    private static boolean isEnd(List<Token> end) {
        return end.get(0).isSymbol(";") || end.get(0).kind() == Token.Kind.END;
    }

    /** Behind a UNION nothing else can be ordered by. */
    private void requireOrderByNames() {
        if (select.order().isEmpty()) {
            return;
        }
        boolean names = Arguments.of(select.order().subList(2, select.order().size())).stream()
                .allMatch(item -> item.get(0).kind() == Token.Kind.NUMBER
                        || item.get(0).isName()
                                && (item.size() == 1 || item.get(1).is("ASC", "DESC", "OFFSET")));
        if (!names) {
            throw new UntranslatableException("ORDER BY an expression behind ROLLUP, CUBE or GROUPING SETS");
        }
    }

    private List<List<List<Token>>> sets() {
        List<Token> group = select.group();
        int size = group.size();
        boolean older = size > 2 && group.get(size - 2).is("WITH");
        if (older) {
            List<List<List<Token>>> elements = elements(Arguments.of(group.subList(0, size - 2)));
            return group.get(size - 1).is("ROLLUP") ? rollup(elements) : cube(elements);
        }
        List<List<List<Token>>> sets = new ArrayList<>(List.of(List.of()));
        for (List<Token> item : Arguments.of(group)) {
            List<List<List<Token>>> product = new ArrayList<>();
            for (List<List<Token>> before : sets) {
                for (List<List<Token>> behind : setsOf(item)) {
                    List<List<Token>> both = new ArrayList<>(before);
                    both.addAll(behind);
                    product.add(both);
                }
            }
            sets = product;
        }
        if (sets.size() > MOST_SETS) {
            throw new UntranslatableException("more than " + MOST_SETS + " grouping sets");
        }
        return sets;
    }

    private static List<List<List<Token>>> setsOf(List<Token> item) {
        TokenReader reader = new TokenReader(item);
        if (reader.sees("ROLLUP") && reader.peek(1).isSymbol("(")) {
            reader.next();
            return rollup(elements(Arguments.of(reader.parenthesised())));
        }
        if (reader.sees("CUBE") && reader.peek(1).isSymbol("(")) {
            reader.next();
            return cube(elements(Arguments.of(reader.parenthesised())));
        }
        if (reader.accept("GROUPING", "SETS")) {
            List<List<List<Token>>> all = new ArrayList<>();
            Arguments.of(reader.parenthesised()).forEach(set -> all.addAll(setsOf(set)));
            return all;
        }
        return List.of(element(item));
    }

    private static List<List<List<Token>>> elements(List<List<Token>> items) {
        return items.stream().map(GroupingSets::element).toList();
    }

    /** {@code a}, or {@code (a, b)}, or {@code ()}. */
    private static List<List<Token>> element(List<Token> item) {
        TokenReader reader = new TokenReader(item);
        if (reader.seesSymbol("(")) {
            List<Token> inside = reader.parenthesised();
            if (reader.atEnd()) {
                return Arguments.of(inside);
            }
        }
        return List.of(item);
    }

    private static List<List<List<Token>>> rollup(List<List<List<Token>>> elements) {
        List<List<List<Token>>> sets = new ArrayList<>();
        for (int size = elements.size(); size >= 0; size--) {
            List<List<Token>> set = new ArrayList<>();
            elements.subList(0, size).forEach(set::addAll);
            sets.add(set);
        }
        return sets;
    }

    private static List<List<List<Token>>> cube(List<List<List<Token>>> elements) {
        if (elements.size() > Byte.SIZE) {
            throw new UntranslatableException("more than " + MOST_SETS + " grouping sets");
        }
        List<List<List<Token>>> sets = new ArrayList<>();
        for (int bits = (1 << elements.size()) - 1; bits >= 0; bits--) {
            List<List<Token>> set = new ArrayList<>();
            for (int i = 0; i < elements.size(); i++) {
                if ((bits & 1 << elements.size() - 1 - i) != 0) {
                    set.addAll(elements.get(i));
                }
            }
            sets.add(set);
        }
        return sets;
    }

    private static String key(List<Token> tokens) {
        StringBuilder key = new StringBuilder();
        for (Token token : tokens) {
            key.append(
                            token.kind() == Token.Kind.STRING
                                    ? token.text()
                                    : token.value().toLowerCase(Locale.ROOT))
                    .append(' ');
        }
        return key.toString().strip();
    }

    private List<Token> query(List<List<Token>> set, Set<String> all) {
        Set<String> here = new LinkedHashSet<>();
        set.forEach(column -> here.add(key(column)));
        List<List<Token>> items = new ArrayList<>();
        for (List<Token> item : select.items()) {
            List<Token> value = SelectParts.value(item);
            String name = SelectParts.name(item);
            Made made = new Made(place).add(replaced(value, here, all));
            items.add(name.isEmpty() ? made.tokens() : made.add("AS").name(name).tokens());
        }
        List<Token> group =
                new Made(place).join(",", set.stream().distinct().toList()).tokens();
        List<Token> having = replaced(select.having(), here, all);
        if (set.isEmpty()) { // all rows are one group, even where nothing is summed up
            Made counted = new Made(place).add("HAVING COUNT(*) > 0");
            having = having.isEmpty()
                    ? counted.tokens()
                    : counted.add("AND (")
                            .add(having.subList(1, having.size()))
                            .add(")")
                            .tokens();
        }
        return select.withItems(items)
                .grouped(group, having, List.of())
                .withEnd(List.of())
                .tokens();
    }

    /** NULL stands for what is not grouped by, but for within sums. */
    private List<Token> replaced(List<Token> tokens, Set<String> here, Set<String> all) {
        Made out = new Made(place);
        int i = 0;
        while (i < tokens.size()) {
            Token token = tokens.get(i);
            boolean call = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
            if (call && token.is("GROUPING", "GROUPING_ID")) {
                List<Token> inside = inside(tokens, i + 1);
                out.add(String.valueOf(grouping(Arguments.of(inside), here)));
                i += inside.size() + 3;
            } else if (Aggregates.startsAt(tokens, i)) {
                int size = inside(tokens, i + 1).size() + 3;
                out.add(tokens.subList(i, i + size));
                i += size;
            } else {
                int length = missing(tokens, i, here, all);
                if (length > 0) {
                    out.add("NULL");
                } else {
                    out.add(List.of(token));
                }
                i += Math.max(1, length);
            }
        }
        return out.tokens();
    }

    private static List<Token> inside(List<Token> tokens, int open) {
        TokenReader reader = new TokenReader(tokens);
        reader.back(open);
        return reader.parenthesised();
    }

    private static int grouping(List<List<Token>> columns, Set<String> here) {
        int bits = 0;
        for (List<Token> column : columns) {
            bits = bits << 1 | (here.contains(key(column)) ? 0 : 1);
        }
        return bits;
    }

    /** How many tokens here are something that is grouped by elsewhere only; 0 where they are not. */
    private static int missing(List<Token> tokens, int at, Set<String> here, Set<String> all) {
        boolean within = at > 0 && tokens.get(at - 1).isSymbol(".");
        int longest = 0;
        for (String column : all) {
            int length = column.split(" ").length;
            boolean same = !within
                    && at + length <= tokens.size()
                    && key(tokens.subList(at, at + length)).equals(column)
                    && !(at + length < tokens.size() && tokens.get(at + length).isSymbol("."));
            if (same && !here.contains(column)) {
                longest = Math.max(longest, length);
            }
        }
        return longest;
    }
}
