package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Values that are made of what a query is grouped by, such as {@code YEAR(d) + 1} behind {@code GROUP BY YEAR(d)}. H2 knows
 * such an expression only where it stands alone: the groups and their sums become a query in FROM, and values are made of its
 * columns.
 */
final class GroupedExpressions {

    private static final String GROUPS = "palindrome grouped";
    private static final String GROUP = "palindrome group ";
    private static final String SUM = "palindrome sum ";

    private final Token place;
    private final SelectParts select;
    private final List<List<Token>> groups;
    private final List<List<Token>> sums = new ArrayList<>();

    private GroupedExpressions(SelectParts select) {
        this.place = select.head().get(0);
        this.select = select;
        this.groups = Arguments.of(select.group());
    }

    static boolean concerns(SelectParts select) {
        if (select.group().stream().allMatch(token -> token.isName() || token.isSymbol(".") || token.isSymbol(","))) {
            return false;
        }
        return new GroupedExpressions(select).isNeeded();
    }

    static SelectParts without(SelectParts select) {
        return new GroupedExpressions(select).rewritten();
    }

    private boolean isNeeded() {
        boolean needed = isWithin(select.having());
        for (List<Token> item : select.items()) {
            List<Token> value = SelectParts.value(item);
            needed |= group(value, 0)
                            .filter(group -> SameTokens.are(group, value))
                            .isEmpty()
                    && isWithin(value);
        }
        for (List<Token> term : select.terms()) {
            needed |= isWithin(term);
        }
        return needed;
    }

    /** Whether a part is grouped by that is no column. */
    private boolean isWithin(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            int sum = sumLength(tokens, i);
            if (sum > 0) {
                i += sum - 1;
            } else if (group(tokens, i)
                    .filter(group -> group.size() > 1 && !isColumn(group))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** A query within sums up rows of its own. */
    private static int sumLength(List<Token> tokens, int index) {
        int sum = Aggregates.length(tokens, index);
        int depth = 0;
        for (int i = index; sum > 0 && i >= 0; i--) {
            depth += tokens.get(i).isSymbol(")") ? 1 : tokens.get(i).isSymbol("(") ? -1 : 0;
            if (depth < 0 && tokens.get(i + 1).is("SELECT")) {
                return 0;
            }
            depth = Math.max(depth, 0);
        }
        return sum;
    }

    private static boolean isColumn(List<Token> tokens) {
        return tokens.stream().allMatch(token -> token.isName() || token.isSymbol("."));
    }

    private SelectParts rewritten() {
        List<List<Token>> items = new ArrayList<>();
        for (List<Token> item : select.items()) {
            String name = SelectParts.name(item);
            Made made = new Made(place).add(replaced(SelectParts.value(item)));
            items.add(name.isEmpty() ? made.tokens() : made.add("AS").name(name).tokens());
        }
        List<Token> having = replaced(select.having());
        List<Token> order = order();
        Made inner = new Made(place).add("(SELECT");
        List<List<Token>> columns = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            columns.add(
                    new Made(place).add(groups.get(i)).add("AS").name(GROUP + i).tokens());
        }
        for (int i = 0; i < sums.size(); i++) {
            columns.add(new Made(place).add(sums.get(i)).add("AS").name(SUM + i).tokens());
        }
        inner.join(",", columns)
                .add(select.from())
                .add(select.where())
                .add("GROUP BY")
                .add(select.group())
                .add(") AS")
                .name(GROUPS);
        List<Token> where = having.isEmpty()
                ? List.of()
                : new Made(place)
                        .add("WHERE")
                        .add(having.subList(1, having.size()))
                        .tokens();
        return new SelectParts(
                select.head(),
                items,
                select.into(),
                new Made(place).add("FROM").add(inner.tokens()).tokens(),
                where,
                List.of(),
                List.of(),
                order,
                select.end());
    }

    /** The name of an item stays. */
    private List<Token> order() {
        List<List<Token>> out = new ArrayList<>();
        for (List<Token> term : select.terms()) {
            boolean item = select.items().stream()
                    .anyMatch(known ->
                            SelectParts.name(known).equalsIgnoreCase(term.get(0).value())
                                    && (term.size() == 1
                                            || !term.get(1).isSymbol(".")
                                                    && !term.get(1).isSymbol("(")));
            out.add(item ? term : replaced(term));
        }
        return out.isEmpty()
                ? List.of()
                : new Made(place)
                        .add("ORDER BY")
                        .join(",", out)
                        .add(select.offset())
                        .tokens();
    }

    private List<Token> replaced(List<Token> tokens) {
        List<Token> out = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int sum = sumLength(tokens, i);
            Optional<List<Token>> group = group(tokens, i);
            if (sum > 0) {
                out.addAll(column(SUM + sum(tokens.subList(i, i + sum))));
                i += sum - 1;
            } else if (group.isPresent()) {
                out.addAll(column(GROUP + indexOf(group.get())));
                i += group.get().size() - 1;
            } else {
                out.add(tokens.get(i));
            }
        }
        return out;
    }

    private int indexOf(List<Token> group) {
        for (int i = 0; i < groups.size(); i++) {
            if (same(groups.get(i), group)) {
                return i;
            }
        }
        return -1;
    }

    private List<Token> column(String name) {
        return new Made(place).name(GROUPS).add(".").name(name).tokens();
    }

    private int sum(List<Token> call) {
        for (int i = 0; i < sums.size(); i++) {
            if (SameTokens.are(sums.get(i), call)) {
                return i;
            }
        }
        sums.add(call);
        return sums.size() - 1;
    }

    /** The tokens here that are what the query is grouped by; the longest. */
    private Optional<List<Token>> group(List<Token> tokens, int index) {
        boolean behindPoint = index > 0 && tokens.get(index - 1).isSymbol(".");
        boolean nested = tokens.stream().anyMatch(token -> token.is("SELECT"));
        Optional<List<Token>> longest = Optional.empty();
        for (List<Token> group : groups) {
            for (int end = index + 1;
                    !behindPoint && end <= tokens.size() && end - index <= 2 * group.size() + 2;
                    end++) {
                boolean within = end < tokens.size()
                        && (tokens.get(end).isSymbol(".")
                                || tokens.get(end).isSymbol("(")
                                        && tokens.get(end - 1).isName());
                List<Token> part = tokens.subList(index, end);
                boolean same = nested ? isQualified(group) && SameTokens.are(group, part) : same(group, part);
                if (!within && same && longest.map(List::size).orElse(0) < part.size()) {
                    longest = Optional.of(part);
                }
            }
        }
        return longest;
    }

    /** In a query within, a column without its table may be one of that query's. */
    private static boolean isQualified(List<Token> group) {
        return group.stream().anyMatch(token -> token.isSymbol("."));
    }

    /** Where one names a column with its table, the other may name it alone. */
    private static boolean same(List<Token> group, List<Token> other) {
        int i = 0;
        int j = 0;
        while (i < group.size() && j < other.size()) {
            boolean table = isQualifier(group, i);
            boolean otherTable = isQualifier(other, j);
            if (table && !otherTable) {
                i += 2;
            } else if (otherTable && !table) {
                j += 2;
            } else if (!SameTokens.are(group.get(i), other.get(j))) {
                return false;
            } else {
                i++;
                j++;
            }
        }
        return i == group.size() && j == other.size();
    }

    private static boolean isQualifier(List<Token> tokens, int index) {
        return tokens.get(index).isName()
                && index + 2 < tokens.size()
                && tokens.get(index + 1).isSymbol(".");
    }
}
