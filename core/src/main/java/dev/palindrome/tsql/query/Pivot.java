package dev.palindrome.tsql.query;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * PIVOT as sums of values under a condition, and UNPIVOT as a query for each column.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/from-using-pivot-and-unpivot">Using PIVOT and UNPIVOT</a>
 */
final class Pivot {

    private final KnownColumns columns;
    private final Token place;

    private Pivot(KnownColumns columns, Token place) {
        this.columns = columns;
        this.place = place;
    }

    static boolean concerns(List<Token> from) {
        return from.stream().anyMatch(token -> token.is("PIVOT", "UNPIVOT"));
    }

    /** The same tables without it. */
    static List<Token> without(List<Token> from, KnownColumns columns) {
        List<FromClause.Part> kept = new ArrayList<>();
        for (FromClause.Part part : FromClause.parts(from)) {
            if (part.isPivot() && !kept.isEmpty()) {
                FromClause.Part source = kept.remove(kept.size() - 1);
                kept.add(new Pivot(columns, part.join().get(0)).of(source, part));
            } else {
                kept.add(part);
            }
        }
        return FromClause.tokens(kept);
    }

    private FromClause.Part of(FromClause.Part source, FromClause.Part pivot) {
        List<Token> inside = pivot.source().subList(1, pivot.source().size() - 1);
        List<Token> query = pivot.join().get(0).is("PIVOT") ? pivoted(source, inside) : unpivoted(source, inside);
        List<Token> derived = new Made(place).add("(").add(query).add(")").tokens();
        return new FromClause.Part(source.join(), derived, pivot.alias(), pivot.columns(), pivot.named(), source.on());
    }

    private List<String> columns(FromClause.Part source) {
        if (!source.columns().isEmpty()) {
            return source.columns();
        }
        return source.source().get(0).isSymbol("(")
                ? columns.ofQuery(source.source().subList(1, source.source().size() - 1))
                : columns.ofTable(source.source());
    }

    private List<Token> pivoted(FromClause.Part source, List<Token> inside) {
        TokenReader reader = new TokenReader(inside);
        Token aggregate = reader.next();
        List<Token> value = reader.parenthesised();
        reader.expect("FOR");
        List<Token> over = reader.until("IN");
        reader.expect("IN");
        List<List<Token>> names = Arguments.of(reader.parenthesised());
        List<List<Token>> groups = new ArrayList<>();
        for (String column : columns(source)) {
            if (!isCalled(column, value) && !isCalled(column, over)) {
                groups.add(new Made(place).name(column).tokens());
            }
        }
        List<List<Token>> items = new ArrayList<>(groups);
        for (List<Token> name : names) {
            String pivoted = name.get(name.size() - 1).value();
            items.add(new Made(place)
                    .add(List.of(aggregate))
                    .add("(CASE WHEN")
                    .add(over)
                    .add("= " + SqlLiteral.of(pivoted) + " THEN")
                    .add(value)
                    .add("END) AS")
                    .name(pivoted)
                    .tokens());
        }
        Made query = new Made(place).add("SELECT").join(",", items).add("FROM").add(table(source));
        if (!groups.isEmpty()) {
            query.add("GROUP BY").join(",", groups);
        }
        return query.tokens();
    }

    private List<Token> table(FromClause.Part source) {
        List<Token> table = new ArrayList<>(source.table());
        boolean unnamed = source.source().get(0).isSymbol("(") && source.named().isEmpty();
        return unnamed ? new Made(place).add(table).add("AS [source]").tokens() : table;
    }

    private static boolean isCalled(String column, List<Token> name) {
        return name.get(name.size() - 1).value().toLowerCase(Locale.ROOT).equals(column.toLowerCase(Locale.ROOT));
    }

    private List<Token> unpivoted(FromClause.Part source, List<Token> inside) {
        TokenReader reader = new TokenReader(inside);
        String value = reader.word();
        reader.expect("FOR");
        String name = reader.word();
        reader.expect("IN");
        List<List<Token>> names = Arguments.of(reader.parenthesised());
        List<List<Token>> kept = new ArrayList<>();
        for (String column : columns(source)) {
            if (names.stream().noneMatch(named -> isCalled(column, named))) {
                kept.add(new Made(place).name(column).tokens());
            }
        }
        List<List<Token>> queries = new ArrayList<>();
        for (List<Token> column : names) {
            List<List<Token>> items = new ArrayList<>(kept);
            items.add(new Made(place).add(column).add("AS").name(value).tokens());
            items.add(new Made(place)
                    .add("CAST(" + SqlLiteral.of(column.get(column.size() - 1).value()) + " AS NVARCHAR(128)) AS")
                    .name(name)
                    .tokens());
            queries.add(new Made(place)
                    .add("SELECT")
                    .join(",", items)
                    .add("FROM")
                    .add(table(source))
                    .add("WHERE")
                    .add(column)
                    .add("IS NOT NULL")
                    .tokens());
        }
        return new Made(place).join("UNION ALL", queries).tokens();
    }
}
