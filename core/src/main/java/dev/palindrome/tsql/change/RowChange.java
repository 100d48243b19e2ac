package dev.palindrome.tsql.change;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.query.FromClause;
import dev.palindrome.tsql.query.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * UPDATE and DELETE whose rows are found by a query: of several tables, through a common table expression, or with TOP. The
 * query gives the numbers that H2 has for rows; an UPDATE becomes a MERGE of its values, a DELETE looks the numbers up.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/update-transact-sql">UPDATE</a>
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/delete-transact-sql">DELETE</a>
 */
public final class RowChange {

    /** What H2 calls the number of a row; no script can name it. */
    public static final String ROW = "palindrome.row";

    private final Token place;
    private final List<CommonTable> tables;
    private final TokenReader reader;
    private final Function<List<Token>, String> queries;
    private List<Token> top = List.of();

    private RowChange(List<Token> commonTables, List<Token> change, Function<List<Token>, String> queries) {
        this.place = change.get(0);
        this.tables = CommonTable.of(commonTables);
        this.reader = new TokenReader(change);
        this.queries = queries;
    }

    /**
     * Writes the change for H2.
     *
     * @param commonTables WITH and what is behind it; empty where there are none
     * @param change from UPDATE or DELETE on
     * @param queries how a query becomes H2's
     */
    public static String of(List<Token> commonTables, List<Token> change, Function<List<Token>, String> queries) {
        return derived(commonTables, change, queries).h2();
    }

    /** {@code DELETE x FROM (SELECT …) AS x}: the query as a common table expression. */
    private static RowChange derived(
            List<Token> commonTables, List<Token> change, Function<List<Token>, String> queries) {
        TokenReader reader = new TokenReader(change);
        reader.next();
        top(reader);
        reader.accept("FROM");
        String target = reader.objectName().name();
        while (!reader.atEnd()) {
            if (!reader.seesSymbol("(")) {
                reader.next();
                continue;
            }
            int start = reader.position();
            List<Token> query = reader.parenthesised();
            reader.accept("AS");
            boolean changed = !query.isEmpty()
                    && query.get(0).is("SELECT")
                    && reader.peek().isName()
                    && reader.peek().value().equalsIgnoreCase(target);
            if (changed) {
                Token name = reader.next();
                int columns = reader.position();
                if (reader.seesSymbol("(")) {
                    reader.parenthesised();
                }
                Made tables = new Made(name)
                        .add(commonTables)
                        .add(commonTables.isEmpty() ? "WITH" : ",")
                        .add(List.of(name))
                        .add(reader.since(columns))
                        .add("AS (")
                        .add(query)
                        .add(")");
                Made rest = new Made(name)
                        .add(change.subList(0, start))
                        .add(List.of(name))
                        .add(reader.rest());
                return new RowChange(tables.tokens(), rest.tokens(), queries);
            }
        }
        return new RowChange(commonTables, change, queries);
    }

    private String h2() {
        boolean update = reader.next().is("UPDATE");
        top = top(reader);
        reader.accept("FROM");
        int start = reader.position();
        ObjectName target = reader.objectName();
        List<Token> named = reader.since(start);
        if (reader.accept("WITH")) {
            reader.parenthesised();
        }
        if (update) {
            reader.expect("SET");
        }
        List<Token> assignments = update ? reader.until("FROM", "WHERE", "OPTION") : List.of();
        List<Token> from = reader.sees("FROM") ? reader.until("WHERE", "OPTION") : List.of();
        List<Token> where = reader.sees("WHERE") ? reader.until("OPTION", ";") : List.of();
        reader.acceptSymbol(";");
        reader.expectEnd();

        Optional<FromClause.Part> found = found(from, target);
        List<Token> name = found.map(FromClause.Part::source).orElse(named);
        ObjectName table = new TokenReader(name).objectName();
        String alias = found.map(FromClause.Part::alias).orElse(target.name());
        Made source = new Made(place).add("FROM");
        if (found.isEmpty()) {
            source.add(named).add(from.isEmpty() ? "" : ",");
        }
        source.add(from.isEmpty() ? from : from.subList(1, from.size())).add(where);
        Optional<CommonTable> changed = tables.stream()
                .filter(known -> table.schema() == null && known.name().equalsIgnoreCase(table.name()))
                .findFirst();
        ObjectName base = changed.map(CommonTable::base).orElse(table);
        Made row = new Made(place).name(alias).add(".");
        if (changed.isPresent()) {
            row.name(CommonTable.ROW_ID);
        } else {
            row.function(ROW);
        }
        return update
                ? update(base, changed, assignments, row.tokens(), source.tokens())
                : "DELETE FROM " + base.h2() + " WHERE _ROWID_ IN ("
                        + queries.apply(with(changed)
                                        .add("SELECT")
                                        .add(top)
                                        .add(row.tokens())
                                        .add(source.tokens())
                                        .tokens())
                                .strip()
                        + ")";
    }

    private static List<Token> top(TokenReader reader) {
        int start = reader.position();
        if (!reader.accept("TOP")) {
            return List.of();
        }
        if (reader.seesSymbol("(")) {
            reader.parenthesised();
        } else {
            reader.next();
        }
        reader.accept("PERCENT");
        return reader.since(start);
    }

    /** The table that is changed, by its alias or its name. */
    private static Optional<FromClause.Part> found(List<Token> from, ObjectName target) {
        List<FromClause.Part> parts = FromClause.parts(from);
        if (target.schema() == null) {
            Optional<FromClause.Part> alias = parts.stream()
                    .filter(part -> part.alias().equalsIgnoreCase(target.name()))
                    .findFirst();
            if (alias.isPresent()) {
                return alias.filter(part -> part.source().get(0).isName());
            }
        }
        return parts.stream()
                .filter(part -> !part.source().isEmpty() && part.source().get(0).isName())
                .filter(part -> isSame(new TokenReader(part.source()).objectName(), target))
                .findFirst();
    }

    private static boolean isSame(ObjectName one, ObjectName other) {
        return one.name().equalsIgnoreCase(other.name()) && schema(one).equalsIgnoreCase(schema(other));
    }

    private static String schema(ObjectName name) {
        String schema = name.schema();
        return schema == null ? "dbo" : schema;
    }

    /** With the number of the row in the one that is changed. */
    private Made with(Optional<CommonTable> changed) {
        Made made = new Made(place);
        for (int i = 0; i < tables.size(); i++) {
            CommonTable table = tables.get(i);
            boolean its = changed.filter(table::equals).isPresent();
            made.add(i == 0 ? "WITH" : ",").add(its ? table.withRow() : table.tokens());
        }
        return made;
    }

    private String update(
            ObjectName base,
            Optional<CommonTable> changed,
            List<Token> assignments,
            List<Token> row,
            List<Token> source) {
        List<String> set = new ArrayList<>();
        Made items = new Made(place).add(row).add("AS").name(CommonTable.ROW_ID);
        for (List<Token> assignment : Arguments.of(assignments)) {
            TokenReader each = new TokenReader(assignment);
            List<String> path = each.nameParts();
            String written = path.get(path.size() - 1);
            String column = changed.map(known -> known.column(written)).orElse(written);
            if (!each.acceptSymbol("=")) {
                throw new UntranslatableException("the symbol " + each.peek().text());
            }
            List<Token> value = each.rest();
            String name = "value " + set.size();
            boolean isDefault = value.size() == 1 && value.get(0).is("DEFAULT");
            if (!isDefault) {
                items.add(",").add(value).add("AS").name(name);
            }
            set.add(QuotedName.of(column) + " = "
                    + (isDefault ? "DEFAULT" : "\"palindrome rows\"." + QuotedName.of(name)));
        }
        Made query = with(changed).add("SELECT").add(top);
        if (top.isEmpty()) {
            query.add("DISTINCT"); // a row may be found twice with the same values
        }
        return "MERGE INTO " + base.h2() + " AS \"palindrome target\" USING ("
                + queries.apply(query.add(items.tokens()).add(source).tokens()).strip()
                + ") AS \"palindrome rows\" ON \"palindrome target\"._ROWID_ = \"palindrome rows\"."
                + QuotedName.of(CommonTable.ROW_ID) + " WHEN MATCHED THEN UPDATE SET " + String.join(", ", set);
    }
}
