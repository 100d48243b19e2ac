package dev.palindrome.h2.temporal;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.systemview.ObjectNumber;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SYSTEM_VERSIONING of a table, ON and OFF (Microsoft: alter-table-transact-sql). */
final class SystemVersions {

    /** Microsoft: temporal-tables. */
    private static final String MADE_UP = "MSSQL_TemporalHistoryFor_";

    private final TemporalTable table;

    SystemVersions(TemporalTable table) {
        this.table = table;
    }

    /**
     * ON.
     *
     * @param named the history; empty where its name is to be made up
     * @param checked whether rows that it has already are looked at
     * @param retention how long they are kept, null for ever
     */
    void on(Optional<TableName> named, boolean checked, @Nullable String retention) throws SQLException {
        if (table.isVersioned()) {
            again(named, retention);
            return;
        }
        if (!table.hasPeriod()) {
            throw TemporalError.NO_PERIOD.on(table.readable());
        }
        TableName name = named.isPresent() ? named.get() : madeUp();
        HistoryTable history = new HistoryTable(table, name);
        if (history.key().isEmpty()) {
            throw TemporalError.NO_PRIMARY_KEY.on(table.readable());
        }
        refuseUnkept();
        begin(history, name, checked, retention);
    }

    private void begin(HistoryTable history, TableName name, boolean checked, @Nullable String retention)
            throws SQLException {
        Optional<TemporalTable> there = find(name);
        if (there.isPresent()) {
            history.require(there.get());
            if (checked) {
                history.requireConsistent();
            }
            if (retention != null) {
                history.requireClusteredIndex();
            }
        } else if (isTaken(name)) {
            throw TemporalError.NO_HISTORY.on(name);
        } else if (!hasSchema(name)) {
            throw TemporalError.NO_SCHEMA.on(name.schema());
        } else {
            history.create();
        }
        TemporalTable known = find(name).orElseThrow();
        known.remember(known.recorded().with(Fact.HISTORY_OF, TemporalTriggers.bracketed(table.name())));
        table.remember(
                retained(table.recorded().with(Fact.HISTORY, TemporalTriggers.bracketed(known.name())), retention));
        TemporalTriggers.renew(table.connection(), table.name());
        TemporalTriggers.renew(table.connection(), known.name());
    }

    /** It is on: only the retention may be another. */
    private void again(Optional<TableName> named, @Nullable String retention) throws SQLException {
        if (named.isEmpty()) {
            throw TemporalError.ALREADY_ON.on(table.readable());
        }
        TableName name = named.get();
        TableName history = table.history().orElseThrow();
        if (!history.schema().equalsIgnoreCase(name.schema()) || !history.name().equalsIgnoreCase(name.name())) {
            throw find(name).isPresent()
                    ? TemporalError.OTHER_HISTORY.on(name, table.readable())
                    : TemporalError.HAS_HISTORY.on(table.readable());
        }
        if (retention != null) {
            new HistoryTable(table, history).requireClusteredIndex();
        }
        table.remember(retained(table.recorded(), retention));
    }

    private static Recorded retained(Recorded recorded, @Nullable String retention) {
        return retention == null
                ? recorded.without(Fact.HISTORY_RETENTION)
                : recorded.with(Fact.HISTORY_RETENTION, retention);
    }

    /** OFF: the history stays, as a table like others. */
    void off() throws SQLException {
        if (!table.isVersioned()) {
            throw TemporalError.NOT_VERSIONED.on(table.readable());
        }
        Optional<TemporalTable> history = find(table.history().orElseThrow());
        if (history.isPresent()) {
            TemporalTriggers.drop(history.get());
            history.get().remember(history.get().recorded().without(Fact.HISTORY_OF));
        }
        table.remember(table.recorded().without(Fact.HISTORY, Fact.HISTORY_RETENTION));
        TemporalTriggers.renew(table.connection(), table.name());
    }

    /** What the front cannot say the type of, or would count on. */
    private void refuseUnkept() throws SQLException {
        for (H2Column column : table.made()) {
            Recorded recorded = TemporalTable.record(column);
            boolean rowversion =
                    DeclaredType.parse(recorded.get(Fact.TYPE).orElse("")).isRowversion();
            if (rowversion || column.computed() || recorded.get(Fact.TYPE).isEmpty()) {
                throw TemporalError.needsSqlServer(
                        (rowversion ? "The ROWVERSION " : "The computed column ") + column.name());
            }
        }
    }

    private Optional<TemporalTable> find(TableName name) throws SQLException {
        return TemporalTable.any(table.connection(), name.schema(), name.name());
    }

    private boolean isTaken(TableName name) throws SQLException {
        return SqlRunner.on(table.connection())
                .query("SELECT DB_OBJECT_ID('TABLE', ?, ?)", name.schema(), name.name())
                .first(row -> row.getInt(1) > 0)
                .orElse(false);
    }

    private boolean hasSchema(TableName name) throws SQLException {
        return SqlRunner.on(table.connection())
                .query("SELECT DB_OBJECT_ID('SCHEMA', ?)", name.schema())
                .first(row -> row.getInt(1) > 0)
                .orElse(false);
    }

    private TableName madeUp() throws SQLException {
        String schema = table.name().schema();
        String name = MADE_UP + ObjectNumber.of(schema, table.name().name());
        TableName free = new TableName(schema, name);
        int number = 0;
        while (isTaken(free)) {
            number++;
            free = new TableName(schema, "%s_%08X".formatted(name, number));
        }
        return free;
    }

    /** Takes a table back whose statement has failed. */
    static void takeBack(TemporalTable table) throws SQLException {
        SqlRunner.on(table.connection())
                .run("DROP TABLE IF EXISTS "
                        + QuotedName.of(table.name().schema(), table.name().name()));
    }
}
