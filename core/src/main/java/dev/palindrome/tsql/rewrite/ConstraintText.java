package dev.palindrome.tsql.rewrite;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.index.KeyColumn;
import dev.palindrome.tsql.statement.TokensText;
import java.util.Optional;

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
        String head = head(key.name(), key.primary() ? "PK" : "UQ", KeyColumn.tsql(key.columns()), recorded);
        return head + kind + " (" + KeyColumn.names(key.columns()) + ")";
    }

    private String check(TableElement.Check check, boolean trusted) {
        Recorded recorded = Recorded.nothing()
                .with(Fact.CHECK, TokensText.of(check.condition()))
                .withYes(Fact.NOT_FOR_REPLICATION, check.notForReplication())
                .withYes(Fact.NOT_TRUSTED, !trusted);
        return head(check.name(), "CK", TokensText.of(check.condition()), recorded) + "CHECK ("
                + ExpressionRewriter.check(check.here()) + ")" + (trusted ? "" : " NOCHECK");
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
        return head(key.name(), "FK", KeyColumn.tsql(key.columns()), recorded) + "FOREIGN KEY ("
                + KeyColumn.names(key.columns()) + ") REFERENCES " + target.h2() + referenced
                + action("DELETE", key.onDelete()) + action("UPDATE", key.onUpdate())
                + (trusted ? "" : " NOCHECK");
    }

    private static String action(String event, String action) {
        return action.equals(TableElement.ForeignKey.NO_ACTION) ? "" : " ON " + event + " " + action;
    }

    private String head(Optional<String> name, String kind, String what, Recorded recorded) {
        Recorded all = recorded.withYes(Fact.SYSTEM_NAMED, name.isEmpty());
        String comment = all.facts().isEmpty() ? "" : " COMMENT " + SqlLiteral.h2(all.text());
        String known = name.orElseGet(() -> systemName.of(kind, table.name(), what));
        return "CONSTRAINT " + QuotedName.of(known) + comment + " ";
    }
}
