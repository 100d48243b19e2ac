package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/**
 * One SELECT in parts, each with the word that it begins with but for the items and what is grouped by; empty where it is
 * not there.
 *
 * @param head SELECT, DISTINCT, TOP
 * @param items what is selected
 * @param into INTO and a table
 * @param from FROM and the tables
 * @param where WHERE and the condition
 * @param group what is behind GROUP BY
 * @param having HAVING and the condition
 * @param order ORDER BY, and OFFSET
 * @param end FOR XML, FOR JSON or OPTION
 */
public record SelectParts(
        List<Token> head,
        List<List<Token>> items,
        List<Token> into,
        List<Token> from,
        List<Token> where,
        List<Token> group,
        List<Token> having,
        List<Token> order,
        List<Token> end) {

    private static final String[] ENDS = {"INTO", "FROM", "WHERE", "GROUP", "HAVING", "ORDER", "OPTION", "FOR", ";"};

    /** @param tokens from SELECT to the end of it */
    public static SelectParts of(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        int start = reader.position();
        reader.next();
        while (reader.peek().is("ALL", "DISTINCT")) {
            reader.next();
        }
        if (reader.accept("TOP")) {
            if (reader.seesSymbol("(")) {
                reader.parenthesised();
            } else {
                reader.next();
            }
            while (reader.peek().is("PERCENT", "WITH", "TIES")) {
                reader.next();
            }
        }
        List<Token> head = reader.since(start);
        List<Token> selected = part(reader);
        List<List<Token>> items = selected.isEmpty() ? List.of() : Arguments.of(selected);
        List<Token> into = clause(reader, "INTO");
        List<Token> from = clause(reader, "FROM");
        List<Token> where = clause(reader, "WHERE");
        List<Token> group = clause(reader, "GROUP");
        List<Token> having = clause(reader, "HAVING");
        List<Token> order = clause(reader, "ORDER");
        return new SelectParts(
                head,
                items,
                into,
                from,
                where,
                group.size() < 2 ? List.of() : group.subList(2, group.size()),
                having,
                order,
                reader.rest());
    }

    private static List<Token> clause(TokenReader reader, String word) {
        if (!reader.sees(word)) {
            return List.of();
        }
        int start = reader.position();
        reader.next();
        part(reader);
        return reader.since(start);
    }

    /** To the next clause; GROUP and FOR may stand elsewhere, too. */
    private static List<Token> part(TokenReader reader) {
        int start = reader.position();
        reader.until(ENDS);
        while (within(reader)) {
            reader.next();
            reader.until(ENDS);
        }
        return reader.since(start);
    }

    private static boolean within(TokenReader reader) {
        boolean group = reader.sees("GROUP") && !reader.peek(1).is("BY");
        boolean valueFor = reader.sees("FOR") && !reader.peek(1).is("XML", "JSON", "BROWSE");
        return group || valueFor;
    }

    /** Whether doubles are left out. */
    public boolean isDistinct() {
        return head.stream().anyMatch(token -> token.is("DISTINCT"));
    }

    /** Which of the items has this value; -1 if none has. */
    int itemOf(List<Token> value) {
        for (int i = 0; i < items.size(); i++) {
            if (SameTokens.are(value(items.get(i)), value)) {
                return i;
            }
        }
        return -1;
    }

    /** What the rows are sorted by, without OFFSET. */
    List<List<Token>> terms() {
        return order.isEmpty() ? List.of() : Arguments.of(order.subList(2, order.size() - offset().size()));
    }

    /** OFFSET and what is behind it. */
    List<Token> offset() {
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).is("OFFSET")) {
                return order.subList(i, order.size());
            }
        }
        return List.of();
    }

    boolean hasTop() {
        return head.stream().anyMatch(token -> token.is("TOP"));
    }

    SelectParts with(List<List<Token>> otherItems, List<Token> otherFrom, List<Token> otherWhere) {
        return new SelectParts(head, otherItems, into, otherFrom, otherWhere, group, having, order, end);
    }

    SelectParts grouped(List<Token> otherGroup, List<Token> otherHaving, List<Token> otherOrder) {
        return new SelectParts(head, items, into, from, where, otherGroup, otherHaving, otherOrder, end);
    }

    SelectParts withEnd(List<Token> otherEnd) {
        return new SelectParts(head, items, into, from, where, group, having, order, otherEnd);
    }

    /** The same with other items. */
    public SelectParts withItems(List<List<Token>> otherItems) {
        return with(otherItems, from, where);
    }

    /** A condition more. */
    List<Token> whereAnd(List<Token> condition) {
        Made made = new Made(head.get(0));
        if (where.isEmpty()) {
            return made.add("WHERE").add(condition).tokens();
        }
        return made.add(where.subList(0, 1))
                .add("(")
                .add(where.subList(1, where.size()))
                .add(") AND")
                .add(condition)
                .tokens();
    }

    /** All of it. */
    public List<Token> tokens() {
        Made made = new Made(head.get(0));
        made.add(head).join(",", items).add(into).add(from).add(where);
        if (!group.isEmpty()) {
            made.add("GROUP BY").add(group);
        }
        return made.add(having).add(order).add(end).tokens();
    }

    /** The name of a column that is selected; empty where it has none. */
    public static String name(List<Token> item) {
        if (item.isEmpty()) {
            return "";
        }
        boolean named = value(item).size() < item.size();
        boolean column = item.stream().allMatch(token -> token.isName() && !token.isReserved() || token.isSymbol("."));
        return named || column ? item.get(item.size() - 1).value() : "";
    }

    /** The item without the name that it is given. */
    public static List<Token> value(List<Token> item) {
        int size = item.size();
        if (size > 2 && item.get(size - 2).is("AS")) {
            return item.subList(0, size - 2);
        }
        boolean alias = size > 1
                && item.get(size - 1).isName()
                && !item.get(size - 1).isReserved()
                && endsOperand(item.get(size - 2));
        return alias ? item.subList(0, size - 1) : item;
    }

    static boolean endsOperand(Token token) {
        return token.isSymbol(")")
                || token.kind() == Token.Kind.NAME
                || token.kind() == Token.Kind.STRING
                || token.kind() == Token.Kind.NUMBER
                || token.is("END", "NULL")
                || token.kind() == Token.Kind.WORD && !token.isReserved();
    }

    /** Those of a query's first SELECT. */
    static List<String> names(List<Token> query) {
        List<String> names = new ArrayList<>();
        SelectParts.of(query).items.forEach(item -> names.add(name(item)));
        return names;
    }
}
