package dev.palindrome.seed.rows;

import dev.palindrome.schema.Table;
import dev.palindrome.schema.UniqueKey;
import dev.palindrome.seed.engine.FillEngine;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.ValueDomain;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.PreparedSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What tells a table's rows apart.
 *
 * @param expressions columns of a key, or what the engine has for rows without
 * @param domains of the columns; empty for what the engine has
 * @param parameters which they are compared with
 */
record RowKey(List<String> expressions, List<ValueDomain> domains, List<String> parameters) {

    static RowKey of(Connection connection, TableColumns columns) throws SQLException {
        Optional<UniqueKey> key = columns.table().uniqueKeys().stream()
                .filter(it -> NewColumnValues.tells(it, columns.table(), columns))
                .findFirst();
        return key.isPresent()
                ? of(connection, key.get(), columns)
                : new RowKey(List.of(FillEngine.of(connection).rowLocator()), List.of(), List.of("?"));
    }

    private static RowKey of(Connection connection, UniqueKey key, TableColumns columns) throws SQLException {
        List<String> parameters = new ArrayList<>();
        for (String name : key.columns()) {
            parameters.add(PreparedSql.comparedWith(
                    connection, Optional.ofNullable(columns.types().get(GeneratedRow.key(name)))));
        }
        return new RowKey(
                key.columns().stream().map(PortableName::of).toList(),
                key.columns().stream().map(columns::domain).toList(),
                parameters);
    }

    int size() {
        return expressions.size();
    }

    /** Key first, then columns; ordered by key, so that the same rows get the same values. */
    String select(Table table, int most, List<String> columns) {
        String key = String.join(", ", expressions);
        return "SELECT TOP (%d) %s, %s FROM %s ORDER BY %s"
                .formatted(most, key, PortableName.list(columns), table.portableRows(), key);
    }

    String update(Table table, List<String> columns) {
        String set =
                columns.stream().map(column -> PortableName.of(column) + " = ?").collect(Collectors.joining(", "));
        String where = IntStream.range(0, size())
                .mapToObj(i -> expressions.get(i) + " = " + parameters.get(i))
                .collect(Collectors.joining(" AND "));
        return "UPDATE %s SET %s WHERE %s".formatted(table.portableRows(), set, where);
    }

    List<Object> read(ResultSet rows) throws SQLException {
        List<Object> key = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            Object part =
                    domains.isEmpty() ? rows.getObject(i + 1) : domains.get(i).read(rows, i + 1);
            key.add(java.util.Objects.requireNonNull(part));
        }
        return key;
    }

    void bind(PreparedStatement statement, int from, List<Object> key) throws SQLException {
        for (int i = 0; i < key.size(); i++) {
            Object part = domains.isEmpty() ? key.get(i) : domains.get(i).toJdbc(key.get(i));
            PreparedSql.set(statement, from + i, part);
        }
    }
}
