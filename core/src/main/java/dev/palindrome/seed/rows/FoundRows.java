package dev.palindrome.seed.rows;

import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.Value;
import dev.palindrome.sql.PreparedSql;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads rows of a table, and writes values into them.
 *
 * @param key what tells the rows apart
 */
record FoundRows(TableColumns table, RowKey key) {

    /** Enough to see whether values get lost. */
    private static final int MOST_ROWS = 100;

    /** A row's new values. */
    record Change(FoundRow found, List<String> columns) {}

    List<FoundRow> read(Connection connection, List<String> columns) throws SQLException {
        List<FoundRow> found = new ArrayList<>();
        String sql = key.select(table.table(), MOST_ROWS, columns);
        SqlRunner.on(connection).query(sql).forEach(read -> {
            GeneratedRow row = new GeneratedRow(found.size());
            for (int i = 0; i < columns.size(); i++) {
                int at = key.size() + i + 1;
                row.put(columns.get(i), Value.of(table.domain(columns.get(i)).read(read, at)));
            }
            found.add(new FoundRow(row, key.read(read)));
        });
        return found;
    }

    void write(Connection connection, List<Change> changes) throws SQLException {
        Set<List<String>> kinds = new LinkedHashSet<>();
        changes.forEach(change -> kinds.add(change.columns()));
        for (List<String> columns : kinds) {
            try (PreparedStatement statement = PreparedSql.on(connection, key.update(table.table(), columns))) {
                for (Change change : changes) {
                    if (change.columns().equals(columns)) {
                        bind(statement, change);
                        statement.addBatch();
                    }
                }
                for (int changed : statement.executeBatch()) {
                    check(changed);
                }
            }
        }
    }

    /** Less than none is what the driver makes of a server that does not say, as under SET NOCOUNT ON. */
    private static void check(int changed) throws RowNotFoundException {
        if (changed != 1 && changed >= 0) {
            throw new RowNotFoundException(changed);
        }
    }

    private void bind(PreparedStatement statement, Change change) throws SQLException {
        int at = 1;
        for (String column : change.columns()) {
            RowInsert.set(
                    statement, at++, table.domain(column), change.found().row().of(column));
        }
        key.bind(statement, at, change.found().key());
    }
}
