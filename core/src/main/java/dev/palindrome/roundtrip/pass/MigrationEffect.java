package dev.palindrome.roundtrip.pass;

import dev.palindrome.roundtrip.rows.ColumnWidening;
import dev.palindrome.roundtrip.rows.ForeignKeyCascades;
import dev.palindrome.roundtrip.rows.Positions;
import dev.palindrome.roundtrip.rows.RowHashes;
import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a migration did when it went up for the first time.
 *
 * @param migration which
 * @param before the schema from before it
 * @param after the schema behind it
 * @param rowsBefore the rows from before it, of the tables that it or its undo may touch
 * @param positionsBefore how far those counters had counted before it that it or its undo may restart
 */
public record MigrationEffect(
        MigrationUnderTest migration,
        SchemaSnapshot before,
        SchemaSnapshot after,
        Map<Table, RowHashes> rowsBefore,
        Positions positionsBefore) {

    public MigrationEffect {
        rowsBefore = Collections.unmodifiableMap(new LinkedHashMap<>(rowsBefore));
    }

    /** What is there before or behind it and is not compared. */
    List<NotCompared> notCompared() {
        return NotCompared.union(
                NotCompared.union(before.notCompared(), after.notCompared()), positionsBefore.untold());
    }

    /** How many rows there were before it, by table. */
    public Map<String, Integer> rowCountsBefore() {
        return rowsBefore.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toString(),
                        entry -> entry.getValue().rows().size(),
                        Integer::sum));
    }

    Set<Table> emptyBefore() {
        return rowsBefore.entrySet().stream()
                .filter(entry -> entry.getValue().rows().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether there are tables or columns that there were not before. */
    boolean addsPlaces() {
        return after.tables().stream()
                .anyMatch(table -> before.table(table.schema(), table.name())
                        .map(old -> old.columns().size() < table.columns().size())
                        .orElse(true));
    }

    /** Whether identities may have counted on although the rows are the same. */
    boolean movesIdentities() {
        return migration.mayMakeRows()
                && migration.touchedDown().tables(after, new ForeignKeyCascades()).stream()
                        .flatMap(table -> table.columns().stream())
                        .anyMatch(column -> column.identity().isPresent());
    }

    List<ColumnWidening> widenings() {
        return migration.mayWidenColumns() ? ColumnWidening.between(before, after, migration.renames()) : List.of();
    }
}
