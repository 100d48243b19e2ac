package dev.palindrome.h2.temporal;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlType;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.TranslatedScript;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The period of a table: what its columns are in H2, and how it comes and goes. */
final class SystemTimePeriod {

    /** As the records of columns have it; SQL Server's catalogue, too. */
    private static final String START = "(AS_ROW_START)";

    private static final String END = "(AS_ROW_END)";

    private final TemporalTable table;

    SystemTimePeriod(TemporalTable table) {
        this.table = table;
    }

    /** Of columns that are there already and become its own. */
    void add(String start, String end) throws SQLException {
        if (table.isHistory()) {
            throw TemporalError.PERIOD_ON_HISTORY.on(table.readable());
        }
        if (table.hasPeriod()) {
            throw TemporalError.ALREADY_PERIOD.on(table.readable());
        }
        H2Column first = column(start);
        H2Column last = column(end);
        if (PeriodRows.digits(first) != PeriodRows.digits(last)) {
            throw TemporalError.PRECISION.on(table.readable());
        }
        requireOpen(first, last);
        table.remember(first, TemporalTable.record(first).with(Fact.GENERATED, START));
        table.remember(last, TemporalTable.record(last).with(Fact.GENERATED, END));
        TemporalTable now = TemporalTable.find(
                        table.connection(), table.name().schema(), table.name().name())
                .orElseThrow();
        new SystemTimePeriod(now).keep();
    }

    private H2Column column(String name) throws SQLException {
        Optional<H2Column> column = table.column(name);
        if (column.isEmpty()) {
            throw TemporalError.NO_COLUMN.on(name, table.readable());
        }
        DeclaredType type = DeclaredType.parse(
                TemporalTable.record(column.get()).get(Fact.TYPE).orElse(""));
        if (!type.is(SqlType.DATETIME2)) {
            throw TemporalError.TYPE.on(name);
        }
        if (column.get().nullable()) {
            throw TemporalError.NULLABLE.on(name);
        }
        return column.get();
    }

    /** Rows that are there begin in the past and have no end. */
    private void requireOpen(H2Column start, H2Column end) throws SQLException {
        SqlRunner sql = SqlRunner.on(table.connection());
        LocalDateTime last = PeriodRows.last(PeriodRows.digits(end));
        String column = QuotedName.of(end.name());
        // H2 rounds the last of all times up, where SQL Server has nothing to round it up to
        String all = "SELECT TOP 1 1 FROM " + table.h2() + " WHERE ";
        if (sql.query(all + column + " > ?", last).hasRows()) {
            sql.update("UPDATE " + table.h2() + " SET " + column + " = ? WHERE " + column + " > ?", last, last);
        }
        LocalDateTime now = PeriodRows.rounded(TransactionTime.now(), PeriodRows.digits(start));
        if (sql.query(all + QuotedName.of(start.name()) + " > ?", now).hasRows()) {
            throw TemporalError.START_IN_FUTURE.on(table.readable());
        }
        if (sql.query(all + column + " <> ?", last).hasRows()) {
            throw TemporalError.END_NOT_OPEN.on(table.readable());
        }
    }

    /** The columns are there, and their records say what they are. */
    void keep() throws SQLException {
        H2Column start = table.start().orElseThrow();
        H2Column end = table.end().orElseThrow();
        requireOpen(start, end);
        for (H2Column column : List.of(start, end)) {
            table.alterColumn(column, "SET DEFAULT TIMESTAMP '" + PeriodRows.NOT_GIVEN + "'");
            if (TemporalTable.record(column).is(Fact.HIDDEN)) {
                table.alterColumn(column, "SET INVISIBLE");
            }
        }
        TemporalTriggers.renew(table.connection(), table.name());
    }

    void hide(String name, boolean hidden) throws SQLException {
        Optional<H2Column> column = table.column(name);
        if (column.isEmpty()) {
            throw TemporalError.NO_COLUMN.on(name, table.readable());
        }
        Recorded recorded = TemporalTable.record(column.get());
        if (recorded.get(Fact.GENERATED).isEmpty()) {
            throw new SQLException("The column " + name + " of " + table.readable()
                    + " is in no period, and only such a column can be HIDDEN.");
        }
        table.alterColumn(column.get(), hidden ? "SET INVISIBLE" : "SET VISIBLE");
        table.remember(column.get(), recorded.without(Fact.HIDDEN).withYes(Fact.HIDDEN, hidden));
    }

    /** Its columns become columns as others are. */
    void drop() throws SQLException {
        if (table.isVersioned()) {
            throw TemporalError.VERSIONED.on(table.readable());
        }
        if (!table.hasPeriod()) {
            throw TemporalError.WITHOUT_PERIOD.on(table.readable());
        }
        TemporalTriggers.drop(table);
        for (H2Column column : List.of(table.start().orElseThrow(), table.end().orElseThrow())) {
            Recorded recorded = TemporalTable.record(column).without(Fact.GENERATED, Fact.HIDDEN);
            table.alterColumn(column, "DROP DEFAULT");
            table.alterColumn(column, "SET VISIBLE");
            giveDefaultBack(column, recorded);
        }
    }

    private void giveDefaultBack(H2Column column, Recorded recorded) throws SQLException {
        Optional<String> value = recorded.get(Fact.DEFAULT);
        table.remember(column, recorded.without(Fact.DEFAULT, Fact.DEFAULT_NAME, Fact.DEFAULT_SYSTEM_NAMED));
        if (value.isPresent()) {
            String add = "ALTER TABLE " + TemporalTriggers.bracketed(table.name()) + " ADD DEFAULT " + value.get()
                    + " FOR " + BracketedName.of(column.name());
            SqlRunner.on(table.connection())
                    .run(TranslatedScript.rewrite("the default of " + column.name(), add)
                            .h2Statements());
            table.remember(column, recorded);
        }
    }
}
