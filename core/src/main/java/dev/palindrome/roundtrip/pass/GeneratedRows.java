package dev.palindrome.roundtrip.pass;

import dev.palindrome.roundtrip.rows.RememberedRows;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.FillReport;
import dev.palindrome.seed.RowFiller;
import dev.palindrome.seed.RowOptions;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Rows that the schema itself gives rise to. */
final class GeneratedRows implements RowFilling {

    private final RowSelection selection;
    private final RowFiller filler;

    /**
     * Makes rows that are always the same for the same seed, so that a fault shows again.
     *
     * @param selection which rows are made
     */
    GeneratedRows(long randomSeed, RowSelection selection) {
        this.filler = new RowFiller(
                RowOptions.forRoundTrip(randomSeed),
                selection::kinds,
                selection::fittedKinds,
                selection.demands(),
                selection.named());
        this.selection = selection;
    }

    /**
     * What a migration has made.
     *
     * @param tables new ones
     * @param columns new ones of other tables
     */
    private record Novelty(List<Table> tables, Map<Table, List<Column>> columns) {

        boolean isEmpty() {
            return tables.isEmpty() && columns.isEmpty();
        }
    }

    @Override
    public List<String> fill(Connection connection, MigrationEffect effect) throws SQLException {
        Novelty novelty = novelty(connection, effect, false);
        FillReport report = filler.fill(connection, effect.after(), novelty.tables(), novelty.columns());
        return report.notFilled().stream().map(Object::toString).toList();
    }

    @Override
    public List<RememberedRows> fillForOthers(Connection connection, MigrationEffect effect) throws SQLException {
        if (!effect.migration().movesAnything()) {
            return List.of();
        }
        Novelty novelty = novelty(connection, effect, true);
        if (novelty.isEmpty()) {
            return List.of();
        }
        List<RememberedRows> remembered = new ArrayList<>();
        Map<Table, List<Column>> columns = new LinkedHashMap<>();
        for (Map.Entry<Table, List<Column>> entry : novelty.columns().entrySet()) {
            List<Column> empty = new ArrayList<>();
            for (Column column : entry.getValue()) {
                if (!holdsValues(connection, entry.getKey(), column)) {
                    empty.add(column);
                }
            }
            if (!empty.isEmpty() && remember(connection, entry.getKey(), empty, remembered)) {
                columns.put(entry.getKey(), empty);
            }
        }
        List<Table> tables = new ArrayList<>();
        for (Table table : childrenFirst(novelty.tables(), effect.after())) {
            if (remember(connection, table, List.of(), remembered)) {
                tables.add(table);
            }
        }
        filler.fill(connection, effect.after(), tables, columns);
        return remembered;
    }

    /** Where a migration has moved some values, the NULLs beside them belong to them. */
    private static boolean holdsValues(Connection connection, Table table, Column column) throws SQLException {
        return column.isNullable()
                && SqlRunner.on(connection)
                        .query("SELECT 1 FROM " + table.portableRows() + " WHERE " + PortableName.of(column.name())
                                + " IS NOT NULL")
                        .hasRows();
    }

    /** In this order rows can go. */
    private static List<Table> childrenFirst(List<Table> tables, SchemaSnapshot schema) {
        if (tables.size() < 2) {
            return tables;
        }
        List<Table> ordered = new ArrayList<>(schema.inForeignKeyOrder().tables());
        ordered.retainAll(tables);
        Collections.reverse(ordered);
        return ordered;
    }

    private static boolean remember(
            Connection connection, Table table, List<Column> columns, List<RememberedRows> remembered)
            throws SQLException {
        Optional<RememberedRows> rows = RememberedRows.of(connection, table, columns);
        rows.ifPresent(remembered::add);
        return rows.isPresent();
    }

    /** @param moved whether what the undo makes old values of is wanted, or the rest */
    private Novelty novelty(Connection connection, MigrationEffect effect, boolean moved) throws SQLException {
        if (effect.before() == effect.after()
                || selection.unfilled().contains(effect.migration().migration())) {
            return new Novelty(List.of(), Map.of());
        }
        Set<SchemaObject> same = Collections.newSetFromMap(new IdentityHashMap<>());
        effect.before().tables().forEach(table -> same.add(table.object()));
        List<Table> changed = effect.after().tables().stream()
                .filter(table -> !same.contains(table.object()))
                .toList();
        if (changed.isEmpty()) {
            return new Novelty(List.of(), Map.of());
        }
        List<Table> tables = new ArrayList<>();
        Map<Table, List<Column>> columns = new LinkedHashMap<>();
        for (Table table : changed) {
            if (selection.leavesEmpty(table) || table.isHistory()) {
                continue;
            }
            Optional<Table> old = effect.before().tables().stream()
                    .filter(before -> isNamedLike(before, table))
                    .findFirst();
            if (old.isEmpty()) {
                if (effect.migration().movesRows(table) == moved && !isRenamed(connection, effect, table)) {
                    tables.add(table);
                }
            } else {
                List<Column> added = added(
                        effect, old.get(), table, column -> effect.migration().movesValues(table, column) == moved);
                if (!added.isEmpty()) {
                    columns.put(table, added);
                }
            }
        }
        return new Novelty(tables, columns);
    }

    /** What has got other capitals is not new. */
    private static boolean isNamedLike(Table before, Table table) {
        return before.name().equalsIgnoreCase(table.name()) && before.schema().equalsIgnoreCase(table.schema());
    }

    /** One with rows has them under another name already. */
    private static boolean isRenamed(Connection connection, MigrationEffect effect, Table table) throws SQLException {
        return effect.migration().renames(table.name())
                && SqlRunner.on(connection)
                        .query("SELECT 1 FROM " + table.portableRows())
                        .hasRows();
    }

    /** Where one has gone, one that has come may be the same under another name: it has its values. */
    private static List<Column> added(MigrationEffect effect, Table old, Table table, Predicate<Column> wanted) {
        Set<String> before = names(old);
        Set<String> behind = names(table);
        boolean hasGone = !behind.containsAll(before);
        return table.columns().stream()
                .filter(column -> !before.contains(key(column.name())))
                .filter(column -> !hasGone || !effect.migration().renames(column.name()))
                .filter(wanted)
                .toList();
    }

    private static Set<String> names(Table table) {
        return table.columns().stream()
                .map(column -> key(column.name()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
