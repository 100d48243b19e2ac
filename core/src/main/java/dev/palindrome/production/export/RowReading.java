package dev.palindrome.production.export;

import dev.palindrome.production.mask.run.RowMask;
import dev.palindrome.schema.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads rows of a table as they are written: masked where a rule says so. */
final class RowReading {

    private final SubsetTable table;
    private final List<Column> columns;
    private final List<ColumnReading> readings;
    private final ExportMasks masks;
    private final Optional<RowMask> mask;
    /** Those whose values are written as they are. */
    private final int[] plain;

    RowReading(SubsetTable table, List<Column> columns, List<ColumnReading> readings, ExportMasks masks) {
        this.table = table;
        this.columns = columns;
        this.readings = readings;
        this.masks = masks;
        this.mask = masks.of(table.table());
        this.plain = IntStream.range(0, columns.size())
                .filter(i -> mask.filter(it -> it.masks(columns.get(i).name())).isEmpty())
                .toArray();
    }

    /** What is selected: values that are written as they are, and behind them what the mask reads. */
    List<String> expressions(ExportEngine engine) {
        Stream<String> written =
                IntStream.of(plain).mapToObj(i -> readings.get(i).expression());
        Stream<String> read = mask.stream().flatMap(it -> it.read().stream()).map(name -> "t." + engine.quoted(name));
        return Stream.concat(written, read).toList();
    }

    @Nullable Object[] values(ResultSet row) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int at = 0; at < plain.length; at++) {
            Object value = readings.get(plain[at]).value().read(row, at + 1);
            if (value != null) {
                masks.check(table, columns.get(plain[at]), value);
            }
            values[plain[at]] = value;
        }
        if (mask.isPresent()) {
            RowMask.Values masked = mask.get().of(row, plain.length + 1);
            for (int i = 0; i < values.length; i++) {
                if (mask.get().masks(columns.get(i).name())) {
                    Object value = masked.of(columns.get(i).name());
                    if (value != null) {
                        Column column = columns.get(i);
                        mask.get()
                                .searched(column.name(), value)
                                .ifPresent(text -> masks.checkText(table, column, text));
                    }
                    values[i] = value;
                }
            }
        }
        return values;
    }
}
