package dev.palindrome.roundtrip.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.UniqueKey;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.PreparedSql;
import dev.palindrome.sql.SqlDialect;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlQuestion;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlTypeFamily;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table's rows at one moment, to be put back later: where a key tells them apart, values that have changed are put back
 * and rows that have come since go; else all rows are written anew. Values never leave this class.
 */
public final class RememberedRows {

    private final Table table;
    private final List<Column> key;
    private final List<Column> columns;
    private final Map<List<@Nullable Object>, List<@Nullable Object>> byKey;
    private final List<List<@Nullable Object>> all;

    private RememberedRows(Table table, List<Column> key, List<Column> columns, List<List<@Nullable Object>> rows) {
        this.table = table;
        this.key = key;
        this.columns = columns;
        this.all = rows;
        this.byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.put(row.subList(0, key.size()), row.subList(key.size(), row.size())));
    }

    /**
     * Reads rows.
     *
     * @param wanted columns whose values are put back; none where only rows come and go
     * @return empty where they could not be put back: nothing tells them apart, and the server counts them
     */
    public static Optional<RememberedRows> of(Connection connection, Table table, Collection<Column> wanted)
            throws SQLException {
        List<Column> key = key(table);
        if (key.isEmpty()
                && table.columns().stream().anyMatch(column -> column.identity().isPresent())) {
            return Optional.empty();
        }
        List<Column> columns = key.isEmpty()
                ? table.columns().stream().filter(Column::isInsertable).toList()
                : List.copyOf(wanted);
        return Optional.of(new RememberedRows(table, key, columns, read(connection, table, key, columns)));
    }

    private static List<Column> key(Table table) {
        return table.uniqueKeys().stream()
                .filter(unique -> unique.filter().isEmpty())
                .map(unique -> columns(table, unique))
                .filter(columns -> columns.stream().noneMatch(Column::isNullable))
                .findFirst()
                .orElse(List.of());
    }

    private static List<Column> columns(Table table, UniqueKey unique) {
        return table.columns().stream()
                .filter(column -> unique.columns().contains(column.name()))
                .toList();
    }

    private static List<List<@Nullable Object>> read(
            Connection connection, Table table, List<Column> key, List<Column> columns) throws SQLException {
        List<Column> both = new ArrayList<>(key);
        both.addAll(columns);
        String names = both.stream().map(RememberedRows::name).collect(Collectors.joining(", "));
        String sql = "SELECT " + names + " FROM " + table.portableName() + TableScan.hint(connection, table);
        // Not cut short by a ROWCOUNT or TEXTSIZE that a script has left.
        return SqlRunner.on(connection)
                .lists(List.of(new SqlQuestion<>(sql, row -> values(row, both))))
                .get(0);
    }

    private static List<@Nullable Object> values(ResultSet row, List<Column> columns) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Optional<DeclaredType> type = columns.get(i).type();
            if (type.filter(RememberedRows::isText).isPresent()) {
                values.add(row.getString(i + 1));
            } else if (type.filter(it -> it.is(SqlTypeFamily.BINARY)).isPresent()) {
                byte[] bytes = row.getBytes(i + 1);
                values.add(bytes == null ? null : ByteBuffer.wrap(bytes));
            } else if (type.filter(it -> it.is(SqlTypeFamily.TIME)).isPresent()) {
                values.add(row.getObject(i + 1, LocalTime.class));
            } else if (type.filter(it -> it.is(SqlTypeFamily.DATE_TIME)).isPresent()) {
                // A Timestamp is of the JVM's zone, which skips an hour a year.
                values.add(row.getObject(i + 1, LocalDateTime.class));
            } else {
                values.add(HeldValue.of(row, i + 1));
            }
        }
        return Collections.unmodifiableList(values);
    }

    private static boolean isText(DeclaredType type) {
        return type.family().filter(SqlTypeFamily::isText).isPresent() || type.is(SqlTypeFamily.XML);
    }

    /** Makes the rows what they were. */
    public void putBack(Connection connection) throws SQLException {
        if (key.isEmpty()) {
            deleteAll(connection);
            for (List<@Nullable Object> row : all) {
                insert(connection, row);
            }
            return;
        }
        for (List<@Nullable Object> now : read(connection, table, key, columns)) {
            List<@Nullable Object> which = now.subList(0, key.size());
            List<@Nullable Object> was = byKey.get(which);
            if (was == null) {
                delete(connection, which);
            } else {
                putBack(connection, which, was, now.subList(key.size(), now.size()));
            }
        }
    }

    private void deleteAll(Connection connection) throws SQLException {
        String delete = "DELETE FROM " + table.portableRows();
        boolean mayBeCut = SqlDialect.of(connection) != SqlDialect.H2;
        SqlRunner.on(connection)
                .run(mayBeCut ? "EXEC sp_executesql " + SqlLiteral.of("SET ROWCOUNT 0; " + delete) : delete);
    }

    /** A foreign key may have taken the row with another. */
    private void delete(Connection connection, List<@Nullable Object> which) throws SQLException {
        int gone = change(connection, "DELETE FROM " + table.portableRows(), List.of(), which);
        if (gone > 1 || gone == 0 && read(connection, table, key, List.of()).contains(which)) {
            throw notPutBack(gone);
        }
    }

    private SQLException notPutBack(int changed) {
        return new SQLException(
                "Rows of %s could not be put back: a change of one row has changed %d".formatted(table, changed));
    }

    private void putBack(
            Connection connection, List<@Nullable Object> which, List<@Nullable Object> was, List<@Nullable Object> is)
            throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            if (!Objects.equals(was.get(i), is.get(i))) {
                String set = "UPDATE " + table.portableRows() + " SET " + name(columns.get(i)) + " = ";
                Object value = was.get(i);
                // A parameter that is NULL has a type, which need not be one that the column takes.
                int changed = change(connection, set + (value == null ? "NULL" : "?"), Arrays.asList(value), which);
                if (changed != 1 && changed >= 0) {
                    throw notPutBack(changed);
                }
            }
        }
    }

    /** How many rows; less than none where the server does not say, as under SET NOCOUNT ON. */
    private int change(Connection connection, String sql, List<@Nullable Object> values, List<@Nullable Object> which)
            throws SQLException {
        StringJoiner where = new StringJoiner(" AND ", " WHERE ", "");
        for (Column column : key) {
            where.add(name(column) + " = " + PreparedSql.comparedWith(connection, column.type()));
        }
        List<@Nullable Object> parameters = new ArrayList<>(values);
        parameters.addAll(which);
        return execute(connection, sql + where, parameters);
    }

    private void insert(Connection connection, List<@Nullable Object> row) throws SQLException {
        String names = columns.stream().map(RememberedRows::name).collect(Collectors.joining(", "));
        String values = row.stream().map(value -> value == null ? "NULL" : "?").collect(Collectors.joining(", "));
        execute(connection, "INSERT INTO " + table.portableName() + " (" + names + ") VALUES (" + values + ")", row);
    }

    private static int execute(Connection connection, String sql, List<@Nullable Object> values) throws SQLException {
        return SqlRunner.on(connection)
                .update(
                        sql,
                        values.stream()
                                .filter(Objects::nonNull)
                                .map(value -> value instanceof ByteBuffer bytes ? bytes.array() : value)
                                .toArray());
    }

    private static String name(Column column) {
        return PortableName.of(column.name());
    }
}
