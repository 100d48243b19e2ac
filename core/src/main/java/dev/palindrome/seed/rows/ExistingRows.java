package dev.palindrome.seed.rows;

import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.Value;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The rows that a table holds already, one after the other.
 *
 * @param columns which of their values are read, as {@link GeneratedRow#key} has them
 */
record ExistingRows(TableColumns table, List<String> columns) {

    /** Only columns that keys are about are of interest. */
    static ExistingRows of(TableColumns table, List<String> filled) {
        List<String> names = GeneratedRow.keys(filled);
        List<String> keys = table.table().uniqueKeys().stream()
                .flatMap(key -> GeneratedRow.keys(key.columns()).stream())
                .distinct()
                .toList();
        return new ExistingRows(table, keys.stream().anyMatch(names::contains) ? readable(table) : List.of());
    }

    /** A filter may be about any column. */
    private static List<String> readable(TableColumns table) {
        return List.copyOf(table.domains().keySet());
    }

    void forEach(Connection connection, Consumer<GeneratedRow> reader) throws SQLException {
        if (columns.isEmpty()) {
            return;
        }
        String sql = "SELECT %s FROM %s"
                .formatted(PortableName.list(columns), table.table().portableRows());
        AtomicLong number = new AtomicLong();
        SqlRunner.on(connection).query(sql).forEach(row -> reader.accept(row(row, number.getAndIncrement())));
    }

    private GeneratedRow row(ResultSet rows, long number) throws SQLException {
        GeneratedRow row = new GeneratedRow(number);
        row.markEdge();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), Value.of(table.domain(columns.get(i)).read(rows, i + 1)));
        }
        return row;
    }
}
