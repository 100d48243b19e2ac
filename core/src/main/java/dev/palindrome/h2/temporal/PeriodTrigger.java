package dev.palindrome.h2.temporal;

import dev.palindrome.h2.kept.SilentTriggers;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Before each change of a row of a table with a period: gives the row its period, and keeps what it was in the history.
 * Public for H2's sake.
 */
public final class PeriodTrigger implements Trigger {

    private String schema = "";
    private String table = "";
    private @Nullable PeriodRows rows;

    /** For H2. */
    public PeriodTrigger() {}

    @Override
    public void init(
            Connection connection, String schema, String triggerName, String tableName, boolean before, int type) {
        this.schema = schema;
        this.table = TemporalTriggers.table(triggerName);
    }

    @Override
    public void fire(Connection connection, @Nullable Object @Nullable [] oldRow, @Nullable Object @Nullable [] newRow)
            throws SQLException {
        if (SilentTriggers.areSilent()) {
            return;
        }
        Asked asked = ask(connection);
        PeriodRows known = rows;
        if (known == null || !known.isOf(asked.table())) {
            known = read(connection, asked);
            rows = known;
        }
        if (oldRow == null && newRow != null) {
            known.inserted(newRow, asked.time());
        } else if (oldRow != null) {
            known.replaced(connection, oldRow, newRow, asked.time());
        }
    }

    /** The time of the transaction, and H2's number of the table; 0 if there is none of that name. */
    private record Asked(LocalDateTime time, int table) {}

    private Asked ask(Connection connection) throws SQLException {
        return SqlRunner.on(connection)
                .query(TransactionTime.QUESTION, schema, table)
                .first(row -> new Asked(TransactionTime.read(connection, row), row.getInt(3)))
                .orElseThrow();
    }

    private PeriodRows read(Connection connection, Asked asked) throws SQLException {
        return TemporalTable.find(connection, schema, table)
                .flatMap(found -> PeriodRows.of(found, asked.table()))
                .orElseThrow(() -> new SQLException("There is no table " + schema + "." + table
                        + " with a period any more. Was it renamed without sp_rename? Rename it in a migration."));
    }
}
