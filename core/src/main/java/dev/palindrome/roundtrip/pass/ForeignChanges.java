package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.rows.RowHashes;
import dev.palindrome.schema.Difference;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What has been made or changed by callbacks and repeatable migrations. It is laid to no versioned migration: whatever a
 * pass compares, this is left out. One for a whole verification, since all its databases see the same scripts.
 */
final class ForeignChanges {

    /** An object, a part of it, or a property of either. */
    private record Place(
            ObjectKind kind, String name, Optional<ObjectKind> part, String partName, Optional<Property> property) {

        static Place ofObject(SchemaObject object) {
            return new Place(object.kind(), key(object.name()), Optional.empty(), "", Optional.empty());
        }

        static Place ofSubject(Difference difference) {
            return difference
                    .part()
                    .map(part -> new Place(
                            difference.object().kind(),
                            key(difference.object().name()),
                            Optional.of(part.kind()),
                            // What the system has named is known by what it does.
                            part.name().isEmpty() ? part.toString() : key(part.name()),
                            Optional.empty()))
                    .orElseGet(() -> ofObject(difference.object()));
        }

        Place with(Property changed) {
            return new Place(kind, name, part, partName, Optional.of(changed));
        }

        private static String key(List<String> name) {
            return String.join(".", name).toLowerCase(Locale.ROOT);
        }
    }

    private final Set<Place> places = new HashSet<>();
    private final Map<Place, Migration> makers = new HashMap<>();
    private final Map<Migration, List<SchemaObject>> blocking = new HashMap<>();
    private final Set<List<String>> changedValues = new HashSet<>();
    private final Set<List<String>> tablesWithMoreRows = new HashSet<>();
    private final Set<String> insertedInto = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** Scripts put rows into these tables, whatever the schema. */
    void noteInsertsInto(Collection<String> tables) {
        insertedInto.addAll(tables);
    }

    /** What a repeatable migration has done. */
    void add(SchemaDiff change, Migration repeatable) {
        add(change);
        change.differences().forEach(difference -> makers.put(Place.ofObject(difference.object()), repeatable));
    }

    void add(SchemaDiff change) {
        for (Difference difference : change.differences()) {
            if (difference instanceof Difference.Changed changed) {
                places.add(Place.ofSubject(difference).with(changed.property()));
            } else if (!(difference instanceof Difference.ColumnOrder)) {
                places.add(Place.ofSubject(difference));
            }
        }
    }

    /** Rows of a table that were as {@code before} have become as {@code after}. */
    void add(Table table, RowHashes before, RowHashes after) {
        if (!before.columns().equals(after.columns())) {
            before.columns().forEach(column -> changedValues.add(value(table, column)));
            return;
        }
        RowHashes.Comparison change = before.compare(table, after);
        change.losses().forEach(loss -> changedValues.add(value(table, loss.column())));
        if (change.extra() > 0) {
            tablesWithMoreRows.add(table.object().name());
        }
    }

    private static List<String> value(Table table, String column) {
        return List.of(table.schema(), table.name(), column);
    }

    /** The same difference, but for these changes. */
    SchemaDiff without(SchemaDiff diff) {
        return places.isEmpty() || diff.isEmpty()
                ? diff
                : new SchemaDiff(
                        diff.differences().stream()
                                .filter(difference -> !isForeign(difference))
                                .toList(),
                        diff.notCompared());
    }

    private boolean isForeign(Difference difference) {
        Place subject = Place.ofSubject(difference);
        return places.contains(Place.ofObject(difference.object()))
                || places.contains(subject)
                || difference instanceof Difference.Changed changed
                        && places.contains(subject.with(changed.property()));
    }

    RowHashes.Comparison without(Table table, RowHashes.Comparison comparison) {
        List<DataLoss> losses = comparison.losses().stream()
                .filter(loss -> !changedValues.contains(value(table, loss.column())))
                .toList();
        return new RowHashes.Comparison(losses, addsRowsTo(table) ? 0 : comparison.extra());
    }

    /** Whether the number of a table's rows says nothing. */
    boolean changesNumberOf(Table table) {
        return addsRowsTo(table) || changedValues.contains(value(table, DataLoss.WHOLE_ROWS));
    }

    private boolean addsRowsTo(Table table) {
        return tablesWithMoreRows.contains(table.object().name()) || insertedInto.contains(table.name());
    }

    private boolean isForeign(SchemaObject object) {
        return places.contains(Place.ofObject(object));
    }

    /** A schema to go back to, in which such objects stay as they are. */
    SchemaSnapshot keptIn(SchemaSnapshot wanted, SchemaSnapshot actual) {
        return wanted.replacing(foreignObjects(wanted), foreignObjects(actual));
    }

    /** The objects that would not be there without repeatable migrations. */
    List<SchemaObject> madeByRepeatables(SchemaSnapshot actual) {
        return foreignObjects(actual).stream()
                .filter(object -> makers.containsKey(Place.ofObject(object)))
                .toList();
    }

    /**
     * The objects of repeatable migrations that an undo failed at.
     *
     * @param actual the schema at that time
     */
    List<SchemaObject> noteBlocking(Migration undone, MigrationException failure, SchemaSnapshot actual) {
        List<SchemaObject> found = new DependencyError(failure).among(madeByRepeatables(actual));
        blocking.put(undone, found);
        return found;
    }

    /** What {@link #noteBlocking} has found. */
    List<SchemaObject> blocking(Migration undone) {
        return blocking.getOrDefault(undone, List.of());
    }

    /** Who makes an object, and what to do where it is in the way. */
    String inTheWay(SchemaObject object) {
        return BracketedName.readable(object.name()) + ", which " + makers.get(Place.ofObject(object))
                + " makes, is in the way, as it is in production. Drop it in the undo: up() makes it again.";
    }

    private List<SchemaObject> foreignObjects(SchemaSnapshot snapshot) {
        return places.isEmpty()
                ? List.of()
                : snapshot.objects().stream().filter(this::isForeign).toList();
    }
}
