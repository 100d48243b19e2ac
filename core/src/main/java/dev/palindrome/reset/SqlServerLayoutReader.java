package dev.palindrome.reset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what {@link SqlServerLayout} holds. */
final class SqlServerLayoutReader {

    private final SqlServerConnection connection;

    SqlServerLayoutReader(SqlServerConnection connection) {
        this.connection = connection;
    }

    SqlServerLayout read() throws SQLException {
        return new SqlServerLayout(
                tables(),
                connection.read(SqlServerQueries.FOREIGN_KEYS, SqlServerLayoutReader::foreignKey),
                names(SqlServerQueries.UNTRUSTED_CHECKS),
                names(SqlServerQueries.TRIGGERS),
                connection.read(SqlServerQueries.TEMPORAL, SqlServerLayoutReader::history));
    }

    private Map<Integer, SqlServerTable> tables() throws SQLException {
        Set<Integer> withIdentity = new HashSet<>();
        Map<Integer, List<SqlServerColumn>> columns = new LinkedHashMap<>();
        connection.read(SqlServerQueries.COLUMNS, row -> {
            int table = row.getInt("object_id");
            if (row.getInt("is_identity") == 1) {
                withIdentity.add(table);
            }
            return columns.computeIfAbsent(table, id -> new ArrayList<>())
                    .add(new SqlServerColumn(row.getString("column_name"), row.getInt("is_typed_xml") == 1));
        });
        Map<Integer, SqlServerTable> tables = new LinkedHashMap<>();
        connection.read(SqlServerQueries.TABLES, row -> {
            int id = row.getInt("object_id");
            return tables.put(
                    id,
                    new SqlServerTable(
                            id,
                            row.getString("schema_name"),
                            row.getString("table_name"),
                            columns.getOrDefault(id, List.of()),
                            withIdentity.contains(id),
                            SqlServerTableKind.valueOf(row.getString("kind"))));
        });
        return tables;
    }

    /** Of a query with an object_id and a name. */
    private Map<Integer, List<String>> names(SqlServerQueries query) throws SQLException {
        Map<Integer, List<String>> names = new LinkedHashMap<>();
        connection.read(
                query,
                row -> names.computeIfAbsent(row.getInt(1), id -> new ArrayList<>())
                        .add(row.getString(2)));
        return names;
    }

    private static SqlServerForeignKey foreignKey(ResultSet row) throws SQLException {
        return new SqlServerForeignKey(
                row.getInt("parent_object_id"),
                row.getInt("referenced_object_id"),
                row.getString("constraint_name"),
                row.getInt("not_trusted") == 0);
    }

    private static SqlServerHistory history(ResultSet row) throws SQLException {
        return new SqlServerHistory(
                row.getInt("object_id"),
                row.getInt("history_table_id"),
                row.getString("start_column"),
                row.getString("end_column"),
                row.getInt("start_hidden") == 1,
                row.getInt("end_hidden") == 1,
                row.getString("retention"));
    }
}
