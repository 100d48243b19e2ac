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

/**
 * What OUTPUT of a MERGE puts into a table: a query for each of its clauses, over the rows that the clause will change, before
 * anything is changed. What only the change itself computes, such as an identity, is not known then.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/statements/merge-transact-sql">MERGE, output_clause</a>
 */
final class MergeOutput {

    private final Token place;
    private final List<List<Token>> items;
    private final List<Token> table;
    private final List<Token> target;
    private final String targetAlias;
    private final List<Token> source;
    private final String sourceAlias;
    private final List<Token> on;
    private final List<List<Token>> clauses = new ArrayList<>();

    MergeOutput(List<Token> merge, List<List<Token>> items, List<Token> table) {
        TokenReader reader = new TokenReader(merge);
        this.place = reader.next();
        this.items = items;
        this.table = table;
        reader.accept("INTO");
        this.target = reader.until("USING");
        reader.expect("USING");
        this.source = reader.until("ON");
        reader.expect("ON");
        this.on = reader.until("WHEN");
        while (reader.sees("WHEN")) {
            clauses.add(SourceRows.clause(reader));
        }
        this.targetAlias = FromClause.parts(target).get(0).alias();
        this.sourceAlias = FromClause.parts(source).get(0).alias();
    }

    /** Whether it is of rows that are there behind the MERGE, and of nothing but their columns: then H2 gives them. */
    boolean isGiven() {
        boolean inserts =
                clauses.stream().allMatch(clause -> action(clause).get(0).is("INSERT"));
        boolean keeps = clauses.stream()
                .noneMatch(clause -> action(clause).get(0).is("DELETE") || SourceRows.isBySource(clause));
        boolean plain = items.stream().flatMap(List::stream).noneMatch(token -> token.is("DELETED") || isAction(token));
        return items.stream().noneMatch(this::isOfSource) && (inserts || keeps && plain);
    }

    private boolean isOfSource(List<Token> item) {
        for (int i = 0; i + 1 < item.size(); i++) {
            if (item.get(i + 1).isSymbol(".") && item.get(i).value().equalsIgnoreCase(sourceAlias)) {
                return true;
            }
        }
        return false;
    }

    private static List<Token> action(List<Token> clause) {
        int cases = 0;
        for (int i = 0; i < clause.size(); i++) {
            cases += clause.get(i).is("CASE") ? 1 : clause.get(i).is("END") ? -1 : 0;
            if (cases == 0 && clause.get(i).is("THEN")) {
                return clause.subList(i + 1, clause.size());
            }
        }
        throw UntranslatableException.syntax(clause.get(clause.size() - 1));
    }

    /** INSERTs into the table. */
    List<List<Token>> before() {
        List<List<Token>> inserts = new ArrayList<>();
        List<List<Token>> ofTarget = new ArrayList<>();
        List<List<Token>> ofBoth = new ArrayList<>();
        for (List<Token> clause : clauses) {
            List<Token> action = action(clause);
            boolean isNew = action.get(0).is("INSERT");
            boolean bySource = SourceRows.isBySource(clause);
            List<List<Token>> seen = bySource ? ofTarget : ofBoth;
            Made insert = new Made(place).add("INSERT INTO").add(table).add("SELECT");
            insert.join(
                    ",",
                    items.stream()
                            .map(item -> isNew ? ofNew(item, action) : ofOld(item, action, bySource))
                            .toList());
            if (isNew) {
                insert.add("FROM")
                        .add(source)
                        .add("WHERE NOT EXISTS (SELECT 1 FROM")
                        .add(target);
                insert.add("WHERE").add(on).add(")");
            } else if (bySource) {
                insert.add("FROM")
                        .add(target)
                        .add("WHERE NOT EXISTS (SELECT 1 FROM")
                        .add(source);
                insert.add("WHERE").add(on).add(")");
            } else {
                insert.add("FROM")
                        .add(target)
                        .add("JOIN")
                        .add(source)
                        .add("ON")
                        .add(on)
                        .add("WHERE 1 = 1");
            }
            List<Token> and = and(clause, action);
            if (!isNew) {
                for (List<Token> other : seen) {
                    insert.add("AND (CASE WHEN")
                            .add(other)
                            .add("THEN 1 ELSE 0 END) = 0"); // not that it is false: UNKNOWN
                }
                seen.add(and.isEmpty() ? new Made(place).add("1 = 1").tokens() : and);
            }
            if (!and.isEmpty()) {
                insert.add("AND (").add(and).add(")");
            }
            inserts.add(insert.tokens());
        }
        return inserts;
    }

    private static List<Token> and(List<Token> clause, List<Token> action) {
        int then = clause.size() - action.size() - 1;
        for (int i = 0; i < then; i++) {
            if (clause.get(i).is("AND")) {
                return clause.subList(i + 1, then);
            }
        }
        return List.of();
    }

    /** Of a row that is updated or deleted. */
    private List<Token> ofOld(List<Token> item, List<Token> action, boolean bySource) {
        boolean deletes = action.get(0).is("DELETE");
        Made made = new Made(item.get(0));
        for (int i = 0; i < item.size(); i++) {
            Token token = item.get(i);
            boolean column = i + 2 < item.size() && item.get(i + 1).isSymbol(".");
            boolean nothing = column
                    && (deletes && token.is("INSERTED")
                            || bySource && token.value().equalsIgnoreCase(sourceAlias));
            if (isAction(token)) {
                made.add("N'" + action.get(0).upper() + "'");
            } else if (nothing) {
                requireOne(item.get(i + 2));
                made.add("NULL");
                i += 2;
            } else {
                made.add(List.of(token));
            }
        }
        List<Token> assignments = deletes ? List.of() : action.subList(2, action.size());
        return OutputClause.row(made.tokens(), targetAlias, assignments);
    }

    /** Of a row that is put in: what the clause says of its columns. */
    private List<Token> ofNew(List<Token> item, List<Token> action) {
        TokenReader reader = new TokenReader(action);
        reader.expect("INSERT");
        List<List<Token>> columns = reader.seesSymbol("(") ? Arguments.of(reader.parenthesised()) : List.of();
        reader.expect("VALUES");
        List<List<Token>> values = Arguments.of(reader.parenthesised());
        Made made = new Made(item.get(0));
        for (int i = 0; i < item.size(); i++) {
            Token token = item.get(i);
            boolean column = i + 2 < item.size() && item.get(i + 1).isSymbol(".");
            if (isAction(token)) {
                made.add("N'INSERT'");
            } else if (column && token.is("DELETED")) {
                requireOne(item.get(i + 2));
                made.add("NULL");
                i += 2;
            } else if (column && token.is("INSERTED")) {
                requireOne(item.get(i + 2));
                made.add("(").add(value(item.get(i + 2), columns, values)).add(")");
                i += 2;
            } else {
                made.add(List.of(token));
            }
        }
        return made.tokens();
    }

    private static List<Token> value(Token column, List<List<Token>> columns, List<List<Token>> values) {
        for (int i = 0; i < columns.size() && i < values.size(); i++) {
            List<Token> name = columns.get(i);
            if (name.get(name.size() - 1).value().equalsIgnoreCase(column.value())) {
                OutputClause.requireTheSame(values.get(i));
                return values.get(i);
            }
        }
        throw new UntranslatableException("OUTPUT INTO of inserted." + column.text()
                + " behind a MERGE that gives it no value, beside what the row was, $action or the source's columns");
    }

    private static void requireOne(Token column) {
        if (column.isSymbol("*")) {
            throw new UntranslatableException("OUTPUT of all columns INTO a table behind a MERGE");
        }
    }

    private static boolean isAction(Token token) {
        return token.text().toLowerCase(Locale.ROOT).equals("$action");
    }
}
