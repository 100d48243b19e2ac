package dev.palindrome.seed;

import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.filler.FillOrder;
import dev.palindrome.seed.filler.ParentKeys;
import dev.palindrome.seed.rule.DemandedTable;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.ValueDomain;
import dev.palindrome.seed.values.ValueDomains;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What rows satisfy besides what their tables demand: what these tables will demand later.
 *
 * @param later tables as they will be, by schema and name
 * @param parents the keys that will be in the tables that these reference, which need not be there yet
 */
public record RowDemands(Map<String, Table> later, Map<String, List<List<Object>>> parents) {

    /** Nothing besides. */
    public static final RowDemands NONE = new RowDemands(Map.of(), Map.of());

    /**
     * Copies both.
     *
     * @param later see above
     * @param parents see above
     */
    public RowDemands {
        later = Map.copyOf(later);
        parents = Map.copyOf(parents);
    }

    /**
     * Reads what will be demanded.
     *
     * @param connection to a database where all is as it will be
     * @param before the schema as it is now
     * @param schema the schema as it will be
     * @param tables the tables as they will be whose demands count
     * @return the demands
     * @throws SQLException if the connection is broken
     */
    public static RowDemands of(
            Connection connection, SchemaSnapshot before, SchemaSnapshot schema, Collection<Table> tables)
            throws SQLException {
        Map<String, Table> later = new HashMap<>();
        Map<String, List<List<Object>>> parents = new HashMap<>();
        ParentKeys keys = ParentKeys.few(connection);
        for (Table table : tables) {
            later.put(key(table), table);
            TableColumns columns = TableColumns.of(table, new ValueDomains(schema));
            List<ForeignKey> known = before.table(table.schema(), table.name())
                    .map(Table::foreignKeys)
                    .orElse(List.of());
            for (ForeignKey foreignKey : table.foreignKeys()) {
                if (!known.contains(foreignKey)
                        && !FillOrder.isSelf(foreignKey, table)
                        && foreignKey.columns().stream().allMatch(columns::has)) {
                    List<ValueDomain> domains =
                            foreignKey.columns().stream().map(columns::domain).toList();
                    parents.put(ParentKeys.name(foreignKey), keys.of(table, foreignKey, domains));
                }
            }
        }
        return new RowDemands(later, parents);
    }

    /**
     * The same with the keys that are there now: rows that were referenced may be gone, and others may have come.
     *
     * @param connection to a database in which some of the referenced tables are
     * @param now its schema
     * @return the demands; of tables that are not there, with the keys that are known
     * @throws SQLException if the connection is broken
     */
    public RowDemands readAgain(Connection connection, SchemaSnapshot now) throws SQLException {
        Map<String, List<List<Object>>> again = new HashMap<>(parents);
        ParentKeys keys = ParentKeys.few(connection);
        for (Table table : later.values()) {
            TableColumns columns = TableColumns.of(table, new ValueDomains(now));
            for (ForeignKey foreignKey : table.foreignKeys()) {
                if (parents.containsKey(ParentKeys.name(foreignKey))
                        && isThere(foreignKey, now)
                        && foreignKey.columns().stream().allMatch(columns::has)) {
                    again.put(
                            ParentKeys.name(foreignKey),
                            keys.of(
                                    table,
                                    foreignKey,
                                    foreignKey.columns().stream()
                                            .map(columns::domain)
                                            .toList()));
                }
            }
        }
        return new RowDemands(later, again);
    }

    /**
     * The same keys as far as others have them: what has come since was perhaps not there yet where a row needs it.
     *
     * @param there keys that are there
     * @return the demands; where no key is left, with all that are there
     */
    public RowDemands asFarAs(RowDemands there) {
        Map<String, List<List<Object>>> left = new HashMap<>(there.parents);
        parents.forEach((foreignKey, known) -> {
            List<List<Object>> kept = known.stream()
                    .filter(there.parents.getOrDefault(foreignKey, List.of())::contains)
                    .toList();
            if (!kept.isEmpty()) {
                left.put(foreignKey, kept);
            }
        });
        return new RowDemands(later, left);
    }

    private static boolean isThere(ForeignKey foreignKey, SchemaSnapshot now) {
        return now.table(foreignKey.referencedSchema(), foreignKey.referencedTable())
                .filter(parent -> foreignKey.referencedColumns().stream()
                        .allMatch(name -> now.column(parent, name).isPresent()))
                .isPresent();
    }

    /**
     * Both together.
     *
     * @param other which count more, where both are about the same table
     * @return the demands of both
     */
    public RowDemands and(RowDemands other) {
        Map<String, Table> tables = new HashMap<>(later);
        tables.putAll(other.later);
        Map<String, List<List<Object>>> keys = new HashMap<>(parents);
        keys.putAll(other.parents);
        return new RowDemands(tables, keys);
    }

    /** The table with what it will demand besides. */
    Table on(Table now) {
        Table then = later.get(key(now));
        return then == null ? now : DemandedTable.of(now, then);
    }

    private static String key(Table table) {
        return FillOrder.key(table.schema(), table.name());
    }
}
