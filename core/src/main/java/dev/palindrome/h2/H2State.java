package dev.palindrome.h2;

import dev.palindrome.reset.ResetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.mvstore.db.MVTable;
import org.h2.schema.Schema;
import org.h2.schema.Sequence;
import org.h2.table.Table;

/**
 * A whole database as it was.
 *
 * @param definitions its schema
 * @param tables its rows and identities
 * @param sequences those that belong to no table
 * @param temporary tables that are in no definition
 * @param options what else there is
 */
public record H2State(
        H2CatalogueCapture definitions,
        List<H2TableRows> tables,
        List<H2Counter> sequences,
        H2TemporaryTables temporary,
        H2Options options) {

    public static H2State of(Database engine) {
        List<H2TableRows> tables = new ArrayList<>();
        List<H2Counter> sequences = new ArrayList<>();
        for (Schema schema : engine.getAllSchemasNoMeta()) {
            for (Table table : schema.getAllTablesAndViews(null)) {
                if (table instanceof MVTable rows) {
                    tables.add(new H2TableRows(rows));
                }
            }
            for (Sequence sequence : schema.getAllSequences()) {
                if (!sequence.getBelongsToTable()) {
                    sequences.add(new H2Counter(sequence));
                }
            }
        }
        return new H2State(
                new H2CatalogueCapture(engine), tables, sequences, new H2TemporaryTables(engine), H2Options.of(engine));
    }

    /** What changed that is not in a table, in words; empty if nothing. */
    public List<String> schemaChanges(Database engine) {
        List<String> changes = new ArrayList<>();
        if (definitions.isTouched()) {
            changes.addAll(definitions.changes(replaced()));
            if (changes.isEmpty()) {
                definitions.settle();
            }
        }
        changes.addAll(temporary.changes());
        if (!options.equals(H2Options.of(engine))) {
            changes.add("an option of H2");
        }
        return changes;
    }

    private Stream<String> replaced() {
        return Stream.concat(
                tables.stream().filter(table -> !table.isThere()).map(table -> "table " + table.name()),
                sequences.stream()
                        .filter(sequence -> !sequence.isThere())
                        .map(sequence -> "sequence " + sequence.name()));
    }

    public List<H2TableRows> touchedTables() {
        return tables.stream().filter(H2TableRows::isTouched).toList();
    }

    public List<H2Counter> movedSequences() {
        return sequences.stream().filter(H2Counter::isMoved).toList();
    }

    /** Puts the rows into the tables of another state, which are empty. */
    public void fill(SessionLocal session, H2State empty) {
        Map<String, H2TableRows> targets = empty.byName();
        tables.forEach(table -> table.fill(session, table(targets, table)));
    }

    public boolean holdsTheSameAs(H2State other) {
        Map<String, H2TableRows> others = other.byName();
        return tables.stream().allMatch(table -> table.holdsTheSameAs(table(others, table)));
    }

    private Map<String, H2TableRows> byName() {
        return tables.stream().collect(Collectors.toMap(H2TableRows::name, table -> table, (one, another) -> one));
    }

    private static H2TableRows table(Map<String, H2TableRows> tables, H2TableRows like) {
        return Optional.ofNullable(tables.get(like.name()))
                .orElseThrow(() -> new ResetException("The table %s could not be made again.".formatted(like.name())));
    }
}
