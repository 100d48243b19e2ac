package dev.palindrome.tsql.rewrite.table;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.index.KeyColumn;
import dev.palindrome.tsql.rewrite.expression.ExpressionRewriter;
import dev.palindrome.tsql.statement.TokensText;

/** A constraint as H2 reads it, with its record in the comment. */
final class ConstraintText {

    private final ObjectName table;
    private final SystemName systemName;

    ConstraintText(ObjectName table, SystemName systemName) {
        this.table = table;
        this.systemName = systemName;
    }

    String of(TableElement.Constraint constraint) {
        return of(constraint, true);
    }

    /** As an ALTER TABLE that leaves existing rows alone if they are not to be trusted. */
    String of(TableElement.Constraint constraint, boolean trusted) {
        if (constraint instanceof TableElement.Key key) {
            return key(key);
        }
        if (constraint instanceof TableElement.Check check) {
            return check(check, trusted);
        }
        return foreignKey((TableElement.ForeignKey) constraint, trusted);
    }

    /** Its own, or the one that is made up for it. */
    String nameOf(TableElement.Constraint constraint) {
        return constraint.name().orElseGet(() -> {
            if (constraint instanceof TableElement.Key key) {
                return systemName.of(key.primary() ? "PK" : "UQ", table.name(), KeyColumn.tsql(key.columns()));
            }
            return constraint instanceof TableElement.Check check
                    ? systemName.of("CK", table.name(), TokensText.of(check.condition()))
                    : systemName.of(
                            "FK", table.name(), KeyColumn.tsql(((TableElement.ForeignKey) constraint).columns()));
        });
    }

    private String key(TableElement.Key key) {
        boolean directed = key.columns().stream().anyMatch(KeyColumn::descending);
        Recorded recorded = key.isClustered() ? key.storage().without(Fact.DATA_SPACE) : key.storage();
        if (!key.clustering().isEmpty()) {
            recorded = recorded.with(Fact.CLUSTERING, key.clustering());
        }
        if (directed) {
            recorded = recorded.with(Fact.KEY, KeyColumn.tsql(key.columns()));
        }
        // SQL Server takes NULL for a value like any other where it enforces uniqueness.
        String kind = key.primary() ? "PRIMARY KEY" : "UNIQUE NULLS NOT DISTINCT";
        return head(key, recorded) + kind + " (" + KeyColumn.names(key.columns()) + ")";
    }

    private String check(TableElement.Check check, boolean trusted) {
        Recorded recorded = Recorded.nothing()
                .with(Fact.CHECK, TokensText.of(check.condition()))
                .withYes(Fact.NOT_FOR_REPLICATION, check.notForReplication())
                .withYes(Fact.NOT_TRUSTED, !trusted);
        return head(check, recorded) + "CHECK (" + ExpressionRewriter.check(check.here()) + ")"
                + (trusted ? "" : " NOCHECK");
    }

    private String foreignKey(TableElement.ForeignKey key, boolean trusted) {
        Recorded recorded = Recorded.nothing()
                .withYes(Fact.NOT_FOR_REPLICATION, key.notForReplication())
                .withYes(Fact.NOT_TRUSTED, !trusted);
        String referenced = key.referenced().isEmpty() ? "" : " (" + KeyColumn.names(key.referenced()) + ")";
        // Without a schema H2 would look in that of the referencing table, SQL Server looks in the default schema.
        ObjectName target = key.table().schema() == null && table.schema() != null
                ? new ObjectName("dbo", key.table().name())
                : key.table();
        return head(key, recorded) + "FOREIGN KEY ("
                + KeyColumn.names(key.columns()) + ") REFERENCES " + target.h2() + referenced
                + action("DELETE", key.onDelete()) + action("UPDATE", key.onUpdate())
                + (trusted ? "" : " NOCHECK");
    }

    private static String action(String event, String action) {
        return action.equals(TableElement.ForeignKey.NO_ACTION) ? "" : " ON " + event + " " + action;
    }

    private String head(TableElement.Constraint constraint, Recorded recorded) {
        Recorded all = recorded.withYes(Fact.SYSTEM_NAMED, constraint.name().isEmpty());
        String comment = all.facts().isEmpty() ? "" : " COMMENT " + SqlLiteral.h2(all.text());
        return "CONSTRAINT " + QuotedName.of(nameOf(constraint)) + comment + " ";
    }
}
