package dev.palindrome.h2.snapshot;

import dev.palindrome.h2.H2Exception;
import dev.palindrome.h2.catalogue.Catalogue;
import dev.palindrome.h2.catalogue.CatalogueSnapshot;
import dev.palindrome.h2.catalogue.TemporaryTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.mvstore.db.MVTable;

/**
 * A whole database as it was.
 *
 * @param definitions its schema
 * @param tables its rows and identities
 * @param sequences those that belong to no table
 * @param temporary tables that are in no definition
 * @param options what else there is
 */
record RememberedDatabase(
        CatalogueSnapshot definitions,
        List<RememberedTable> tables,
        List<SequencePosition> sequences,
        TemporaryTables temporary,
        EngineOptions options) {

    static RememberedDatabase of(Database engine) {
        Catalogue catalogue = new Catalogue(engine);
        return new RememberedDatabase(
                new CatalogueSnapshot(engine),
                catalogue.tables().stream()
                        .filter(MVTable.class::isInstance)
                        .map(table -> new RememberedTable((MVTable) table))
                        .toList(),
                catalogue.sequences().stream().map(SequencePosition::new).toList(),
                new TemporaryTables(engine),
                EngineOptions.of(engine));
    }

    /** What changed that is not in a table, in words; empty if nothing. */
    List<String> schemaChanges(Database engine) {
        List<String> changes = new ArrayList<>();
        if (definitions.isTouched()) {
            changes.addAll(definitions.changes(replaced()));
            if (changes.isEmpty()) {
                definitions.settle();
            }
        }
        changes.addAll(temporary.changes());
        if (!options.equals(EngineOptions.of(engine))) {
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

    List<RememberedTable> touchedTables() {
        return tables.stream().filter(RememberedTable::isTouched).toList();
    }

    List<SequencePosition> movedSequences() {
        return sequences.stream().filter(SequencePosition::isMoved).toList();
    }

    /** Puts the rows into the tables of another state, which are empty. */
    void fill(SessionLocal session, RememberedDatabase empty) {
        Map<String, RememberedTable> targets = empty.byName();
        tables.forEach(table -> table.fill(session, table(targets, table)));
    }

    boolean holdsTheSameAs(RememberedDatabase other) {
        Map<String, RememberedTable> others = other.byName();
        return tables.stream().allMatch(table -> table.holdsTheSameAs(table(others, table)));
    }

    private Map<String, RememberedTable> byName() {
        return tables.stream().collect(Collectors.toMap(RememberedTable::name, table -> table, (one, another) -> one));
    }

    private static RememberedTable table(Map<String, RememberedTable> tables, RememberedTable like) {
        return Optional.ofNullable(tables.get(like.name()))
                .orElseThrow(() -> new H2Exception(
                        "The table %s could not be made again. %s".formatted(like.name(), H2Exception.MAKE_ANOTHER)));
    }
}
