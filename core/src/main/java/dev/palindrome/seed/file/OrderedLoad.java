package dev.palindrome.seed.file;

import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.TableOrder;
import dev.palindrome.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files in the order of their tables' foreign keys; those of a cycle together. */
final class OrderedLoad {

    private final SchemaSnapshot schema;
    private final List<List<TableFile>> groups;

    private OrderedLoad(SchemaSnapshot schema, List<List<TableFile>> groups) {
        this.schema = schema;
        this.groups = groups;
    }

    static OrderedLoad of(SchemaSnapshot schema, List<TableFile> files) {
        TableOrder order = schema.inForeignKeyOrder();
        List<List<TableFile>> groups = new ArrayList<>();
        List<Table> done = new ArrayList<>();
        for (Table table : order.tables()) {
            if (!done.contains(table)) {
                List<Table> together = order.cycles().stream()
                        .filter(cycle -> cycle.contains(table))
                        .findFirst()
                        .orElse(List.of(table));
                done.addAll(together);
                groups.add(files.stream()
                        .filter(file -> together.contains(file.columns().table()))
                        .toList());
            }
        }
        return new OrderedLoad(schema, groups);
    }

    void run(Connection connection) throws SQLException {
        for (List<TableFile> group : groups) {
            List<CycleKey> keys = keys(group);
            if (keys.isEmpty()) {
                loadAll(connection, group);
            } else {
                loadCycle(connection, group, keys);
            }
        }
    }

    private static void loadAll(Connection connection, List<TableFile> group) throws SQLException {
        for (TableFile file : group) {
            file.load(connection);
        }
    }

    /** Often the rows stand in an order in which they go in as they are. */
    private static void loadCycle(Connection connection, List<TableFile> group, List<CycleKey> keys)
            throws SQLException {
        try {
            Transaction.run(connection, transaction -> loadAll(connection, group));
        } catch (DataFileException e) {
            if (e.rule().filter(rule -> CycleKey.isAmong(keys, rule)).isEmpty()) {
                throw e;
            }
            CycleKeys.of(connection, keys).whileSuspended(connection, () -> loadAll(connection, group));
        }
    }

    /** The foreign keys from a table of the group to one of them. */
    private List<CycleKey> keys(List<TableFile> group) {
        List<CycleKey> keys = new ArrayList<>();
        for (TableFile file : group) {
            for (ForeignKey key : file.columns().table().foreignKeys()) {
                Optional<Table> parent = schema.table(key.referencedSchema(), key.referencedTable());
                boolean within = parent.isPresent()
                        && group.stream()
                                .anyMatch(other -> other.columns().table().equals(parent.get()));
                if (key.isEnabled() && within) {
                    keys.add(new CycleKey(file, key));
                }
            }
        }
        return keys;
    }
}
