package dev.palindrome.seed.rows;

import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.engine.SuspendedKey;
import dev.palindrome.seed.filler.FillOrder;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.Value;
import dev.palindrome.seed.values.ValueDomain;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.PreparedSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What rows hold in a foreign key that does not take NULL until the rows that they point to are there: of tables that need
 * each other one has to come first.
 *
 * @param columns of the table that has the key
 * @param key the key
 * @param values one for each row that is to come, in the order of the key's columns
 */
public record StandIn(TableColumns columns, ForeignKey key, List<List<Object>> values) {

    /** A statement takes 2,100 parameters (Microsoft: maximum-capacity-specifications-for-sql-server). */
    private static final int MOST_PARAMETERS = 2_000;

    /** Missing where the key takes NULL, where its columns are part of a unique key, or have too few values. */
    static Optional<StandIn> of(TableColumns columns, ForeignKey key, int rows) {
        Table table = columns.table();
        List<String> names = GeneratedRow.keys(key.columns());
        int parameters = names.size() * (names.size() + 1) * rows;
        boolean possible = FillOrder.nullable(key, table).isEmpty()
                && !FillOrder.isSelf(key, table)
                && parameters <= MOST_PARAMETERS
                && names.stream()
                        .allMatch(name ->
                                columns.has(name) && columns.domain(name).capacity() >= rows)
                && table.uniqueKeys().stream()
                        .map(unique -> GeneratedRow.keys(unique.columns()))
                        .noneMatch(unique -> names.stream().anyMatch(unique::contains));
        return possible ? Optional.of(new StandIn(columns, key, values(columns, names, rows))) : Optional.empty();
    }

    private static List<List<Object>> values(TableColumns columns, List<String> names, int rows) {
        List<List<Object>> values = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            List<Object> value = new ArrayList<>();
            for (String name : names) {
                value.add(columns.domain(name).numbered(i, ""));
            }
            values.add(value);
        }
        return values;
    }

    public SuspendedKey suspended() {
        return new SuspendedKey(columns.table(), key);
    }

    List<ValueDomain> domains() {
        return key.columns().stream().map(columns::domain).toList();
    }

    /** Puts rows that are there in place of the values. */
    void pointTo(List<List<Object>> parents, Connection connection) throws SQLException {
        List<ValueDomain> domains = domains();
        try (PreparedStatement statement = PreparedSql.on(connection, sql())) {
            int at = 1;
            for (int column = 0; column < domains.size(); column++) {
                for (int i = 0; i < values.size(); i++) {
                    for (int other = 0; other < domains.size(); other++) {
                        Value value = Value.of(values.get(i).get(other));
                        RowInsert.set(statement, at++, domains.get(other), value);
                    }
                    Value parent = Value.of(parents.get(i % parents.size()).get(column));
                    RowInsert.set(statement, at++, domains.get(column), parent);
                }
            }
            statement.executeUpdate();
        }
    }

    String sql() {
        String same = key.columns().stream()
                .map(column -> PortableName.of(column) + " = ?")
                .collect(Collectors.joining(" AND "));
        String cases = IntStream.range(0, values.size())
                .mapToObj(i -> "WHEN " + same + " THEN ?")
                .collect(Collectors.joining(" "));
        String set = key.columns().stream()
                .map(PortableName::of)
                .map(column -> "%s = CASE %s ELSE %1$s END".formatted(column, cases))
                .collect(Collectors.joining(", "));
        return "UPDATE %s SET %s".formatted(columns.table().portableName(), set);
    }
}
