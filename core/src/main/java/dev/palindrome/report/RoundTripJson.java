package dev.palindrome.report;

import dev.palindrome.engine.Approximation;
import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.RoundTripRun;
import dev.palindrome.roundtrip.UndoDraft;
import dev.palindrome.schema.Difference;
import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaObject;
import java.io.StringWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * Round trips for programs, in the form that {@code docs/round-trip.md} describes. A member that has nothing to say is left
 * out. Members for people ({@code text}, {@code reason}, {@code notes}, {@code outcome}) say nothing that is not in others.
 */
final class RoundTripJson {

    private static final JsonFactory JSON = new JsonFactory();

    /** Goes up whenever a member changes its meaning or goes away. */
    private static final int FORMAT_VERSION = 1;

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
        json.writeNumberProperty("formatVersion", FORMAT_VERSION);
        json.writeStringProperty("name", name);
        report.run().ifPresent(this::write);
        json.writeBooleanProperty("reversible", report.isReversible());
        json.writeArrayPropertyStart("roundTrips");
        report.roundTrips().forEach(this::write);
        json.writeEndArray();
        notCompared(report.notCompared());
        json.writeEndObject();
    }

    private void write(RoundTripRun run) {
        json.writeStringProperty(
                "date", run.begun().truncatedTo(ChronoUnit.SECONDS).toString());
        json.writeNumberProperty("durationMilliseconds", run.took().toMillis());
        json.writeStringProperty("palindromeVersion", run.palindrome());
        json.writeStringProperty("engine", run.engine().name());
        json.writeStringProperty("server", run.server());
        json.writeBooleanProperty("preview", run.isPreview());
    }

    private void notCompared(List<NotCompared> all) {
        if (!all.isEmpty()) {
            json.writeArrayPropertyStart("notCompared");
            for (NotCompared each : all) {
                json.writeStartObject();
                json.writeStringProperty("what", each.what());
                json.writeStringProperty("text", each.toString());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
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
        differences(trip.schemaDiff().differences());
        losses(trip.dataLosses());
        trip.undoDraft().ifPresent(draft -> write(draft, trip));
        approximations(trip.approximations());
        lines("notes", trip.notes());
        milliseconds(trip.took());
        json.writeEndObject();
    }

    private void approximations(List<Approximation> all) {
        if (!all.isEmpty()) {
            json.writeArrayPropertyStart("approximations");
            for (Approximation each : all) {
                json.writeStartObject();
                json.writeStringProperty("approximation", each.kind().name());
                json.writeStringProperty("script", each.script());
                json.writeArrayPropertyStart("lines");
                each.lines().forEach(json::writeNumber);
                json.writeEndArray();
                json.writeStringProperty("text", each.text());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private void differences(List<Difference> differences) {
        if (!differences.isEmpty()) {
            json.writeArrayPropertyStart("schemaDifferences");
            differences.forEach(this::write);
            json.writeEndArray();
        }
    }

    private void write(Difference difference) {
        json.writeStartObject();
        json.writeStringProperty("difference", kind(difference));
        write("object", difference.object());
        difference.part().ifPresent(part -> write("part", part));
        if (difference instanceof Difference.Changed changed) {
            json.writeStringProperty("property", changed.property().name());
            sides(changed.expected(), changed.actual());
        } else if (difference instanceof Difference.Renamed renamed) {
            sides(renamed.expected(), renamed.actual());
        }
        String text = new SchemaDiff(List.of(difference), List.of()).toString();
        json.writeStringProperty("text", text.lines().map(String::strip).collect(Collectors.joining(" ")));
        json.writeEndObject();
    }

    private static String kind(Difference difference) {
        if (difference instanceof Difference.Missing) {
            return "MISSING";
        }
        if (difference instanceof Difference.Extra) {
            return "UNEXPECTED";
        }
        if (difference instanceof Difference.ColumnOrder) {
            return "COLUMN_ORDER";
        }
        return difference instanceof Difference.Changed ? "CHANGED" : "RENAMED";
    }

    private void sides(Optional<String> expected, Optional<String> actual) {
        expected.ifPresent(value -> json.writeStringProperty("expected", value));
        actual.ifPresent(value -> json.writeStringProperty("actual", value));
    }

    private void write(String member, SchemaObject object) {
        json.writeObjectPropertyStart(member);
        json.writeStringProperty("kind", object.kind().name());
        lines("name", object.name());
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
            if (loss.isPosition()) {
                json.writeBooleanProperty("position", true);
            }
            if (loss.of() > 0) {
                json.writeNumberProperty("of", loss.of());
            }
            loss.example().ifPresent(this::write);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(DataLoss.Example example) {
        json.writeObjectPropertyStart("example");
        json.writeStringProperty("was", example.was());
        if (!example.now().isEmpty()) {
            json.writeStringProperty("now", example.now());
        }
        json.writeEndObject();
    }

    private void write(UndoDraft draft, RoundTrip trip) {
        json.writeObjectPropertyStart("undoDraft");
        json.writeBooleanProperty("restoresSchema", draft.restoresSchema());
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
