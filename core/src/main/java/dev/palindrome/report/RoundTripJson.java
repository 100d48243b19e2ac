package dev.palindrome.report;

import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.UndoDraft;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Round trips for programs. A member that has nothing to say is left out. */
final class RoundTripJson {

    private static final JsonFactory JSON = new JsonFactory();

    private static final List<String> WAYS = List.of("up", "down", "upAgain");

    private final JsonGenerator json;

    private RoundTripJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(RoundTripReport report, String name) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(new JsonLayout(), text)) {
            new RoundTripJson(json).write(report, name);
        }
        return text.append('\n').toString();
    }

    private void write(RoundTripReport report, String name) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeBooleanProperty("reversible", report.isReversible());
        json.writeArrayPropertyStart("roundTrips");
        report.roundTrips().forEach(this::write);
        json.writeEndArray();
        lines("notCompared", report.notCompared().stream().map(Object::toString).toList());
        json.writeEndObject();
    }

    private void write(RoundTrip trip) {
        json.writeStartObject();
        json.writeStringProperty("version", trip.migration().version());
        json.writeStringProperty("description", trip.migration().description());
        json.writeStringProperty("script", trip.migration().script());
        trip.undo().ifPresent(undo -> json.writeStringProperty("undo", undo));
        json.writeStringProperty("verdict", trip.verdict().name());
        json.writeBooleanProperty("passes", trip.verdict().passes());
        if (!trip.reason().isEmpty()) {
            json.writeStringProperty("reason", trip.reason());
        }
        if (!trip.schemaDiff().isEmpty()) {
            lines("schemaDifferences", trip.schemaDiff().toString().lines().toList());
        }
        losses(trip.dataLosses());
        trip.undoDraft().ifPresent(draft -> write(draft, trip));
        lines("notes", trip.notes());
        milliseconds(trip.took());
        json.writeEndObject();
    }

    private void lines(String member, List<String> lines) {
        if (!lines.isEmpty()) {
            json.writeArrayPropertyStart(member);
            lines.forEach(json::writeString);
            json.writeEndArray();
        }
    }

    private void losses(List<DataLoss> losses) {
        if (losses.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("dataLosses");
        for (DataLoss loss : losses) {
            json.writeStartObject();
            json.writeStringProperty("table", loss.table());
            json.writeStringProperty("column", loss.column());
            json.writeNumberProperty("rows", loss.rows());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(UndoDraft draft, RoundTrip trip) {
        json.writeObjectPropertyStart("undoDraft");
        json.writeStringProperty("outcome", draft.outcome());
        trip.draftFile().ifPresent(file -> json.writeStringProperty("file", SlashedPath.of(file)));
        json.writeStringProperty("sql", draft.sql());
        json.writeEndObject();
    }

    private void milliseconds(List<Duration> took) {
        json.writeObjectPropertyStart("milliseconds");
        for (int way = 0; way < WAYS.size(); way++) {
            if (!took.get(way).isZero()) {
                json.writeNumberProperty(WAYS.get(way), took.get(way).toMillis());
            }
        }
        json.writeEndObject();
    }
}
