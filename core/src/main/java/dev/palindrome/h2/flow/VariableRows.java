package dev.palindrome.h2.flow;

import dev.palindrome.h2.session.H2Session;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.h2.table.Column;
import org.h2.table.Table;
import org.jspecify.annotations.Nullable;

/** The rows of table variables, which stay where a transaction is rolled back (Microsoft: table-transact-sql). */
final class VariableRows {

    private record Rows(String table, List<String> columns, List<@Nullable Object[]> values) {}

    private final SqlRunner sql;
    private final List<Rows> tables = new ArrayList<>();

    private VariableRows(SqlRunner sql) {
        this.sql = sql;
    }

    /** As they are now. */
    static VariableRows of(FlowSession session) throws SQLException {
        VariableRows all = new VariableRows(session.sql());
        for (String name : session.tables()) {
            @Nullable Table table = H2Session.of(session.connection()).session().findLocalTempTable(name);
            if (table != null) {
                all.add(table);
            }
        }
        return all;
    }

    private void add(Table table) throws SQLException {
        List<String> columns = Arrays.stream(table.getColumns())
                .filter(column -> !column.isGenerated())
                .map(Column::getName)
                .map(QuotedName::of)
                .toList();
        String name = QuotedName.of(table.getName());
        List<@Nullable Object[]> values = sql.query("SELECT " + String.join(", ", columns) + " FROM " + name)
                .list(row -> {
                    @Nullable Object[] all = new @Nullable Object[columns.size()];
                    for (int i = 0; i < all.length; i++) {
                        all[i] = row.getObject(i + 1);
                    }
                    return all;
                });
        tables.add(new Rows(name, columns, values));
    }

    /** Behind the rollback. */
    void putBack() throws SQLException {
        for (Rows rows : tables) {
            sql.run("DELETE FROM " + rows.table());
            String insert = "INSERT INTO " + rows.table() + " (" + String.join(", ", rows.columns())
                    + ") OVERRIDING SYSTEM VALUE VALUES ("
                    + rows.columns().stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
            for (@Nullable Object[] values : rows.values()) {
                sql.update(insert, values);
            }
        }
    }
}
