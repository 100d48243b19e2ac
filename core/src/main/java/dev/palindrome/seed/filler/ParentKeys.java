package dev.palindrome.seed.filler;

import dev.palindrome.schema.ForeignKey;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.ValueDomain;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keys of rows that foreign keys may point to. Each referenced key is read once, after its table was filled. */
public final class ParentKeys {

    /** Enough to see whether values get lost. */
    private static final int FEW = 100;

    /** So many are kept of a larger table, evenly spread; up to twice as many while they are read. */
    private static final int MANY = 100_000;

    private final Connection connection;
    private final String sql;
    private final Map<String, List<List<Object>>> given;
    private final Map<String, List<List<Object>>> read = new HashMap<>();

    private ParentKeys(Connection connection, String sql, Map<String, List<List<Object>>> given) {
        this.connection = connection;
        this.sql = sql;
        this.given = given;
    }

    /** The first keys of each table. */
    public static ParentKeys few(Connection connection) {
        return new ParentKeys(connection, "SELECT TOP (" + FEW + ") %s FROM %s ORDER BY %s", Map.of());
    }

    /** The same, where some keys are known whether or not they are there. */
    public static ParentKeys few(Connection connection, Map<String, List<List<Object>>> given) {
        return new ParentKeys(connection, few(connection).sql, given);
    }

    /** All keys, or every second, every fourth … of a large table. */
    public static ParentKeys many(Connection connection) {
        return new ParentKeys(connection, "SELECT %s FROM %s ORDER BY %s", Map.of());
    }

    /** Keys without NULL, in the order of the foreign key's columns, each with the domain of its column. */
    public List<List<Object>> of(ForeignKey foreignKey, List<ValueDomain> domains) throws SQLException {
        List<List<Object>> known = given.get(name(foreignKey));
        return known == null ? read(foreignKey, domains) : known;
    }

    /** What tells foreign keys apart that point to different keys, or from columns of different names. */
    public static String name(ForeignKey foreignKey) {
        return GeneratedRow.key(String.join(",", foreignKey.columns()) + " to " + FillOrder.key(foreignKey) + " "
                + String.join(",", foreignKey.referencedColumns()));
    }

    private List<List<Object>> read(ForeignKey foreignKey, List<ValueDomain> domains) throws SQLException {
        String query = query(foreignKey);
        List<List<Object>> known = read.get(query);
        if (known == null) {
            known = read(query, domains);
            read.put(query, known);
        }
        return known;
    }

    public void forget() {
        read.clear();
    }

    private String query(ForeignKey foreignKey) {
        String columns = PortableName.list(foreignKey.referencedColumns());
        String table = PortableName.of(foreignKey.referencedSchema(), foreignKey.referencedTable());
        return sql.formatted(columns, table, columns);
    }

    private List<List<Object>> read(String query, List<ValueDomain> domains) throws SQLException {
        EvenSample<List<Object>> keys = new EvenSample<>(MANY);
        SqlRunner.on(connection).query(query).forEach(row -> {
            List<Object> key = key(row, domains);
            if (key.size() == domains.size()) {
                keys.add(key);
            }
        });
        return keys.kept();
    }

    private static List<Object> key(ResultSet rows, List<ValueDomain> domains) throws SQLException {
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
