package dev.palindrome.reset.sqlserver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads what {@link SqlServerLayout} holds. */
final class SqlServerLayoutReader {

    static final String POLICIES_CHANGED = "the security policies changed";

    private final SqlServerConnection connection;

    SqlServerLayoutReader(SqlServerConnection connection) {
        this.connection = connection;
    }

    SqlServerLayout read() throws SQLException {
        Set<Integer> secured = new HashSet<>();
        List<String> policies = policies(secured);
        return new SqlServerLayout(
                tables(secured),
                policies,
                connection.read(SqlServerQueries.FOREIGN_KEYS, SqlServerLayoutReader::foreignKey),
                names(SqlServerQueries.UNTRUSTED_CHECKS),
                names(SqlServerQueries.TRIGGERS),
                new SqlServerDatabaseTriggers(connection).firing(),
                connection.read(SqlServerQueries.TEMPORAL, SqlServerLayoutReader::period));
    }

    /** What is different now, of that which is no schema. */
    Optional<String> change(SqlServerLayout before) throws SQLException {
        Set<Integer> secured = new HashSet<>();
        if (!policies(secured).equals(before.policies())) {
            return Optional.of(POLICIES_CHANGED);
        }
        return tables(secured).equals(before.tables())
                ? Optional.empty()
                : Optional.of("the schema changed: a table was made anew");
    }

    /** What predicates of security policies say. */
    List<String> policies() throws SQLException {
        return policies(new HashSet<>());
    }

    /** Adds the tables on which one is enabled. */
    private List<String> policies(Set<Integer> secured) throws SQLException {
        return connection.read(SqlServerQueries.SECURITY_PREDICATES, row -> {
            if (row.getInt("is_enabled") == 1) {
                secured.add(row.getInt("target_object_id"));
            }
            return row.getString("predicate");
        });
    }

    private Map<Integer, SqlServerTable> tables(Set<Integer> secured) throws SQLException {
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
                            secured.contains(id)
                                    ? SqlServerTableKind.SECURED
                                    : SqlServerTableKind.valueOf(row.getString("kind"))));
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

    private static SqlServerPeriod period(ResultSet row) throws SQLException {
        int history = row.getInt("history_table_id");
        return new SqlServerPeriod(
                row.getInt("object_id"),
                history == 0 ? OptionalInt.empty() : OptionalInt.of(history),
                row.getString("start_column"),
                row.getString("end_column"),
                row.getInt("start_hidden") == 1,
                row.getInt("end_hidden") == 1,
                row.getString("retention"));
    }
}
