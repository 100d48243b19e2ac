package dev.palindrome.production.drift;

import dev.palindrome.production.DriftAspect;
import dev.palindrome.schema.Difference;
import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaChange;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.text.OneLine;
import dev.palindrome.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Production and what the migrations make, without what is left out of both.
 *
 * @param production as far as it counts
 * @param migrations as far as they count
 * @param diff what the migrations make is expected, production is actual
 * @param names what the objects of both are called, those that are left out included
 * @param columnOrder whether the order of columns counts
 * @param leftOut what was left out, with how much of it and why
 */
public record ComparedSchemas(
        SchemaSnapshot production,
        SchemaSnapshot migrations,
        SchemaDiff diff,
        ObjectNames names,
        boolean columnOrder,
        List<String> leftOut) {

    public static ComparedSchemas of(SchemaSnapshot production, SchemaSnapshot migrations) {
        ObjectNames names = ObjectNames.of(production, migrations);
        return new ComparedSchemas(production, migrations, migrations.diff(production), names, true, List.of());
    }

    public ComparedSchemas without(DriftAspect aspect, String reason) {
        boolean order = columnOrder && aspect != DriftAspect.COLUMN_ORDER;
        return without(
                aspect.toString(),
                reason,
                order,
                object -> withoutProperties(object, aspect),
                object -> !aspect.kinds().contains(object.kind()));
    }

    public ComparedSchemas without(ObjectKind kind, String reason) {
        return without(kind.label(), reason, columnOrder, UnaryOperator.identity(), object -> object.kind() != kind);
    }

    /** @throws IllegalArgumentException if neither has an object of this name */
    public ComparedSchemas without(String written, String reason) {
        List<String> name = names.find(written);
        return without(
                BracketedName.readable(name),
                reason,
                columnOrder,
                UnaryOperator.identity(),
                object -> object.kind().isPart() || !ObjectNames.isSame(object.name(), name));
    }

    private ComparedSchemas without(
            String what,
            String reason,
            boolean order,
            UnaryOperator<SchemaObject> change,
            Predicate<SchemaObject> stays) {
        SchemaSnapshot ofProduction = left(production, change, stays);
        SchemaSnapshot ofMigrations = left(migrations, change, stays);
        SchemaDiff left = ofMigrations.diff(ofProduction);
        if (!order) {
            left = left.withoutColumnOrderOf(ofMigrations.tables().stream()
                    .map(table -> table.object().name())
                    .toList());
        }
        int gone = diff.differences().size() - left.differences().size();
        List<String> more = new ArrayList<>(leftOut);
        more.add("left out: " + what + " (" + reason + "), of which "
                + (gone == 0 ? "none differs" : gone + (gone == 1 ? " differs" : " differ")));
        return new ComparedSchemas(ofProduction, ofMigrations, left, names, order, List.copyOf(more));
    }

    private static SchemaSnapshot left(
            SchemaSnapshot schema, UnaryOperator<SchemaObject> change, Predicate<SchemaObject> stays) {
        return SchemaSnapshot.of(
                schema.objects().stream()
                        .filter(stays)
                        .map(change)
                        .map(object -> object.with(
                                object.properties(),
                                object.parts().stream()
                                        .filter(stays)
                                        .map(change)
                                        .toList()))
                        .toList(),
                schema.notCompared());
    }

    /** The database's collation decides how names compare. */
    private static SchemaObject withoutProperties(SchemaObject object, DriftAspect aspect) {
        boolean options = aspect == DriftAspect.DATABASE_OPTIONS && object.kind() == ObjectKind.DATABASE;
        return object.with(
                object.properties().entrySet().stream()
                        .filter(known -> !aspect.properties().contains(known.getKey()))
                        .filter(known -> !options || known.getKey() == Property.COLLATION)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                object.parts());
    }

    public List<Difference> differences(Predicate<Difference> which) {
        return diff.differences().stream().filter(which).toList();
    }

    /** What was left out, and what was not compared. */
    public List<String> notes() {
        return Stream.concat(
                        leftOut.stream(),
                        diff.notCompared().stream()
                                .map(NotCompared::toString)
                                .map(unread -> "not compared: " + OneLine.of(unread)))
                .toList();
    }

    /**
     * What a change says of rows is said of those that an undo brings back; only what stops a script counts here. Carriage
     * returns stay, for they are part of literals in modules.
     */
    public String draft() {
        SchemaChange change = SchemaChange.from(migrations, production);
        Set<String> ofRows = change.notes().stream()
                .filter(note -> note.startsWith("data: ") && !note.contains(" stop this script"))
                .map(note -> "-- " + VisibleText.line(note))
                .collect(Collectors.toSet());
        return Stream.of(change.sql().split("\n", -1))
                .filter(line -> !ofRows.contains(line))
                .collect(Collectors.joining("\n"));
    }
}
