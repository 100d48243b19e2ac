package dev.palindrome.report.html;

import dev.palindrome.migration.Migration;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.RoundTripEvidence.Schemas;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.UniqueKey;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The schema after the last migration that went up, and who made its tables what they are, as data: the page lays it out when
 * it comes into sight.
 */
final class SchemaDiagram {

    private static final JsonFactory JSON = new JsonFactory();

    private final List<RoundTrip> trips;
    private final MigrationAnchors anchors;
    private final RoundTrip last;
    private final SchemaSnapshot schema;

    private SchemaDiagram(List<RoundTrip> trips, MigrationAnchors anchors, RoundTrip last, Schemas schemas) {
        this.trips = trips;
        this.anchors = anchors;
        this.last = last;
        this.schema = schemas.after();
    }

    /** Empty where no migration has gone up, or no table is left. */
    static Optional<SchemaDiagram> of(List<RoundTrip> trips, MigrationAnchors anchors) {
        return trips.stream()
                .filter(trip -> trip.evidence().schemas().isPresent())
                .reduce((before, after) -> after)
                .map(last -> new SchemaDiagram(
                        trips, anchors, last, last.evidence().schemas().orElseThrow()))
                .filter(diagram -> !diagram.schema.tables().isEmpty());
    }

    /** The last migration that went up. */
    Migration after() {
        return last.migration();
    }

    int size() {
        return schema.tables().size();
    }

    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            migrations(json);
            tables(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    private void migrations(JsonGenerator json) {
        json.writeArrayPropertyStart("migrations");
        for (RoundTrip trip : trips) {
            json.writeStartObject();
            json.writeStringProperty("id", anchors.of(trip.migration()));
            json.writeStringProperty("name", HtmlText.visible(MigrationEntry.name(trip.migration())));
            json.writeStringProperty("verdict", trip.verdict().name());
            json.writeStringProperty("mark", Marks.kind(trip.verdict()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void tables(JsonGenerator json) {
        List<Table> tables = schema.tables();
        Map<String, Integer> places = new HashMap<>();
        tables.forEach(table -> places.putIfAbsent(table.sqlName(), places.size()));
        Map<String, Set<Integer>> changed = changed();
        Map<String, Set<Integer>> touched = touched();
        json.writeArrayPropertyStart("tables");
        for (Table table : tables) {
            Set<Integer> changes = changed.getOrDefault(table.toString(), Set.of());
            Set<Integer> touches = new TreeSet<>(touched.getOrDefault(table.toString(), Set.of()));
            touches.removeAll(changes);
            json.writeStartObject();
            json.writeStringProperty("name", HtmlText.visible(table.toString()));
            columns(table, json);
            references(table, places, json);
            numbers("changed", changes, json);
            numbers("touched", touches, json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void columns(Table table, JsonGenerator json) {
        Set<String> primary = names(table.primaryKey().stream().map(UniqueKey::columns));
        Set<String> foreign = names(table.foreignKeys().stream().map(ForeignKey::columns));
        json.writeArrayPropertyStart("columns");
        for (Column column : table.columns()) {
            json.writeStartObject();
            json.writeStringProperty("name", HtmlText.visible(column.name()));
            json.writeStringProperty("type", HtmlText.visible(type(column)));
            flag("primary", primary.contains(column.name()), json);
            flag("foreign", foreign.contains(column.name()), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String type(Column column) {
        String type = column.object()
                .get(Property.TYPE)
                .orElseGet(() -> column.computed().map(text -> "computed").orElse(""));
        return column.isNullable() ? type + " NULL" : type;
    }

    private static Set<String> names(Stream<List<String>> columns) {
        Set<String> names = new HashSet<>();
        columns.forEach(names::addAll);
        return names;
    }

    private static void flag(String name, boolean is, JsonGenerator json) {
        if (is) {
            json.writeBooleanProperty(name, true);
        }
    }

    private void references(Table table, Map<String, Integer> places, JsonGenerator json) {
        json.writeArrayPropertyStart("references");
        for (ForeignKey key : table.foreignKeys()) {
            Optional<Integer> place = schema.table(key.referencedSchema(), key.referencedTable())
                    .map(referenced -> places.get(referenced.sqlName()));
            if (place.isPresent()) {
                json.writeStartObject();
                json.writeNumberProperty("table", place.get());
                json.writeStringProperty("columns", HtmlText.visible(String.join(", ", key.columns())));
                json.writeStringProperty("to", HtmlText.visible(String.join(", ", key.referencedColumns())));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void numbers(String name, Set<Integer> numbers, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        numbers.forEach(json::writeNumber);
        json.writeEndArray();
    }

    /** By table, the places of the migrations that have changed what it looks like. */
    private Map<String, Set<Integer>> changed() {
        Map<String, Set<Integer>> changed = new HashMap<>();
        for (int place = 0; place < trips.size(); place++) {
            Optional<Schemas> schemas = trips.get(place).evidence().schemas();
            if (schemas.isPresent()) {
                Map<List<String>, SchemaObject> before = tables(schemas.get().before());
                for (SchemaObject now : tables(schemas.get().after()).values()) {
                    if (!Optional.of(now).equals(Optional.ofNullable(before.get(now.name())))) {
                        add(changed, new Table(now).toString(), place);
                    }
                }
            }
        }
        return changed;
    }

    private static Map<List<String>, SchemaObject> tables(SchemaSnapshot schema) {
        Map<List<String>, SchemaObject> tables = new LinkedHashMap<>();
        schema.objects(ObjectKind.TABLE).forEach(table -> tables.put(table.name(), table));
        return tables;
    }

    /** By table, the places of the migrations that may have changed rows in it. */
    private Map<String, Set<Integer>> touched() {
        Map<String, Set<Integer>> touched = new HashMap<>();
        for (int place = 0; place < trips.size(); place++) {
            int at = place;
            trips.get(place).evidence().rowsBefore().keySet().forEach(table -> add(touched, table, at));
        }
        return touched;
    }

    private static void add(Map<String, Set<Integer>> all, String table, int place) {
        all.computeIfAbsent(table, absent -> new TreeSet<>()).add(place);
    }
}
