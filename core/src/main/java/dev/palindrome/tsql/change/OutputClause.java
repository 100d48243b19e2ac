package dev.palindrome.tsql.change;

import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.query.FromClause;
import dev.palindrome.tsql.query.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * OUTPUT of a change. Rows that nobody takes are left out. With INTO they go into a table by statements of their own, before the
 * change, where it says itself what they will be, or else with the change, of rows that H2 gives of it.
 *
 * @param statement the change without it
 * @param into INSERTs that come before the change
 * @param given an INSERT of what is selected from the target as {@code inserted} or {@code deleted}, in whose place the rows of the
 *     change are to stand; empty where there is none
 * @param rows which of them: those that are there behind the change, or those that were before it
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/output-clause-transact-sql">OUTPUT clause</a>
 */
public record OutputClause(List<Token> statement, List<List<Token>> into, List<Token> given, Rows rows) {

    /** Rows that H2 gives of a change. */
    public enum Rows {
        FINAL("inserted"),
        OLD("deleted");

        private final String table;

        Rows(String table) {
            this.table = table;
        }

        /** T-SQL's name for them. */
        public String table() {
            return table;
        }
    }

    private static final Set<String> RANDOM = Set.of("NEWID", "NEWSEQUENTIALID", "RAND", "NEXT");

    /** @param tokens of a change of rows, or of any other statement */
    public static OutputClause of(List<Token> tokens) {
        int at = place(tokens);
        if (at < 0) {
            return plain(tokens);
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
        return table.isEmpty() ? plain(without) : into(without, Arguments.of(rows), table);
    }

    private static OutputClause plain(List<Token> statement) {
        return new OutputClause(statement, List.of(), List.of(), Rows.FINAL);
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
        if (place.is("MERGE")) {
            MergeOutput merge = new MergeOutput(statement, items, table);
            if (!merge.isGiven()) {
                List<List<Token>> into = merge.before().stream()
                        .map(insert -> new Made(all.get(0))
                                .add(commonTables)
                                .add(insert)
                                .tokens())
                        .toList();
                return new OutputClause(all, into, List.of(), Rows.FINAL);
            }
        }
        if (place.is("INSERT", "MERGE") || statement.get(1).is("TOP")) {
            return given(all, statement, items, table);
        }
        if (!place.is("UPDATE", "DELETE")) {
            throw new UntranslatableException("OUTPUT INTO behind " + place.upper());
        }
        List<Token> into = new Made(all.get(0))
                .add(commonTables)
                .add(before(statement, items, table))
                .tokens();
        return new OutputClause(all, List.of(into), List.of(), Rows.FINAL);
    }

    /** Of rows that H2 gives: those that a change has left, or those that it has found, and not both. */
    private static OutputClause given(
            List<Token> all, List<Token> statement, List<List<Token>> items, List<Token> table) {
        Token place = statement.get(0);
        boolean old = place.is("DELETE")
                || place.is("UPDATE") && items.stream().flatMap(List::stream).anyMatch(token -> token.is("DELETED"));
        Rows rows = old ? Rows.OLD : Rows.FINAL;
        List<List<Token>> values = new ArrayList<>();
        for (List<Token> item : items) {
            values.add(given(item, rows, place));
        }
        List<Token> insert = new Made(place)
                .add("INSERT INTO")
                .add(table)
                .add("SELECT")
                .join(",", values)
                .add("FROM")
                .add(target(statement))
                .add("AS")
                .name(rows.table())
                .tokens();
        return new OutputClause(all, List.of(), insert, rows);
    }

    private static List<Token> given(List<Token> item, Rows rows, Token place) {
        Made made = new Made(item.get(0));
        for (int i = 0; i < item.size(); i++) {
            Token token = item.get(i);
            if (token.text().equalsIgnoreCase("$action")) {
                made.add("N'INSERT'"); // of a MERGE that does nothing else
                continue;
            }
            boolean column =
                    i + 2 < item.size() && token.isName() && item.get(i + 1).isSymbol(".");
            if (!column || token.is(rows.table())) {
                made.add(item.subList(i, i + (column ? 3 : 1)));
            } else if (place.is("MERGE")
                    && token.is("DELETED")
                    && !item.get(i + 2).isSymbol("*")) {
                made.add("NULL"); // what a row was that is new
            } else if (item.get(Math.min(i + 3, item.size() - 1)).isSymbol("(")) {
                made.add(item.subList(i, i + 3)); // a function of the user's own
            } else {
                throw new UntranslatableException(
                        "OUTPUT INTO of " + token.text() + "." + item.get(i + 2).text() + " behind " + place.upper()
                                + (place.is("UPDATE", "DELETE") ? " TOP" : ""));
            }
            i += column ? 2 : 0;
        }
        return made.tokens();
    }

    /** The table that a change is of, without its alias. */
    private static List<Token> target(List<Token> statement) {
        TokenReader reader = new TokenReader(statement);
        reader.next();
        if (reader.accept("TOP")) {
            reader.parenthesised();
            reader.accept("PERCENT");
        }
        reader.accept("INTO");
        reader.accept("FROM");
        int start = reader.position();
        List<String> path = reader.nameParts();
        List<Token> name = reader.since(start);
        List<Token> from = reader.until("FROM", "WHERE", "USING", "VALUES", "SELECT", "DEFAULT");
        if (path.size() > 1 || from.isEmpty() && !reader.sees("FROM") || !reader.accept("FROM")) {
            return name;
        }
        return FromClause.parts(reader.until("WHERE")).stream()
                .filter(part -> part.alias().equalsIgnoreCase(path.get(0)))
                .map(FromClause.Part::source)
                .findFirst()
                .orElse(name);
    }

    /** What the rows are, and what they will be. */
    private static List<Token> before(List<Token> statement, List<List<Token>> items, List<Token> table) {
        TokenReader reader = new TokenReader(statement);
        Token place = reader.next();
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

    /** What the rows of an UPDATE or DELETE give; its own clauses name the columns by the alias. */
    static List<Token> row(List<Token> item, String alias, List<Token> assignments) {
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
            if (column.isSymbol("*") && item.get(i).is("DELETED")) {
                made.name(alias).add(".").add(List.of(column));
                i += 2;
                continue;
            }
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
                requireTheSame(value);
                return value;
            }
        }
        return List.of();
    }

    /** Fails for what is another value each time it is asked. */
    static void requireTheSame(List<Token> value) {
        boolean random = value.stream()
                .anyMatch(
                        token -> token.isName() && RANDOM.contains(token.value().toUpperCase(Locale.ROOT)));
        if (random || value.get(0).is("DEFAULT")) {
            throw new UntranslatableException("OUTPUT INTO of a value that is another one each time");
        }
    }
}
