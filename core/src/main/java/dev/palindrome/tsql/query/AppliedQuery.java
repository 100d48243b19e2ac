package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A query that is applied to each row, as one for all rows: what it compares with columns of other tables becomes columns of its
 * own, by which it is joined, and its rows are counted for each of their values. So a row's columns come from one row also
 * where several are alike in what they are sorted by.
 */
final class AppliedQuery {

    private static final String KEY = "palindrome key ";
    private static final String SORT = "palindrome sort ";
    private static final String NUMBER = "palindrome number";

    /** What stands in no comparison of two values. */
    private static final String[] CONDITIONS = {"NOT", "OR", "LIKE", "IN", "BETWEEN", "IS", "EXISTS", "CASE"};

    /**
     * What an applied query is compared by.
     *
     * @param own what the query computes
     * @param other what belongs to the tables before it
     */
    private record Key(List<Token> own, List<Token> other) {}

    /**
     * The query as a table.
     *
     * @param table in parentheses
     * @param condition by which it is joined
     */
    record Joined(List<Token> table, List<Token> condition) {}

    private final Token place;
    private final String alias;
    private final Predicate<String> others;

    private AppliedQuery(Token place, String alias, Predicate<String> others) {
        this.place = place;
        this.alias = alias;
        this.others = others;
    }

    /**
     * Missing where the query asks for columns of other tables in another way than by comparing them.
     *
     * @param query from SELECT on
     * @param names of its columns, or empty where a star stands for them
     * @param others whether a table is one of those before it
     */
    static Optional<Joined> of(
            Token place, String alias, List<Token> query, List<String> names, Predicate<String> others) {
        return new AppliedQuery(place, alias, others).joined(query, names);
    }

    /** Whether a query has a column of one of the other tables in it. */
    static boolean asks(List<Token> query, Predicate<String> others) {
        return new AppliedQuery(query.get(0), "", others).asksOthers(query);
    }

    private Optional<Joined> joined(List<Token> query, List<String> names) {
        List<List<Token>> selects = SetOperation.selects(query);
        if (selects.size() > 1) {
            return union(query, selects, names);
        }
        SelectParts select = SelectParts.of(query);
        Optional<List<Key>> keys = keys(select);
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        boolean oneGroup = select.group().isEmpty()
                && (!select.having().isEmpty() || select.items().stream().anyMatch(Aggregates::are));
        if (oneGroup) { // it gives a row also where there are none
            return Optional.empty();
        }
        Optional<Limit> limit = Limit.of(select);
        boolean numbered = select.hasTop() || select.order().stream().anyMatch(token -> token.is("OFFSET"));
        if (numbered && limit.isEmpty()) {
            return Optional.empty();
        }
        SelectParts keyed = keyed(select, keys.get(), names);
        List<Token> condition = condition(keys.get(), select);
        if (limit.isEmpty()) {
            return Optional.of(new Joined(
                    inParentheses(keyed.grouped(keyed.group(), keyed.having(), List.of())
                            .tokens()),
                    condition));
        }
        boolean inside = select.isDistinct() || !select.group().isEmpty();
        if (inside && names.isEmpty()) {
            return Optional.empty();
        }
        List<Token> table = inside
                ? numberedOutside(keyed, keys.get(), limit.get(), select, names)
                : numbered(keyed, keys.get(), limit.get(), select);
        return Optional.of(new Joined(
                table,
                new Made(place)
                        .add(condition)
                        .add("AND")
                        .add(limit.get().condition(place, alias, NUMBER))
                        .tokens()));
    }

    private Optional<Joined> union(List<Token> query, List<List<Token>> selects, List<String> names) {
        if (!SetOperation.isUnionAll(query)) {
            return Optional.empty();
        }
        List<List<Token>> tables = new ArrayList<>();
        List<List<Token>> conditions = new ArrayList<>();
        for (List<Token> written : selects) {
            SelectParts select = SelectParts.of(written);
            Optional<List<Key>> keys = select.from().isEmpty()
                            || select.hasTop()
                            || !select.order().isEmpty()
                    ? Optional.empty()
                    : keys(select);
            if (keys.isEmpty()) {
                return Optional.empty();
            }
            tables.add(keyed(select, keys.get(), names).tokens());
            conditions.add(condition(keys.get(), select));
        }
        List<Token> first = conditions.get(0);
        if (!conditions.stream().allMatch(condition -> SameTokens.are(condition, first))) {
            return Optional.empty();
        }
        return Optional.of(new Joined(
                inParentheses(new Made(place).join("UNION ALL", tables).tokens()), first));
    }

    private List<Token> inParentheses(List<Token> query) {
        return new Made(place).add("(").add(query).add(")").tokens();
    }

    /** Missing where columns of other tables stand elsewhere than on one side of a comparison that must hold. */
    private Optional<List<Key>> keys(SelectParts select) {
        List<Token> rest = new ArrayList<>();
        select.items().forEach(rest::addAll);
        rest.addAll(select.from());
        rest.addAll(select.group());
        rest.addAll(select.having());
        rest.addAll(select.order());
        List<Key> keys = new ArrayList<>();
        for (List<Token> condition : conditions(select)) {
            if (asksOthers(condition) && !isOthers(condition)) {
                Optional<Key> key = key(condition);
                key.ifPresent(keys::add);
                if (key.isEmpty()) {
                    return Optional.empty();
                }
            }
        }
        return asksOthers(rest) ? Optional.empty() : Optional.of(keys);
    }

    private static List<List<Token>> conditions(SelectParts select) {
        return select.where().isEmpty()
                ? List.of()
                : Conjunction.of(select.where().subList(1, select.where().size()));
    }

    private Optional<Key> key(List<Token> condition) {
        List<Integer> equals = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < condition.size(); i++) {
            Token token = condition.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth > 0) {
                continue;
            }
            if (token.isSymbol("=")) {
                equals.add(i);
            } else if (token.is(CONDITIONS)) {
                return Optional.empty();
            }
        }
        if (equals.size() != 1) {
            return Optional.empty();
        }
        List<Token> left = condition.subList(0, equals.get(0));
        List<Token> right = condition.subList(equals.get(0) + 1, condition.size());
        if (isOthers(right) && !asksOthers(left)) {
            return Optional.of(new Key(left, right));
        }
        return isOthers(left) && !asksOthers(right) ? Optional.of(new Key(right, left)) : Optional.empty();
    }

    private boolean asksOthers(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (startsName(tokens, i) && isQualified(tokens, i) && others.test(table(tokens, i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether all columns are those of other tables. */
    private boolean isOthers(List<Token> tokens) {
        boolean some = false;
        for (int i = 0; i < tokens.size(); i++) {
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
            if (tokens.get(i).is("SELECT")) {
                return false;
            }
            if (startsName(tokens, i) && !called) {
                if (!isQualified(tokens, i) || !others.test(table(tokens, i))) {
                    return false;
                }
                some = true;
            }
        }
        return some;
    }

    private static boolean startsName(List<Token> tokens, int index) {
        boolean behindPoint = index > 0 && tokens.get(index - 1).isSymbol(".");
        return tokens.get(index).isName() && !tokens.get(index).isReserved() && !behindPoint;
    }

    private static boolean isQualified(List<Token> tokens, int index) {
        return index + 2 < tokens.size() && tokens.get(index + 1).isSymbol(".");
    }

    /** The last name but one. */
    private static String table(List<Token> tokens, int start) {
        int i = start;
        while (i + 4 < tokens.size() && tokens.get(i + 3).isSymbol(".")) {
            i += 2;
        }
        return tokens.get(i).value();
    }

    /** What is selected, with the keys behind it, for all rows. */
    private SelectParts keyed(SelectParts select, List<Key> keys, List<String> names) {
        List<List<Token>> items = new ArrayList<>();
        for (int i = 0; i < select.items().size(); i++) {
            List<Token> item = perKey(select.items().get(i), keys);
            items.add(
                    names.isEmpty()
                            ? item
                            : new Made(place)
                                    .add(SelectParts.value(item))
                                    .add("AS")
                                    .name(names.get(i))
                                    .tokens());
        }
        for (int i = 0; i < keys.size(); i++) {
            items.add(new Made(place)
                    .add(keys.get(i).own())
                    .add("AS")
                    .name(KEY + (i + 1))
                    .tokens());
        }
        List<List<Token>> conditions = conditions(select).stream()
                .filter(condition -> !asksOthers(condition))
                .toList();
        List<Token> where = conditions.isEmpty()
                ? List.of()
                : new Made(place).add("WHERE").join("AND", conditions).tokens();
        boolean grouped = !select.group().isEmpty() && !keys.isEmpty();
        List<Token> group = grouped
                ? new Made(place)
                        .join(",", owns(keys))
                        .add(",")
                        .add(select.group())
                        .tokens()
                : select.group();
        return select.with(items, select.from(), where).grouped(group, select.having(), select.order());
    }

    private static List<List<Token>> owns(List<Key> keys) {
        return keys.stream().map(Key::own).toList();
    }

    /** Windows of the rows that belong to one. */
    private List<Token> perKey(List<Token> item, List<Key> keys) {
        if (keys.isEmpty() || item.stream().noneMatch(token -> token.is("OVER"))) {
            return item;
        }
        List<Token> out = new ArrayList<>();
        for (int i = 0; i < item.size(); i++) {
            out.add(item.get(i));
            if (item.get(i).isSymbol("(") && i > 0 && item.get(i - 1).is("OVER")) {
                boolean parted = item.get(i + 1).is("PARTITION");
                out.addAll(new Made(place)
                        .add("PARTITION BY")
                        .join(",", owns(keys))
                        .add(parted ? "," : "")
                        .tokens());
                i += parted ? 2 : 0;
            }
        }
        return out;
    }

    /** Groups are made, and doubles left out, before rows are counted. */
    private List<Token> numberedOutside(
            SelectParts keyed, List<Key> keys, Limit limit, SelectParts written, List<String> names) {
        List<List<Token>> items = new ArrayList<>();
        names.forEach(name -> items.add(new Made(place).name(name).tokens()));
        List<List<Token>> own = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            own.add(new Made(place).name(KEY + (i + 1)).tokens());
        }
        items.addAll(own);
        List<List<Token>> inner = new ArrayList<>(keyed.items());
        List<List<Token>> sorted = new ArrayList<>();
        for (List<Token> term : limit.order()) {
            List<Token> direction = direction(term);
            List<Token> value = sortedBy(term.subList(0, term.size() - direction.size()), written);
            int item = written.itemOf(value);
            String column = item < 0 ? SORT + (sorted.size() + 1) : names.get(item);
            if (item < 0) {
                inner.add(new Made(place).add(value).add("AS").name(column).tokens());
            }
            sorted.add(new Made(place).name(column).add(direction).tokens());
        }
        items.add(number(own, sorted, limit));
        return inParentheses(new Made(place)
                .add("SELECT")
                .join(",", items)
                .add(written.isDistinct() ? "FROM (SELECT DISTINCT" : "FROM (SELECT")
                .join(",", inner)
                .add(keyed.from())
                .add(keyed.where())
                .add(keyed.group().isEmpty() ? "" : "GROUP BY")
                .add(keyed.group())
                .add(keyed.having())
                .add(") AS")
                .name(NUMBER)
                .tokens());
    }

    static List<Token> direction(List<Token> term) {
        Token last = term.get(term.size() - 1);
        return last.is("ASC", "DESC") && term.size() > 1 ? List.of(last) : List.of();
    }

    private List<Token> numbered(SelectParts all, List<Key> keys, Limit limit, SelectParts written) {
        List<List<Token>> sorted = limit.order().stream()
                .map(term -> sortedBy(place, term, written))
                .toList();
        List<List<Token>> items = new ArrayList<>(all.items());
        items.add(number(owns(keys), sorted, limit));
        return inParentheses(new Made(place)
                .add("SELECT")
                .join(",", items)
                .add(all.from())
                .add(all.where())
                .tokens());
    }

    private List<Token> number(List<List<Token>> own, List<List<Token>> sorted, Limit limit) {
        Made number = new Made(place).add(limit.isWithTies() ? "RANK() OVER (" : "ROW_NUMBER() OVER (");
        if (!own.isEmpty()) {
            number.add("PARTITION BY").join(",", own);
        }
        number.add("ORDER BY");
        if (sorted.isEmpty()) {
            number.add("(SELECT NULL)");
        } else {
            number.join(",", sorted);
        }
        return number.add(") AS").name(NUMBER).tokens();
    }

    /** One of what a query is sorted by, where its items have no names. */
    static List<Token> sortedBy(Token place, List<Token> term, SelectParts written) {
        List<Token> direction = direction(term);
        return new Made(place)
                .add(sortedBy(term.subList(0, term.size() - direction.size()), written))
                .add(direction)
                .tokens();
    }

    /** What is sorted by the name or number of an item is sorted by its value. */
    private static List<Token> sortedBy(List<Token> term, SelectParts written) {
        if (term.size() > 1) {
            return term;
        }
        Token only = term.get(0);
        if (only.kind() == Token.Kind.NUMBER) {
            int index = Integer.parseInt(only.text()) - 1;
            return index < written.items().size()
                    ? SelectParts.value(written.items().get(index))
                    : term;
        }
        for (List<Token> item : written.items()) {
            if (only.isName() && SelectParts.name(item).equalsIgnoreCase(only.value())) {
                return SelectParts.value(item);
            }
        }
        return term;
    }

    private List<Token> condition(List<Key> keys, SelectParts select) {
        List<List<Token>> all = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            all.add(new Made(place)
                    .name(alias)
                    .add(".")
                    .name(KEY + (i + 1))
                    .add("=")
                    .add(keys.get(i).other())
                    .tokens());
        }
        for (List<Token> condition : conditions(select)) {
            if (isOthers(condition)) {
                all.add(inParentheses(condition));
            }
        }
        return all.isEmpty()
                ? new Made(place).add("1 = 1").tokens()
                : new Made(place).join("AND", all).tokens();
    }
}
