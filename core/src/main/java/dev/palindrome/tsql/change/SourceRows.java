package dev.palindrome.tsql.change;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.query.Made;
import java.util.ArrayList;
import java.util.List;

/**
 * A MERGE without WHEN NOT MATCHED BY SOURCE, and what comes before it: an UPDATE or DELETE of those rows.
 *
 * @param before in T-SQL
 * @param merge the rest of it; empty where there is nothing else
 * @see <a href="https://learn.microsoft.com/sql/t-sql/statements/merge-transact-sql">MERGE</a>
 */
public record SourceRows(List<List<Token>> before, List<Token> merge) {

    /** @param tokens of a MERGE */
    public static SourceRows of(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        int start = reader.position();
        List<Token> head = reader.until("WHEN");
        List<List<Token>> clauses = new ArrayList<>();
        while (reader.sees("WHEN")) {
            clauses.add(clause(reader));
        }
        List<Token> end = reader.rest();
        if (clauses.stream().noneMatch(SourceRows::isBySource)) {
            return new SourceRows(List.of(), tokens);
        }
        TokenReader parts = new TokenReader(head);
        parts.back(start);
        parts.expect("MERGE");
        parts.accept("INTO");
        List<Token> target = parts.until("USING");
        parts.expect("USING");
        List<Token> source = parts.until("ON");
        parts.expect("ON");
        List<Token> on = parts.rest();
        List<List<Token>> before = new ArrayList<>();
        List<List<Token>> seen = new ArrayList<>();
        Made merge = new Made(tokens.get(0)).add(head);
        boolean more = false;
        for (List<Token> clause : clauses) {
            if (isBySource(clause)) {
                before.add(change(clause, target, source, on, seen));
            } else {
                merge.add(clause);
                more = true;
            }
        }
        if (before.size() > 1 || more) {
            requireOthers(target, source);
        }
        return new SourceRows(before, more ? merge.add(end).tokens() : List.of());
    }

    /** What the source reads would have been changed already. */
    private static void requireOthers(List<Token> target, List<Token> source) {
        List<String> parts = new TokenReader(target).nameParts();
        String table = parts.get(parts.size() - 1);
        for (int i = 0; i < source.size(); i++) {
            boolean before = i + 1 < source.size() && source.get(i + 1).isSymbol(".");
            if (source.get(i).isName() && source.get(i).value().equalsIgnoreCase(table) && !before) {
                throw new UntranslatableException("MERGE with WHEN NOT MATCHED BY SOURCE whose source reads " + table
                        + ", which it changes: put what it reads into a table first");
            }
        }
    }

    /** One WHEN … THEN …. */
    static List<Token> clause(TokenReader reader) {
        int start = reader.position();
        reader.next();
        int cases = 0;
        while (!reader.atEnd() && !reader.seesSymbol(";") && !reader.sees("OPTION")) {
            boolean next =
                    reader.sees("WHEN") && (reader.peek(1).is("MATCHED") || reader.sees("WHEN", "NOT", "MATCHED"));
            if (next && cases == 0) {
                break;
            }
            cases += reader.sees("CASE") ? 1 : reader.sees("END") ? -1 : 0;
            reader.next();
        }
        return reader.since(start);
    }

    static boolean isBySource(List<Token> clause) {
        return clause.size() > 4 && clause.get(3).is("BY") && clause.get(4).is("SOURCE");
    }

    private static List<Token> change(
            List<Token> clause, List<Token> target, List<Token> source, List<Token> on, List<List<Token>> seen) {
        TokenReader reader = new TokenReader(clause);
        reader.expect("WHEN", "NOT", "MATCHED", "BY", "SOURCE");
        List<Token> and = reader.accept("AND") ? reader.until("THEN") : List.of();
        reader.expect("THEN");
        List<Token> action = reader.rest();
        TokenReader table = new TokenReader(target);
        int start = table.position();
        table.nameParts();
        List<Token> name = table.since(start);
        if (table.accept("WITH")) {
            table.parenthesised();
        }
        table.accept("AS");
        String alias = table.atEnd() ? "" : table.identifier();
        Token place = clause.get(0);
        String called = alias.isEmpty() ? name.get(name.size() - 1).value() : alias;
        Made condition = new Made(place)
                .add("WHERE NOT EXISTS (SELECT 1 FROM")
                .add(source)
                .add("WHERE")
                .add(on)
                .add(")");
        for (List<Token> other : seen) {
            condition.add("AND NOT (").add(other).add(")");
        }
        if (!and.isEmpty()) {
            condition.add("AND (").add(and).add(")");
            seen.add(and);
        }
        Made change = new Made(place);
        if (action.get(0).is("DELETE")) {
            change.add("DELETE").name(called);
        } else {
            change.add("UPDATE").name(called).add(action.subList(1, action.size()));
        }
        change.add("FROM").add(name);
        if (!alias.isEmpty()) {
            change.add("AS").name(alias);
        }
        return change.add(condition.tokens()).tokens();
    }
}
