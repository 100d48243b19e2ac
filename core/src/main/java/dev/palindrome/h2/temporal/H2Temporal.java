package dev.palindrome.h2.temporal;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.sql.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What rewritten scripts call inside H2 for temporal tables. Public for H2's sake; {@link H2Front#install} makes it known
 * there. A schema of {@code null} is the connection's own.
 */
public final class H2Temporal {

    private H2Temporal() {}

    /**
     * The columns of a period are there, and their records say so.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @throws SQLException 13542 or 13575 if rows do not fit
     */
    public static void period(Connection connection, @Nullable String schema, String table) throws SQLException {
        new SystemTimePeriod(require(connection, schema, table)).keep();
    }

    /**
     * ALTER TABLE … ADD PERIOD FOR SYSTEM_TIME, of columns that are there.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param start the first column
     * @param end the second column
     * @throws SQLException 13597 if it has one, 13542 or 13575 if rows do not fit
     */
    public static void addPeriod(Connection connection, @Nullable String schema, String table, String start, String end)
            throws SQLException {
        new SystemTimePeriod(require(connection, schema, table)).add(start, end);
    }

    /**
     * ALTER TABLE … DROP PERIOD FOR SYSTEM_TIME.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @throws SQLException 13592 if a history is kept, 13593 if there is no period
     */
    public static void dropPeriod(Connection connection, @Nullable String schema, String table) throws SQLException {
        new SystemTimePeriod(require(connection, schema, table)).drop();
    }

    /**
     * ALTER COLUMN … ADD HIDDEN and DROP HIDDEN.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param column of the period
     * @param hidden whether {@code SELECT *} leaves it out
     * @throws SQLException if it is no column of a period
     */
    public static void hideColumn(
            Connection connection, @Nullable String schema, String table, String column, boolean hidden)
            throws SQLException {
        new SystemTimePeriod(require(connection, schema, table)).hide(column, hidden);
    }

    /**
     * SET (SYSTEM_VERSIONING = ON …).
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param historySchema the history's schema; null where its name is to be made up
     * @param history its name
     * @param checked whether rows that it has already are looked at
     * @param retention how long rows are kept; null for ever
     * @param created whether the table is made by the same statement, and goes if this fails
     * @throws SQLException 13510 to 13599 as SQL Server
     */
    public static void systemVersioning(
            Connection connection,
            @Nullable String schema,
            String table,
            @Nullable String historySchema,
            @Nullable String history,
            boolean checked,
            @Nullable String retention,
            boolean created)
            throws SQLException {
        TemporalTable found = require(connection, schema, table);
        Optional<TableName> named = historySchema == null || history == null
                ? Optional.empty()
                : Optional.of(new TableName(historySchema, history));
        try {
            new SystemVersions(found).on(named, checked, retention);
        } catch (SQLException e) {
            if (created) {
                SystemVersions.takeBack(found);
            }
            throw e;
        }
    }

    /**
     * SET (SYSTEM_VERSIONING = OFF).
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @throws SQLException 13591 if it is off
     */
    public static void systemVersioningOff(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        new SystemVersions(require(connection, schema, table)).off();
    }

    /**
     * Before ALTER TABLE … ADD.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param additions what is added: {@code COLUMN}, {@code PRIMARY KEY} …
     * @throws SQLException 13550 to 13583 if a temporal table takes no such thing
     */
    public static void requireAddable(Connection connection, @Nullable String schema, String table, String... additions)
            throws SQLException {
        Optional<TemporalTable> found = TemporalTable.named(connection, schema, table);
        if (found.isPresent() && !HistoryTrigger.isAllowed()) {
            for (String addition : additions) {
                TemporalAddition.require(found.get(), addition);
            }
        }
    }

    /**
     * Behind ALTER TABLE … ADD: a history gets the columns as well.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param columns that were added
     * @throws SQLException if H2 refuses
     */
    public static void addToHistory(Connection connection, @Nullable String schema, String table, String... columns)
            throws SQLException {
        Optional<TemporalTable> found = TemporalTable.named(connection, schema, table);
        if (found.isPresent() && found.get().isVersioned()) {
            HistoryTable history =
                    new HistoryTable(found.get(), found.get().history().orElseThrow());
            for (String name : columns) {
                Optional<H2Column> column = found.get().column(name);
                if (column.isPresent()) {
                    history.add(column.get());
                }
            }
        }
        if (found.isPresent()) {
            found.get().changed();
        }
    }

    private static TemporalTable require(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        String of = schema == null ? connection.getSchema() : schema;
        Optional<TemporalTable> found = TemporalTable.any(connection, of, table);
        if (found.isEmpty()) {
            throw TemporalError.NOT_FOUND.on(table);
        }
        return found.get();
    }
}
