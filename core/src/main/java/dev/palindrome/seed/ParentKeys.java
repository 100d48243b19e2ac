package dev.palindrome.seed;

import dev.palindrome.schema.ForeignKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keys of rows that foreign keys may point to. Each referenced key is read once, after its table was filled. */
final class ParentKeys {

    private static final String SQL = "SELECT TOP (100) %s FROM %s ORDER BY %s";

    private final Connection connection;
    private final Map<String, List<List<Object>>> read = new HashMap<>();

    ParentKeys(Connection connection) {
        this.connection = connection;
    }

    /** Keys without NULL, in the order of the foreign key's columns, each with the domain of its column. */
    List<List<Object>> of(ForeignKey foreignKey, List<Domain> domains) throws SQLException {
        String sql = sql(foreignKey);
        List<List<Object>> known = read.get(sql);
        if (known == null) {
            known = read(sql, domains);
            read.put(sql, known);
        }
        return known;
    }

    void forget() {
        read.clear();
    }

    private static String sql(ForeignKey foreignKey) {
        String columns = Brackets.list(foreignKey.referencedColumns());
        String table = Brackets.of(List.of(foreignKey.referencedSchema(), foreignKey.referencedTable()));
        return SQL.formatted(columns, table, columns);
    }

    private List<List<Object>> read(String sql, List<Domain> domains) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<List<Object>> keys = new ArrayList<>();
            while (rows.next()) {
                List<Object> key = key(rows, domains);
                if (key.size() == domains.size()) {
                    keys.add(key);
                }
            }
            return List.copyOf(keys);
        }
    }

    private static List<Object> key(ResultSet rows, List<Domain> domains) throws SQLException {
        List<Object> key = new ArrayList<>();
        for (int i = 0; i < domains.size(); i++) {
            Object part = domains.get(i).read(rows, i + 1);
            if (part != null) {
                key.add(part);
            }
        }
        return key;
    }
}
