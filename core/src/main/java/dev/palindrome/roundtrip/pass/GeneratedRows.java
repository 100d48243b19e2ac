package dev.palindrome.roundtrip.pass;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.FillReport;
import dev.palindrome.seed.RowFiller;
import dev.palindrome.seed.RowOptions;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        this.filler = new RowFiller(RowOptions.forRoundTrip(randomSeed), selection::kinds);
        this.selection = selection;
    }

    @Override
    public List<String> fill(Connection connection, MigrationEffect effect) throws SQLException {
        // What the migration itself has put there is left alone where its undo may make old values of it.
        boolean undoReadsIt = effect.migration().undoReadsNewValues();
        SchemaSnapshot after = effect.after();
        Map<List<String>, Table> known = new HashMap<>();
        effect.before().tables().forEach(table -> known.put(table.object().name(), table));
        List<Table> appeared = new ArrayList<>();
        Map<Table, List<Column>> newColumns = new LinkedHashMap<>();
        for (Table table : after.tables()) {
            if (selection.leavesEmpty(table)) {
                continue;
            }
            Table old = known.get(table.object().name());
            if (old == null) {
                if (!undoReadsIt || isEmpty(connection, table)) {
                    appeared.add(table);
                }
            } else if (old.object() != table.object() && !undoReadsIt) {
                added(old, table, newColumns);
            }
        }
        FillReport report = filler.fill(connection, after, appeared, newColumns);
        return notes(report);
    }

    private static void added(Table old, Table table, Map<Table, List<Column>> newColumns) {
        Set<String> names = old.columns().stream().map(Column::name).collect(Collectors.toCollection(HashSet::new));
        List<Column> added = table.columns().stream()
                .filter(column -> !names.contains(column.name()))
                .toList();
        if (!added.isEmpty()) {
            newColumns.put(table, added);
        }
    }

    private static boolean isEmpty(Connection connection, Table table) throws SQLException {
        return SqlRunner.on(connection)
                        .query("SELECT COUNT(*) FROM " + table.portableName())
                        .number()
                == 0;
    }

    private static List<String> notes(FillReport report) {
        return report.notFilled().stream().map(Object::toString).toList();
    }
}
