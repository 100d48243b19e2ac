package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.roundtrip.rows.ForeignRows;
import dev.palindrome.roundtrip.rows.RowHashes;
import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.schema.Column;
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
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What has been made or changed by callbacks and repeatable migrations. It is laid to no versioned migration: whatever a
 * pass compares, this is left out, and no more than this: not what else has become of the same object, column or row. One
 * for a whole verification, since all its databases see the same scripts.
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
    private final Map<List<String>, ForeignRows> rows = new HashMap<>();
    private final Set<String> insertedInside = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private final ColumnSources sources = new ColumnSources();

    /** A migration has gone up, and may have given other names. */
    void noteRenames(MigrationUnderTest migration) {
        sources.add(migration);
    }

    /** Callbacks put rows into these tables, whatever the schema, where nobody sees which: in the midst of migrations. */
    void noteInsertsInside(Collection<String> tables) {
        insertedInside.addAll(tables);
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
        rows.computeIfAbsent(table.object().name(), name -> new ForeignRows()).add(before, after);
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
        return difference instanceof Difference.Changed changed
                ? places.contains(subject.with(changed.property()))
                : places.contains(subject);
    }

    /** The rows from before a migration held against those that are there when it is undone. */
    RowHashes.Comparison compare(Table table, MigrationEffect effect, RowHashes before, RowHashes actual) {
        ForeignRows foreign = rows.getOrDefault(table.object().name(), ForeignRows.NONE);
        RowHashes.Comparison comparison = before.compare(
                table,
                actual,
                foreign.seenBy(convertedBy(effect, table), sources.of(effect, table, foreign.columnsGiven())));
        return insertedInside.contains(table.name()) ? new RowHashes.Comparison(comparison.losses(), 0) : comparison;
    }

    /** The columns whose types a migration changes. */
    private static Set<String> convertedBy(MigrationEffect effect, Table before) {
        return effect.after()
                .table(before.schema(), before.name())
                .filter(after -> after.object() != before.object())
                .map(after -> before.columns().stream()
                        .filter(column -> after.columns().stream()
                                .anyMatch(other -> other.name().equals(column.name())
                                        && !other.type().equals(column.type())))
                        .map(Column::name)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /**
     * How many rows of a table count: those that come and go by themselves do not.
     *
     * @return empty where their number says nothing
     */
    OptionalLong numberOfRows(Table table, RowHashes read) {
        return insertedInside.contains(table.name())
                ? OptionalLong.empty()
                : OptionalLong.of(rows.getOrDefault(table.object().name(), ForeignRows.NONE)
                        .numberOfOthers(read));
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
