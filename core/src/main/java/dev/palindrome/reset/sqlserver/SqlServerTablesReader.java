package dev.palindrome.reset.sqlserver;

import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads which tables there are, and what security policies hide in them. */
final class SqlServerTablesReader {

    static final String POLICIES_CHANGED = "the security policies changed";

    private record Predicate(int table, boolean isEnabled, String text) {}

    private record ColumnOfTable(int table, boolean isIdentity, SqlServerColumn column) {}

    private final Answer<Predicate> predicates;
    private final Answer<ColumnOfTable> columns;
    private final Answer<SqlServerTable> bareTables;

    /** @param batch to which the questions are added */
    SqlServerTablesReader(SqlServerQueryBatch batch) {
        this.predicates = batch.add(
                SqlServerQueries.SECURITY_PREDICATES.sql(),
                row -> new Predicate(
                        row.getInt("target_object_id"), row.getInt("is_enabled") == 1, row.getString("predicate")));
        this.columns = batch.add(
                SqlServerQueries.COLUMNS.sql(),
                row -> new ColumnOfTable(
                        row.getInt("object_id"),
                        row.getInt("is_identity") == 1,
                        new SqlServerColumn(
                                row.getString("column_name"),
                                Objects.requireNonNullElse(row.getString("type_name"), ""),
                                row.getInt("is_typed_xml") == 1)));
        this.bareTables = batch.add(
                SqlServerQueries.TABLES.sql(),
                row -> new SqlServerTable(
                        row.getInt("object_id"),
                        row.getString("schema_name"),
                        row.getString("table_name"),
                        List.of(),
                        false,
                        SqlServerTableKind.valueOf(row.getString("kind"))));
    }

    /** What the server has not told that rows have to be put back with. */
    List<String> untold() {
        return Stream.of(
                        SqlServerUnanswered.question("security policies", predicates),
                        SqlServerUnanswered.question("columns", columns))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What is different now, of that which is no schema. */
    Optional<String> change(SqlServerLayout before) throws SQLException {
        if (!policies().equals(before.policies())) {
            return Optional.of(POLICIES_CHANGED);
        }
        return tables().equals(before.tables())
                ? Optional.empty()
                : Optional.of("the schema changed: a table was made anew");
    }

    /** What predicates of security policies say. */
    List<String> policies() throws SQLException {
        return SqlServerUnanswered.rows(predicates).stream()
                .map(Predicate::text)
                .toList();
    }

    /** By object_id. */
    Map<Integer, SqlServerTable> tables() throws SQLException {
        Set<Integer> secured = SqlServerUnanswered.rows(predicates).stream()
                .filter(Predicate::isEnabled)
                .map(Predicate::table)
                .collect(Collectors.toSet());
        Set<Integer> withIdentity = SqlServerUnanswered.rows(columns).stream()
                .filter(ColumnOfTable::isIdentity)
                .map(ColumnOfTable::table)
                .collect(Collectors.toSet());
        Map<Integer, List<SqlServerColumn>> byTable = SqlServerUnanswered.rows(columns).stream()
                .collect(Collectors.groupingBy(
                        ColumnOfTable::table,
                        TreeMap::new,
                        Collectors.mapping(ColumnOfTable::column, Collectors.toList())));
        Map<Integer, SqlServerTable> tables = new LinkedHashMap<>();
        for (SqlServerTable table : bareTables.rows()) {
            int id = table.id();
            tables.put(
                    id,
                    new SqlServerTable(
                            id,
                            table.schema(),
                            table.name(),
                            byTable.getOrDefault(id, List.of()),
                            withIdentity.contains(id),
                            secured.contains(id) ? SqlServerTableKind.SECURED : table.kind()));
        }
        return tables;
    }
}
