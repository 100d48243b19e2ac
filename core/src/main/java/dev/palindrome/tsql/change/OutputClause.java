package dev.palindrome.tsql.change;

import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.query.FromClause;
import dev.palindrome.tsql.query.Made;
import dev.palindrome.tsql.query.SelectParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * OUTPUT of a change. Rows that nobody takes are left out; with INTO they go into a table by a statement of their own, before
 * an UPDATE or DELETE, and with an INSERT.
 *
 * @param statement the change without it
 * @param into an INSERT that comes before the change; empty where there is none
 * @param inserted what comes of an INSERT that gives its rows: INSERT INTO, the table, its columns; empty where there is none
 * @param items the columns of those rows
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/output-clause-transact-sql">OUTPUT clause</a>
 */
public record OutputClause(List<Token> statement, List<Token> into, List<Token> inserted, List<List<Token>> items) {

    private static final Set<String> RANDOM = Set.of("NEWID", "NEWSEQUENTIALID", "RAND", "NEXT");

    /** @param tokens of a change of rows, or of any other statement */
    public static OutputClause of(List<Token> tokens) {
        int at = place(tokens);
        if (at < 0) {
            return new OutputClause(tokens, List.of(), List.of(), List.of());
        }
        TokenReader reader = new TokenReader(tokens);
        reader.back(at);
        List<Token> without = new ArrayList<>(tokens.subList(0, at));
        List<Token> rows = List.of();
        List<Token> table = List.of();
        while (reader.accept("OUTPUT")) {
            int start = reader.position();
            reader.until(
                    "INTO", "OUTPUT", "VALUES", "SELECT", "DEFAULT", "FROM", "WHERE", "WITH", "EXEC", "OPTION", ";");
            List<Token> items = reader.since(start);
            if (reader.accept("INTO")) {
                rows = items;
                int name = reader.position();
                reader.objectName();
                if (reader.seesSymbol("(") && !reader.peek(1).is("SELECT")) {
                    reader.parenthesised();
                }
                table = reader.since(name);
            }
        }
        without.addAll(reader.rest());
        return table.isEmpty()
                ? new OutputClause(without, List.of(), List.of(), List.of())
                : into(without, Arguments.of(rows), table);
    }

    /** Of the word, outside of parentheses, behind which the rows stand; below 0 where it is not there. */
    private static int place(List<Token> tokens) {
        int depth = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0
                    && i > 0
                    && tokens.get(i).is("OUTPUT")
                    && !tokens.get(i + 1).isSymbol(".")) {
                return i;
            }
        }
        return -1;
    }

    private static OutputClause into(List<Token> all, List<List<Token>> items, List<Token> table) {
        TokenReader reader = new TokenReader(all);
        List<Token> commonTables =
                reader.sees("WITH") ? reader.until("INSERT", "UPDATE", "DELETE", "MERGE") : List.of();
        List<Token> statement = reader.rest();
        Token place = statement.get(0);
        if (place.is("INSERT")) {
            for (List<Token> item : items) {
                boolean column = SelectParts.value(item).size() == 3
                        && item.get(0).is("INSERTED")
                        && item.get(1).isSymbol(".");
                boolean literal = item.size() == 1 && !item.get(0).isName();
                if (!column && !literal) {
                    throw new UntranslatableException("OUTPUT INTO of what is computed behind an INSERT");
                }
            }
            return new OutputClause(
                    all,
                    List.of(),
                    new Made(place).add("INSERT INTO").add(table).tokens(),
                    items);
        }
        if (!place.is("UPDATE", "DELETE")) {
            throw new UntranslatableException("OUTPUT INTO behind " + place.upper());
        }
        List<Token> into = new Made(all.get(0))
                .add(commonTables)
                .add(before(statement, items, table))
                .tokens();
        return new OutputClause(all, into, List.of(), List.of());
    }

    /** What the rows are, and what they will be. */
    private static List<Token> before(List<Token> statement, List<List<Token>> items, List<Token> table) {
        TokenReader reader = new TokenReader(statement);
        Token place = reader.next();
        if (reader.sees("TOP")) {
            throw new UntranslatableException("OUTPUT INTO with TOP");
        }
        reader.accept("FROM");
        int start = reader.position();
        List<String> path = reader.nameParts();
        List<Token> target = reader.since(start);
        if (reader.accept("WITH")) {
            reader.parenthesised();
        }
        List<Token> assignments = reader.accept("SET") ? reader.until("FROM", "WHERE") : List.of();
        List<Token> from = reader.sees("FROM") ? reader.until("WHERE") : List.of();
        List<Token> where = reader.rest();
        String alias = alias(from, path.get(path.size() - 1));
        List<List<Token>> rows = new ArrayList<>();
        for (List<Token> item : items) {
            rows.add(row(item, alias, assignments));
        }
        Made select = new Made(place)
                .add("INSERT INTO")
                .add(table)
                .add("SELECT")
                .join(",", rows)
                .add("FROM")
                .add(from.isEmpty() ? target : from.subList(1, from.size()));
        return select.add(where).tokens();
    }

    private static String alias(List<Token> from, String target) {
        return FromClause.parts(from).stream()
                .filter(part -> !part.source().isEmpty()
                        && part.source().get(part.source().size() - 1).value().equalsIgnoreCase(target))
                .map(FromClause.Part::alias)
                .findFirst()
                .orElse(target);
    }

    private static List<Token> row(List<Token> item, String alias, List<Token> assignments) {
        Made made = new Made(item.get(0));
        for (int i = 0; i < item.size(); i++) {
            boolean pseudo = item.get(i).is("INSERTED", "DELETED")
                    && i + 2 < item.size()
                    && item.get(i + 1).isSymbol(".");
            if (!pseudo) {
                made.add(List.of(item.get(i)));
                continue;
            }
            Token column = item.get(i + 2);
            if (column.isSymbol("*")) {
                throw new UntranslatableException("OUTPUT of all columns INTO a table");
            }
            List<Token> value = item.get(i).is("INSERTED") ? assigned(column, assignments) : List.of();
            if (value.isEmpty()) {
                made.name(alias).add(".").add(List.of(column));
            } else {
                made.add("(").add(value).add(")");
            }
            i += 2;
        }
        return made.tokens();
    }

    /** The value that a column gets; empty where it gets none. */
    private static List<Token> assigned(Token column, List<Token> assignments) {
        for (List<Token> assignment : Arguments.of(assignments)) {
            TokenReader reader = new TokenReader(assignment);
            List<String> path = reader.nameParts();
            if (path.get(path.size() - 1).equalsIgnoreCase(column.value()) && reader.acceptSymbol("=")) {
                List<Token> value = reader.rest();
                boolean random = value.stream()
                        .anyMatch(token ->
                                token.isName() && RANDOM.contains(token.value().toUpperCase(Locale.ROOT)));
                if (random || value.get(0).is("DEFAULT")) {
                    throw new UntranslatableException("OUTPUT INTO of a value that is another one each time");
                }
                return value;
            }
        }
        return List.of();
    }
}
