package dev.palindrome.h2.temporal;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.HiddenName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The triggers of H2's that keep periods and histories. Each has the name of its table in its own. */
final class TemporalTriggers {

    private static final String PERIOD = "period ";
    private static final String TIME = "time ";
    private static final String EACH_ROW = " FOR EACH ROW";

    /** Each fires once for a statement, also for one that meets no row. */
    private static final List<String> OF_HISTORY = List.of("INSERT", "UPDATE", "DELETE");

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
                create(table.get(), PERIOD, "BEFORE INSERT, UPDATE, DELETE", EACH_ROW, PeriodTrigger.class);
                create(table.get(), TIME, "AFTER INSERT", EACH_ROW, TransactionTrigger.class);
            }
            if (table.get().isHistory()) {
                for (String change : OF_HISTORY) {
                    create(table.get(), change + " ", "BEFORE " + change, "", HistoryTrigger.class);
                }
            }
        }
    }

    static void drop(TemporalTable table) throws SQLException {
        List<String> kinds = new ArrayList<>(List.of(PERIOD, TIME));
        OF_HISTORY.forEach(change -> kinds.add(change + " "));
        for (String kind : kinds) {
            SqlRunner.on(table.connection()).run("DROP TRIGGER IF EXISTS " + name(table, kind));
        }
    }

    private static void create(TemporalTable table, String kind, String when, String each, Class<?> trigger)
            throws SQLException {
        SqlRunner.on(table.connection())
                .run("CREATE TRIGGER " + name(table, kind) + " " + when + " ON " + table.h2() + each + " CALL '"
                        + trigger.getName() + "'");
    }

    private static String name(TemporalTable table, String kind) {
        return QuotedName.of(
                table.name().schema(), HiddenName.of(kind + table.name().name()));
    }
}
