package dev.palindrome.roundtrip;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a table's rows into hashes. Values never leave this class. */
final class RowReader {

    /** What the server counts up by itself cannot come back. */
    private static final Set<String> COUNTED = Set.of("rowversion", "timestamp");

    private final MessageDigest digest = sha256();

    TableRows read(Connection connection, Table table) throws SQLException {
        List<Column> columns =
                table.columns().stream().filter(RowReader::isCompared).toList();
        List<String> names = columns.stream().map(Column::name).toList();
        List<long[]> rows = columns.isEmpty() ? List.of() : rows(connection, query(table, names), names.size());
        return new TableRows(names, keyOf(table, names), rows);
    }

    private List<long[]> rows(Connection connection, String sql, int columns) throws SQLException {
        List<long[]> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                long[] row = new long[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = hash(result.getString(i + 1));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static String query(Table table, List<String> columns) {
        return columns.stream()
                .map(RowReader::quoted)
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + table.sqlName()));
    }

    private static List<Integer> keyOf(Table table, List<String> columns) {
        return table.primaryKey().stream()
                .flatMap(key -> key.columns().stream())
                .map(columns::indexOf)
                .toList();
    }

    private static boolean isCompared(Column column) {
        return column.computed().isEmpty()
                && column.type()
                        .map(type -> !COUNTED.contains(type.name().toLowerCase(java.util.Locale.ROOT)))
                        .orElse(true);
    }

    private static String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    private long hash(@Nullable String value) {
        return value == null
                ? 0
                : ByteBuffer.wrap(digest.digest(value.getBytes(StandardCharsets.UTF_8)))
                        .getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
