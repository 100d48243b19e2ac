package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;

/**
 * A common table expression that reads from itself. It counts how often, so that it ends where SQL Server's does (error 530).
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/recursive-common-table-expression-transact-sql">Recursive
 *     common table expressions</a>
 */
final class RecursiveTable {

    static final int DEFAULT_LIMIT = 100;

    static final String SUFFIX = " recursion";

    private static final String LEVEL = "palindrome level";

    private RecursiveTable() {}

    static boolean reads(List<Token> query, String name) {
        for (int i = 1; i < query.size(); i++) {
            Token token = query.get(i);
            boolean qualified = i + 1 < query.size() && query.get(i + 1).isSymbol(".");
            boolean table = query.get(i - 1).is("FROM", "JOIN", "APPLY")
                    || query.get(i - 1).isSymbol(",");
            if (table && !qualified && token.isName() && token.value().equalsIgnoreCase(name)) {
                return !query.get(i - 1).isSymbol(",") || isInFrom(query, i);
            }
        }
        return false;
    }

    private static boolean isInFrom(List<Token> query, int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (query.get(i).is("FROM")) {
                return true;
            }
            if (query.get(i).is("SELECT", "WHERE", "BY") || query.get(i).isSymbol("(")) {
                return false;
            }
        }
        return false;
    }

    /**
     * Two tables: one that counts, and the one that is wanted.
     *
     * @param columns those behind its name; none where there are none
     * @param limit how often it may read from itself; 0 for as often as it likes
     */
    static List<Token> of(Token name, List<String> columns, List<Token> query, int limit) {
        List<List<Token>> selects = SetOperation.selects(query);
        int first = 0;
        while (first < selects.size() && !reads(selects.get(first), name.value())) {
            first++;
        }
        if (first == 0 || first != selects.size() - 1 || !SetOperation.isUnionAll(query)) {
            throw first == 0
                    ? UntranslatableException.refused(
                            252,
                            "the recursive common table expression " + name.value() + " has no UNION ALL to begin with")
                    : new UntranslatableException("a common table expression with several recursive queries");
        }
        List<String> names = columns.isEmpty() ? SelectParts.names(selects.get(0)) : columns;
        if (names.contains("")) {
            throw UntranslatableException.refused(8155, "each column of " + name.value() + " needs a name");
        }
        String counted = name.value() + SUFFIX;
        List<List<Token>> queries = new ArrayList<>();
        for (List<Token> anchor : selects.subList(0, first)) {
            queries.add(more(anchor, new Made(name).add("0").tokens()));
        }
        SelectParts recursive = SelectParts.of(selects.get(first));
        List<FromClause.Part> tables = new ArrayList<>();
        String alias = name.value();
        for (FromClause.Part table : FromClause.parts(recursive.from())) {
            boolean itself =
                    table.source().size() == 1 && table.source().get(0).value().equalsIgnoreCase(name.value());
            alias = itself ? table.alias() : alias;
            tables.add(
                    itself
                            ? new FromClause.Part(
                                    table.join(),
                                    new Made(name).name(counted).tokens(),
                                    table.alias(),
                                    List.of(),
                                    new Made(name).add("AS").name(table.alias()).tokens(),
                                    table.on())
                            : table);
        }
        List<Token> next = new Made(name)
                .function("palindrome.next_level")
                .add("(")
                .name(alias)
                .add(".")
                .name(LEVEL)
                .add(", " + limit + ")")
                .tokens();
        queries.add(more(
                recursive
                        .with(recursive.items(), FromClause.tokens(tables), recursive.where())
                        .tokens(),
                next));
        List<List<Token>> all = new ArrayList<>();
        names.forEach(column -> all.add(new Made(name).name(column).tokens()));
        return new Made(name)
                .name(counted)
                .add("(")
                .join(",", all)
                .add(",")
                .name(LEVEL)
                .add(") AS (")
                .join("UNION ALL", queries)
                .add("),")
                .name(name.value())
                .add("(")
                .join(",", all)
                .add(") AS ( SELECT")
                .join(",", all)
                .add("FROM")
                .name(counted)
                .add(")")
                .tokens();
    }

    private static List<Token> more(List<Token> query, List<Token> item) {
        SelectParts select = SelectParts.of(query);
        List<List<Token>> items = new ArrayList<>(select.items());
        items.add(item);
        return select.withItems(items).tokens();
    }
}
