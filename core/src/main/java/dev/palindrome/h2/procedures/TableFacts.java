package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is recorded about a table and its columns, and changes by itself. */
final class TableFacts {

    private final H2Table table;

    TableFacts(H2Table table) {
        this.table = table;
    }

    void ofTable(Fact fact, @Nullable String value) throws SQLException {
        Optional<H2Comment> known = H2Comment.find(table.connection(), "TABLE", table.schema(), table.name());
        if (known.isEmpty()) {
            throw TsqlError.of(
                    4902,
                    "Cannot find the object \"" + table.name()
                            + "\" because it does not exist or you do not have permissions.");
        }
        H2Comment.write(
                table.connection(), "TABLE " + table.h2(), with(known.get().recorded(), fact, value));
    }

    void ofColumn(String column, Fact fact, @Nullable String value) throws SQLException {
        Recorded recorded = table.requireColumn(column, "ALTER COLUMN");
        H2Column known = table.h2Column(column).orElseThrow();
        boolean fits = switch (fact) {
            case PERSISTED -> recorded.get(Fact.COMPUTED).isPresent();
            case IDENTITY_NOT_FOR_REPLICATION -> known.identity();
            case SPARSE ->
                value == null || known.nullable() && recorded.get(Fact.DEFAULT).isEmpty();
            case ROWGUIDCOL ->
                recorded.get(Fact.TYPE).filter("uniqueidentifier"::equals).isPresent();
            default -> true;
        };
        if (!fits) {
            throw TsqlError.of(
                    fact == Fact.SPARSE ? 1731 : 4936,
                    "The column '" + known.name() + "' of the table '" + table.name() + "' cannot be "
                            + fact.key().replace('-', ' ') + ".");
        }
        table.record(known.name(), with(recorded, fact, value));
    }

    private static Recorded with(Recorded recorded, Fact fact, @Nullable String value) {
        return value == null ? recorded.without(fact) : recorded.with(fact, value);
    }
}
