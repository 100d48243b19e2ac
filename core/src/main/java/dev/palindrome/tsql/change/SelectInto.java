package dev.palindrome.tsql.change;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * SELECT INTO: a table is made of what is selected, and filled.
 *
 * @param table which is made
 * @param head what stands before SELECT
 * @param query the rest without INTO
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/select-into-clause-transact-sql">INTO clause</a>
 */
public record SelectInto(ObjectName table, List<Token> head, List<Token> query) {

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
        return Optional.of(new SelectInto(table, head, query));
    }

    /** The query alone. */
    public List<Token> without() {
        List<Token> all = new ArrayList<>(head);
        all.addAll(query);
        return all;
    }

    /** CREATE TABLE. */
    public String create(List<Column> columns) {
        List<String> all = new ArrayList<>();
        for (Column column : columns) {
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
