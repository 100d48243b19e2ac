package dev.palindrome.tsql.rewrite;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.rewrite.expression.ExpressionRewriter;
import dev.palindrome.tsql.rule.ExpressionSyntax;
import dev.palindrome.tsql.rule.TableHints;
import java.util.List;
import java.util.Optional;

/**
 * UPDATE … FROM and DELETE … FROM with at most one join, which H2 knows only as MERGE and as EXISTS. Where several rows
 * match one, SQL Server takes any of them and H2's MERGE fails.
 */
final class JoinedChange {

    /** A table with its alias. */
    private record Source(ObjectName table, Optional<String> alias) {

        String h2() {
            return table.h2() + alias.map(name -> " AS " + QuotedName.of(name)).orElse("");
        }

        boolean isCalled(ObjectName name) {
            return name.schema() == null
                            && alias.map(a -> a.equalsIgnoreCase(name.name())).orElse(false)
                    || table.name().equalsIgnoreCase(name.name())
                            && (name.schema() == null
                                    || name.schema().equalsIgnoreCase(table.schema() == null ? "dbo" : table.schema()));
        }
    }

    private final ObjectName target;
    private Source changed;
    private Optional<Source> joined = Optional.empty();
    private String condition = "";

    private JoinedChange(ObjectName target, TokenReader reader) {
        this.target = target;
        reader.expect("FROM");
        this.changed = source(reader);
        read(reader);
    }

    /**
     * Rewrites an UPDATE.
     *
     * @param reader from FROM on
     */
    static String update(ObjectName target, List<Token> assignments, TokenReader reader) {
        return new JoinedChange(target, reader).update(assignments);
    }

    /**
     * Rewrites a DELETE.
     *
     * @param reader from FROM on
     */
    static String delete(ObjectName target, TokenReader reader) {
        return new JoinedChange(target, reader).delete();
    }

    private void read(TokenReader reader) {
        Source other = null;
        if (reader.sees("INNER", "JOIN") || reader.sees("JOIN")) {
            reader.accept("INNER");
            reader.expect("JOIN");
            other = source(reader);
            reader.expect("ON");
            List<Token> on = reader.until("WHERE", "JOIN", "INNER", "LEFT", "RIGHT", "FULL", "CROSS");
            ExpressionSyntax.requireCondition(on);
            condition = "(" + ExpressionRewriter.onOneLine(on).strip() + ")";
        }
        if (reader.accept("WHERE")) {
            List<Token> rest = reader.rest();
            ExpressionSyntax.requireCondition(rest);
            String where = "(" + ExpressionRewriter.onOneLine(rest).strip() + ")";
            condition = condition.isEmpty() ? where : condition + " AND " + where;
        }
        if (!reader.atEnd()) {
            throw new UntranslatableException("a change of a table with more than one plain join");
        }
        if (!changed.isCalled(target)) {
            if (other == null || !other.isCalled(target)) {
                throw new UntranslatableException("a change of a table that its FROM does not name");
            }
            Source first = changed;
            changed = other;
            other = first;
        }
        joined = Optional.ofNullable(other);
    }

    private static Source source(TokenReader reader) {
        if (!reader.peek().isName()) {
            throw new UntranslatableException("a change with a query in its FROM");
        }
        ObjectName table = reader.objectName();
        if (reader.seesSymbol("(")) {
            throw new UntranslatableException("the function " + table.name());
        }
        Optional<String> alias = Optional.empty();
        if (reader.accept("AS")) {
            alias = Optional.of(reader.identifier());
        } else if (reader.peek().isName() && !reader.peek().isReserved()) {
            alias = Optional.of(reader.identifier());
        }
        TableHints.ofSource(reader);
        return new Source(table, alias);
    }

    private String update(List<Token> assignments) {
        String set = " SET " + ExpressionRewriter.onOneLine(assignments).strip();
        return joined.map(other -> "MERGE INTO " + changed.h2() + " USING " + other.h2() + " ON " + condition
                        + " WHEN MATCHED THEN UPDATE" + set)
                .orElseGet(() -> "UPDATE " + changed.h2() + set + where(condition));
    }

    private String delete() {
        String where = joined.map(other -> "EXISTS (SELECT 1 FROM " + other.h2() + " WHERE " + condition + ")")
                .orElse(condition);
        return "DELETE FROM " + changed.h2() + where(where);
    }

    private static String where(String condition) {
        return condition.isEmpty() ? "" : " WHERE " + condition;
    }
}
