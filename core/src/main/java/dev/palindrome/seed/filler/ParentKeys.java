package dev.palindrome.seed.filler;

import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.Value;
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
import java.util.Optional;

/** Keys of rows that foreign keys may point to. Each referenced key is read once, after its table was filled. */
public final class ParentKeys {

    /** Enough to see whether values get lost. */
    private static final int FEW = 100;

    private static final String FEW_KEYS = "SELECT TOP (" + FEW + ") %s FROM %s ORDER BY %s";

    /** So many are kept of a larger table, evenly spread; up to twice as many while they are read. */
    private static final int MANY = 100_000;

    private final Connection connection;
    private final String sql;
    private final Map<String, List<List<Object>>> given;
    private final Optional<NamedParents> named;
    private final Map<String, Parents> read = new HashMap<>();

    private ParentKeys(
            Connection connection, String sql, Map<String, List<List<Object>>> given, Optional<NamedParents> named) {
        this.connection = connection;
        this.sql = sql;
        this.given = given;
        this.named = named;
    }

    /** The first keys of each table. */
    public static ParentKeys few(Connection connection) {
        return new ParentKeys(connection, FEW_KEYS, Map.of(), Optional.empty());
    }

    /**
     * The same, where some keys are known whether or not they are there.
     *
     * @param named says which rows are to stay without children
     */
    public static ParentKeys few(Connection connection, Map<String, List<List<Object>>> given, NamedParents named) {
        return new ParentKeys(connection, FEW_KEYS, given, Optional.of(named));
    }

    /** All keys, or every second, every fourth … of a large table. */
    public static ParentKeys many(Connection connection) {
        return many(connection, Map.of());
    }

    /** The same, where some keys are said, whether or not they are there. */
    public static ParentKeys many(Connection connection, Map<String, List<List<Object>>> given) {
        return new ParentKeys(connection, "SELECT %s FROM %s ORDER BY %s", given, Optional.empty());
    }

    /** Keys without NULL, in the order of the columns of a table's foreign key, each with the domain of its column. */
    public List<List<Object>> of(Table table, ForeignKey foreignKey, List<ValueDomain> domains) throws SQLException {
        return find(table, foreignKey, domains).all();
    }

    /** The same, with what is to become of them. */
    Parents find(Table table, ForeignKey foreignKey, List<ValueDomain> domains) throws SQLException {
        List<List<Object>> known = given.get(name(foreignKey));
        return known == null ? read(table, foreignKey, domains) : Parents.of(known);
    }

    /** What tells foreign keys apart that point to different keys, or from columns of different names. */
    public static String name(ForeignKey foreignKey) {
        return GeneratedRow.key(String.join(",", foreignKey.columns()) + " to " + FillOrder.key(foreignKey) + " "
                + String.join(",", foreignKey.referencedColumns()));
    }

    private Parents read(Table table, ForeignKey foreignKey, List<ValueDomain> domains) throws SQLException {
        Optional<TableColumns> parent = named.flatMap(it -> it.readable(foreignKey));
        List<String> others = parent.isPresent() ? named.orElseThrow().columns(parent.get()) : List.of();
        String query = query(table, foreignKey, others);
        Parents known = read.get(query);
        if (known == null) {
            known = others.isEmpty()
                    ? Parents.of(read(query, domains))
                    : divided(query, domains, parent.orElseThrow(), others);
            read.put(query, known);
        }
        return known;
    }

    public void forget() {
        read.clear();
    }

    /**
     * A memory-optimised table references none but such (docs: transact-sql-constructs-not-supported-by-in-memory-oltp), and
     * is referenced by none but such.
     */
    private String query(Table table, ForeignKey foreignKey, List<String> others) {
        List<String> columns = new ArrayList<>(foreignKey.referencedColumns());
        columns.addAll(others);
        String parent = PortableName.of(foreignKey.referencedSchema(), foreignKey.referencedTable());
        return sql.formatted(
                PortableName.list(columns),
                parent + table.rowHint(),
                PortableName.list(foreignKey.referencedColumns()));
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

    private Parents divided(String query, List<ValueDomain> domains, TableColumns parent, List<String> others)
            throws SQLException {
        List<List<Object>> keys = new ArrayList<>();
        List<GeneratedRow> rows = new ArrayList<>();
        SqlRunner.on(connection).query(query).forEach(found -> {
            List<Object> key = key(found, domains);
            if (key.size() == domains.size()) {
                GeneratedRow row = new GeneratedRow(keys.size());
                for (int i = 0; i < others.size(); i++) {
                    String column = others.get(i);
                    row.put(column, Value.of(parent.domain(column).read(found, domains.size() + i + 1)));
                }
                keys.add(key);
                rows.add(row);
            }
        });
        return named.orElseThrow().divided(parent, keys, rows);
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
