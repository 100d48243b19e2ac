package dev.palindrome.reset.sqlserver;

import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what {@link SqlServerLayout} holds. */
final class SqlServerLayoutReader {

    private record NameOfTable(int table, String name) {}

    private final SqlServerTablesReader tables;
    private final Answer<SqlServerForeignKey> foreignKeys;
    private final Answer<NameOfTable> untrustedChecks;
    private final Answer<NameOfTable> triggers;
    private final Answer<SqlServerDatabaseTriggers.Named> databaseTriggers;
    private final Answer<SqlServerPeriod> periods;

    /** @param batch to which the questions are added */
    SqlServerLayoutReader(SqlServerQueryBatch batch) {
        this.tables = new SqlServerTablesReader(batch);
        this.foreignKeys = batch.add(SqlServerQueries.FOREIGN_KEYS.sql(), SqlServerLayoutReader::foreignKey);
        this.untrustedChecks = names(batch, SqlServerQueries.UNTRUSTED_CHECKS);
        this.triggers = names(batch, SqlServerQueries.TRIGGERS);
        this.databaseTriggers = SqlServerDatabaseTriggers.ask(batch);
        this.periods = batch.add(SqlServerQueries.TEMPORAL.sql(), SqlServerLayoutReader::period);
    }

    /** By a round trip of its own. */
    static SqlServerLayout read(SqlServerConnection connection) throws SQLException {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        SqlServerLayoutReader reader = new SqlServerLayoutReader(batch);
        connection.run(batch);
        return reader.layout();
    }

    SqlServerLayout layout() throws SQLException {
        List<String> untold = untold();
        if (!untold.isEmpty()) {
            SqlServerUnanswered.warn("Tables come back only with the whole database", String.join("; ", untold));
        }
        return new SqlServerLayout(
                tables.tables(),
                tables.policies(),
                SqlServerUnanswered.rows(foreignKeys),
                byTable(SqlServerUnanswered.rows(untrustedChecks, "Old rows that break a check may not come back")),
                byTable(SqlServerUnanswered.rows(triggers)),
                SqlServerDatabaseTriggers.firing(databaseTriggers),
                SqlServerUnanswered.rows(periods),
                untold);
    }

    private List<String> untold() {
        return Stream.concat(
                        tables.untold().stream(),
                        Stream.of(
                                        SqlServerUnanswered.question("foreign keys", foreignKeys),
                                        SqlServerUnanswered.question("triggers", triggers),
                                        SqlServerUnanswered.question("periods", periods))
                                .flatMap(Optional::stream))
                .toList();
    }

    /** Of a query with an object_id and a name. */
    private static Answer<NameOfTable> names(SqlServerQueryBatch batch, SqlServerQueries query) {
        return batch.add(query.sql(), row -> new NameOfTable(row.getInt(1), row.getString(2)));
    }

    private static Map<Integer, List<String>> byTable(List<NameOfTable> names) {
        return names.stream()
                .collect(Collectors.groupingBy(
                        NameOfTable::table,
                        LinkedHashMap::new,
                        Collectors.mapping(NameOfTable::name, Collectors.toList())));
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
