package dev.palindrome.reset.sqlserver;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * The statements that put rows back, for one transaction. Microsoft: alter-table-transact-sql (NOCHECK, WITH CHECK CHECK,
 * SYSTEM_VERSIONING, PERIOD FOR SYSTEM_TIME), disable-trigger-transact-sql, set-identity-insert-transact-sql.
 */
final class SqlServerRestoreSql {

    private final SqlServerLayout layout;
    private final Function<SqlServerTable, String> source;
    private final List<String> statements = new ArrayList<>();

    /**
     * Plans with what is known.
     *
     * @param layout of the database
     * @param source where a table's rows were kept
     */
    SqlServerRestoreSql(SqlServerLayout layout, Function<SqlServerTable, String> source) {
        this.layout = layout;
        this.source = source;
    }

    /** For tables given by object_id. A table and its history go together. */
    List<String> restore(Collection<Integer> tables) {
        List<SqlServerPeriod> periods = layout.periodsOf(tables);
        SqlServerOrder order = SqlServerOrder.of(layout.withHistories(tables), layout.foreignKeys());

        if (!layout.databaseTriggers().isEmpty()) {
            add(SqlServerDatabaseTriggers.disable(layout.databaseTriggers()));
        }
        periods.forEach(this::dropPeriod);
        order.switchedOff().forEach(this::switchOff);
        order.tables().forEach(this::quieten);
        List<Integer> backwards = new ArrayList<>(order.tables());
        Collections.reverse(backwards);
        backwards.forEach(table -> addRows(table, "DELETE FROM " + name(table)));
        order.tables().forEach(this::insert);
        order.tables().forEach(this::wake);
        order.switchedOff().forEach(this::switchOn);
        periods.forEach(this::addPeriod);
        if (!layout.databaseTriggers().isEmpty()) {
            add(SqlServerDatabaseTriggers.enable(layout.databaseTriggers()));
        }
        return List.copyOf(statements);
    }

    private void quieten(int table) {
        triggers(table).forEach(trigger -> add("DISABLE TRIGGER " + trigger + " ON " + name(table)));
        checks(table).forEach(check -> add("ALTER TABLE " + name(table) + " NOCHECK CONSTRAINT " + check));
    }

    /** What was untrusted stays so: without WITH CHECK the rows are not looked at. */
    private void wake(int table) {
        checks(table).forEach(check -> add("ALTER TABLE " + name(table) + " WITH NOCHECK CHECK CONSTRAINT " + check));
        triggers(table).forEach(trigger -> add("ENABLE TRIGGER " + trigger + " ON " + name(table)));
    }

    private void insert(int id) {
        SqlServerTable table = layout.table(id);
        String insert = table.insert(table.sqlName(), source.apply(table));
        if (table.hasIdentity()) {
            add("SET IDENTITY_INSERT " + table.sqlName() + " ON");
            addRows(id, insert);
            add("SET IDENTITY_INSERT " + table.sqlName() + " OFF");
        } else {
            addRows(id, insert);
        }
    }

    private void switchOff(SqlServerForeignKey key) {
        add("ALTER TABLE " + name(key.table()) + " NOCHECK CONSTRAINT " + BracketedName.of(key.name()));
    }

    private void switchOn(SqlServerForeignKey key) {
        add("ALTER TABLE " + name(key.table()) + (key.isTrusted() ? " WITH CHECK" : " WITH NOCHECK")
                + " CHECK CONSTRAINT " + BracketedName.of(key.name()));
    }

    private void dropPeriod(SqlServerPeriod period) {
        if (period.history().isPresent()) {
            add("ALTER TABLE " + name(period.table()) + " SET (SYSTEM_VERSIONING = OFF)");
        }
        add("ALTER TABLE " + name(period.table()) + " DROP PERIOD FOR SYSTEM_TIME");
    }

    private void addPeriod(SqlServerPeriod period) {
        String table = "ALTER TABLE " + name(period.table());
        String start = BracketedName.of(period.start());
        String end = BracketedName.of(period.end());
        add(table + " ADD PERIOD FOR SYSTEM_TIME (" + start + ", " + end + ")");
        if (period.startHidden()) {
            add(table + " ALTER COLUMN " + start + " ADD HIDDEN");
        }
        if (period.endHidden()) {
            add(table + " ALTER COLUMN " + end + " ADD HIDDEN");
        }
        if (period.history().isPresent()) {
            add(table + " SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = "
                    + name(period.history().getAsInt())
                    + ", DATA_CONSISTENCY_CHECK = ON, HISTORY_RETENTION_PERIOD = " + period.retention() + "))");
        }
    }

    private List<String> triggers(int table) {
        return layout.triggers().getOrDefault(table, List.of()).stream()
                .map(name -> BracketedName.of(layout.table(table).schema()) + "." + BracketedName.of(name))
                .toList();
    }

    private List<String> checks(int table) {
        return layout.untrustedChecks().getOrDefault(table, List.of()).stream()
                .map(BracketedName::of)
                .toList();
    }

    private String name(int table) {
        return layout.table(table).sqlName();
    }

    /**
     * A batch is compiled before it runs: while a table has a period, the server takes neither values for it nor changes of
     * its history, so such statements are compiled by themselves (Microsoft: sp-executesql-transact-sql,
     * database-engine-events-and-errors: 13536, 13559, 13560).
     */
    private void addRows(int table, String sql) {
        boolean hasPeriod = !layout.periodsOf(List.of(table)).isEmpty();
        add(hasPeriod ? "EXEC sp_executesql " + SqlLiteral.of(sql) : sql);
    }

    private void add(String sql) {
        statements.add(sql);
    }
}
