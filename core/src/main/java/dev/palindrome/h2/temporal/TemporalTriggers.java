package dev.palindrome.h2.temporal;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.HiddenName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The triggers of H2's that keep periods and histories. Each has the name of its table in its own. */
final class TemporalTriggers {

    private static final String PERIOD = "period ";
    private static final String TIME = "time ";
    private static final String HISTORY = "history ";

    private TemporalTriggers() {}

    static String bracketed(TableName name) {
        return BracketedName.of(List.of(name.schema(), name.name()));
    }

    /** The table in the name that H2 gives a trigger when it begins, which has another before it while a table is altered. */
    static String table(String trigger) {
        String own = trigger.substring(Math.max(0, trigger.indexOf(HiddenName.of(""))));
        return own.substring(own.indexOf(' ') + 1);
    }

    /** Makes those that the table needs, as it is now. */
    static void renew(Connection connection, TableName name) throws SQLException {
        Optional<TemporalTable> table = TemporalTable.find(connection, name.schema(), name.name());
        if (table.isPresent()) {
            drop(table.get());
            if (table.get().hasPeriod()) {
                create(table.get(), PERIOD, "BEFORE INSERT, UPDATE, DELETE", PeriodTrigger.class);
                create(table.get(), TIME, "AFTER INSERT", TransactionTrigger.class);
            }
            if (table.get().isHistory()) {
                create(table.get(), HISTORY, "BEFORE INSERT, UPDATE, DELETE", HistoryTrigger.class);
            }
        }
    }

    static void drop(TemporalTable table) throws SQLException {
        for (String kind : List.of(PERIOD, TIME, HISTORY)) {
            SqlRunner.on(table.connection()).run("DROP TRIGGER IF EXISTS " + name(table, kind));
        }
    }

    private static void create(TemporalTable table, String kind, String when, Class<?> trigger) throws SQLException {
        SqlRunner.on(table.connection())
                .run("CREATE TRIGGER " + name(table, kind) + " " + when + " ON " + table.h2() + " FOR EACH ROW CALL '"
                        + trigger.getName() + "'");
    }

    private static String name(TemporalTable table, String kind) {
        return QuotedName.of(
                table.name().schema(), HiddenName.of(kind + table.name().name()));
    }
}
