package dev.palindrome.h2.temporal;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table with a period look to a trigger, and what becomes of them.
 *
 * @param table H2's number
 * @param name for errors
 * @param start where the start of the period stands
 * @param end where its end stands
 * @param digits behind the point of a second
 * @param kept the places of what the history keeps
 * @param history the INSERT into it; empty if there is none
 */
record PeriodRows(
        int table, String name, int start, int end, int digits, List<Integer> kept, Optional<String> history) {

    /** What H2 gives the columns where a statement gives nothing: by another value a trigger sees that it does. */
    static final LocalDateTime NOT_GIVEN = LocalDateTime.of(1, 1, 2, 3, 4, 5);

    private static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_900);

    private static final int NANO_DIGITS = 9;

    /** Nothing if it has no period. */
    static Optional<PeriodRows> of(TemporalTable table, int number) {
        return table.start().flatMap(start -> table.end().map(end -> of(table, number, start, end)));
    }

    private static PeriodRows of(TemporalTable table, int number, H2Column start, H2Column end) {
        List<H2Column> columns = table.made();
        List<Integer> kept = columns.stream().map(table.columns()::indexOf).toList();
        Optional<String> insert = table.history()
                .map(history -> "INSERT INTO " + QuotedName.of(history.schema(), history.name()) + " ("
                        + columns.stream()
                                .map(column -> QuotedName.of(column.name()))
                                .collect(Collectors.joining(", "))
                        + ") VALUES (" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")");
        return new PeriodRows(
                number,
                table.readable(),
                table.columns().indexOf(start),
                table.columns().indexOf(end),
                digits(start),
                kept,
                insert);
    }

    static int digits(H2Column column) {
        return DeclaredType.parse(TemporalTable.record(column).get(Fact.TYPE).orElse("datetime2(7)"))
                .scale()
                .orElse(7);
    }

    boolean isOf(int number) {
        return table == number;
    }

    /** A time as a column of so many digits holds it (Microsoft: datetime2-transact-sql). */
    static LocalDateTime rounded(LocalDateTime time, int digits) {
        return cut(time.plusNanos(unit(digits) / 2), digits);
    }

    /** The last time that it holds. */
    static LocalDateTime last(int digits) {
        return cut(LAST, digits);
    }

    private static LocalDateTime cut(LocalDateTime time, int digits) {
        return time.withNano(time.getNano() / unit(digits) * unit(digits));
    }

    private static int unit(int digits) {
        int unit = 1;
        for (int i = digits; i < NANO_DIGITS; i++) {
            unit *= 10;
        }
        return unit;
    }

    void inserted(@Nullable Object[] row, LocalDateTime time) throws SQLException {
        if (!NOT_GIVEN.equals(row[start]) || !NOT_GIVEN.equals(row[end])) {
            throw TemporalError.INSERTED_VALUE.on(name);
        }
        begin(row, time);
    }

    private void begin(@Nullable Object[] row, LocalDateTime time) {
        row[start] = rounded(time, digits);
        row[end] = last(digits);
    }

    /** @param newRow null for a row that goes */
    void replaced(
            Connection connection, @Nullable Object[] oldRow, @Nullable Object @Nullable [] newRow, LocalDateTime time)
            throws SQLException {
        if (newRow != null) {
            if (!same(oldRow[start], newRow[start]) || !same(oldRow[end], newRow[end])) {
                throw TemporalError.UPDATED_VALUE.on(name);
            }
            begin(newRow, time);
        }
        if (history.isPresent()) {
            keep(connection, oldRow, rounded(time, digits), history.get());
        }
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return java.util.Objects.equals(one, other);
    }

    private void keep(Connection connection, @Nullable Object[] row, LocalDateTime time, String insert)
            throws SQLException {
        if (row[start] instanceof LocalDateTime began && began.isAfter(time)) {
            throw TemporalError.TIME_TURNED_BACK.on(name);
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (int place : kept) {
            values.add(place == end ? time : row[place]);
        }
        HistoryTrigger.allow(() -> SqlRunner.on(connection).update(insert, values.toArray()));
    }
}
