package dev.palindrome.tsql.change;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.query.SelectParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * SELECT INTO: a table is made of what is selected, and filled.
 *
 * @param table which is made
 * @param head what stands before SELECT
 * @param query the rest without INTO, and without an IDENTITY that it makes
 * @param counted the column that IDENTITY makes
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/select-into-clause-transact-sql">INTO clause</a>
 */
public record SelectInto(ObjectName table, List<Token> head, List<Token> query, Optional<Counted> counted) {

    /**
     * A column of the new table that no column of the query is.
     *
     * @param before the items before it
     * @param behind the items behind it
     */
    private record Counted(Column column, List<List<Token>> before, List<List<Token>> behind) {

        List<List<Token>> others() {
            if (before.isEmpty() && behind.isEmpty()) {
                throw new UntranslatableException("IDENTITY as all that is selected");
            }
            List<List<Token>> others = new ArrayList<>(before);
            others.addAll(behind);
            return others;
        }

        /** At its place among the others. */
        List<Column> among(List<Column> others) {
            boolean star = before.stream().anyMatch(Counted::isStar);
            if (star && behind.stream().anyMatch(Counted::isStar)) {
                throw new UntranslatableException("IDENTITY between all columns of tables");
            }
            List<Column> all = new ArrayList<>(others);
            all.add(star ? others.size() - behind.size() : before.size(), column);
            return all;
        }

        private static boolean isStar(List<Token> item) {
            return item.get(item.size() - 1).isSymbol("*");
        }
    }

    /**
     * A column that is made.
     *
     * @param name empty where it has none
     * @param type as T-SQL declares it; empty where it is not known
     * @param nullable whether it takes NULL
     * @param identity seed and increment; empty where it has none
     */
    public record Column(String name, String type, boolean nullable, String identity) {}

    /** Missing for another query or change. */
    public static Optional<SelectInto> of(List<Token> tokens) {
        if (!tokens.get(0).is("SELECT", "WITH")) {
            return Optional.empty();
        }
        TokenReader reader = new TokenReader(tokens);
        List<Token> head = reader.until("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE");
        if (!reader.sees("SELECT")) {
            return Optional.empty();
        }
        int start = reader.position();
        reader.next();
        reader.until("INTO", "FROM", "WHERE", "UNION", "EXCEPT", "INTERSECT", ";");
        if (!reader.sees("INTO")) {
            return Optional.empty();
        }
        List<Token> query = new ArrayList<>(reader.since(start));
        reader.next();
        ObjectName table = reader.objectName();
        if (reader.accept("ON")) {
            reader.identifier(); // a file group
        }
        query.addAll(reader.rest());
        return Optional.of(counting(new SelectInto(table, head, query, Optional.empty())));
    }

    /** IDENTITY makes a column that counts the rows as they come (Microsoft: identity-function-transact-sql). */
    private static SelectInto counting(SelectInto plain) {
        SelectParts parts = SelectParts.of(plain.query);
        List<List<Token>> items = parts.items();
        for (int i = 0; i < items.size(); i++) {
            Optional<Column> column = counting(items.get(i));
            if (column.isPresent()) {
                Counted counted = new Counted(column.get(), items.subList(0, i), items.subList(i + 1, items.size()));
                List<Token> query = parts.withItems(counted.others()).tokens();
                return new SelectInto(plain.table, plain.head, query, Optional.of(counted));
            }
        }
        return plain;
    }

    /** Missing for all else that is selected. */
    private static Optional<Column> counting(List<Token> item) {
        boolean nameFirst = item.size() > 2 && item.get(1).isSymbol("=");
        List<Token> value = nameFirst ? item.subList(2, item.size()) : SelectParts.value(item);
        if (value.size() < 4 || !value.get(0).is("IDENTITY") || !value.get(1).isSymbol("(")) {
            return Optional.empty();
        }
        List<List<Token>> arguments = Arguments.of(value.subList(2, value.size() - 1));
        String numbers = arguments.size() < 3 ? "1, 1" : text(arguments.get(1)) + ", " + text(arguments.get(2));
        String name = nameFirst ? item.get(0).value() : SelectParts.name(item);
        return Optional.of(new Column(name, text(arguments.get(0)), false, numbers));
    }

    /** The query alone. */
    public List<Token> without() {
        List<Token> all = new ArrayList<>(head);
        all.addAll(query);
        return all;
    }

    /** CREATE TABLE. */
    public String create(List<Column> columns) {
        if (counted.isPresent()
                && columns.stream().anyMatch(column -> !column.identity().isEmpty())) {
            throw UntranslatableException.refused(8108, "IDENTITY beside a column that is one already");
        }
        List<String> all = new ArrayList<>();
        for (Column column : counted.map(one -> one.among(columns)).orElse(columns)) {
            if (column.name().isEmpty()) {
                throw UntranslatableException.refused(1038, "each column that SELECT INTO makes needs a name");
            }
            if (column.type().isEmpty()) {
                throw new UntranslatableException("SELECT INTO of a column whose type is not known: " + column.name());
            }
            all.add(BracketedName.of(column.name()) + " " + column.type()
                    + (column.identity().isEmpty() ? "" : " IDENTITY(" + column.identity() + ")")
                    + (column.nullable() ? " NULL" : " NOT NULL"));
        }
        return "CREATE TABLE " + name() + " (" + String.join(", ", all) + ")";
    }

    private String name() {
        String schema = table.schema();
        return (schema == null ? "" : BracketedName.of(schema) + ".") + BracketedName.of(table.name());
    }

    /** INSERT of all that is selected. */
    public String insert(List<Column> columns) {
        List<String> names =
                columns.stream().map(column -> BracketedName.of(column.name())).toList();
        return text(head) + " INSERT INTO " + name() + " (" + String.join(", ", names) + ") " + text(query);
    }

    private static String text(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            if (token.kind() != Token.Kind.END) {
                text.append(token.spaced() ? " " : "").append(token.text());
            }
        }
        return text.toString().strip();
    }
}
