package dev.palindrome.tsql.rewrite.table;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.rewrite.expression.ExpressionRewriter;
import dev.palindrome.tsql.rewrite.expression.H2Sets;
import dev.palindrome.tsql.statement.TokensText;
import java.util.Optional;

/** A column as H2 reads it, with its record in the comment. */
final class ColumnText {

    private final ObjectName table;
    private final SystemName systemName;

    ColumnText(ObjectName table, SystemName systemName) {
        this.table = table;
        this.systemName = systemName;
    }

    String of(TableElement.Column column) {
        return of(column, column.defaultValue());
    }

    /** As a new column that leaves NULL in the rows that are there: its default is set afterwards. */
    String withoutDefault(TableElement.Column column) {
        return of(column, Optional.empty());
    }

    private String of(TableElement.Column column, Optional<TableElement.Default> defaultValue) {
        StringBuilder text = new StringBuilder(QuotedName.of(column.name()));
        column.type().ifPresent(type -> text.append(' ').append(type.h2()));
        if (!column.computed().isEmpty()) {
            text.append(' ')
                    .append(ComputedType.of(column))
                    .append(" GENERATED ALWAYS AS (")
                    .append(H2Sets.kept(ExpressionRewriter.onOneLine(column.computedHere())))
                    .append(')');
        }
        column.identity()
                .ifPresent(identity -> text.append(" GENERATED ALWAYS AS IDENTITY(START WITH ")
                        .append(identity.seed())
                        .append(" INCREMENT BY ")
                        .append(identity.increment())
                        .append(')'));
        defaultValue.ifPresent(value -> text.append(" DEFAULT ").append(ExpressionRewriter.onOneLine(value.here())));
        text.append(column.nullable() ? "" : " NOT NULL");
        return text.append(" COMMENT ")
                .append(SqlLiteral.h2(recorded(column).text()))
                .toString();
    }

    private Recorded recorded(TableElement.Column column) {
        return column.defaultValue()
                .map(value -> recorded(column.recorded(), column.name(), value))
                .orElse(column.recorded());
    }

    /** What is remembered about a default. */
    Recorded recorded(Recorded recorded, String column, TableElement.Default value) {
        return recorded.with(Fact.DEFAULT, TokensText.of(value.expression()))
                .with(Fact.DEFAULT_NAME, value.name().orElseGet(() -> systemName.of("DF", table.name(), column)))
                .withYes(Fact.DEFAULT_SYSTEM_NAMED, value.name().isEmpty());
    }
}
