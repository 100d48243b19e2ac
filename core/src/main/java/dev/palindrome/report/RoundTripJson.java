package dev.palindrome.report;

import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.UndoDraft;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Round trips for programs. A member that has nothing to say is left out. */
final class RoundTripJson {

    private static final List<String> WAYS = List.of("up", "down", "upAgain");

    private RoundTripJson() {}

    static String of(RoundTripReport report, String name) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("reversible", report.isReversible());
        json.put(
                "roundTrips",
                report.roundTrips().stream().map(RoundTripJson::trip).toList());
        putUnlessEmpty(
                json,
                "notCompared",
                report.notCompared().stream().map(Object::toString).toList());
        return JsonText.of(json);
    }

    private static Map<String, Object> trip(RoundTrip trip) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", trip.migration().version());
        json.put("description", trip.migration().description());
        json.put("script", trip.migration().script());
        trip.undo().ifPresent(undo -> json.put("undo", undo));
        json.put("verdict", trip.verdict().name());
        json.put("passes", trip.verdict().passes());
        putUnlessEmpty(json, "reason", trip.reason());
        putUnlessEmpty(
                json,
                "schemaDifferences",
                trip.schemaDiff().isEmpty()
                        ? List.of()
                        : trip.schemaDiff().toString().lines().toList());
        putUnlessEmpty(
                json,
                "dataLosses",
                trip.dataLosses().stream().map(RoundTripJson::loss).toList());
        trip.undoDraft().ifPresent(draft -> json.put("undoDraft", draft(draft, trip)));
        putUnlessEmpty(json, "notes", trip.notes());
        json.put("milliseconds", milliseconds(trip.took()));
        return json;
    }

    private static void putUnlessEmpty(Map<String, Object> json, String member, String value) {
        if (!value.isEmpty()) {
            json.put(member, value);
        }
    }

    private static void putUnlessEmpty(Map<String, Object> json, String member, List<?> value) {
        if (!value.isEmpty()) {
            json.put(member, value);
        }
    }

    private static Map<String, Object> loss(DataLoss loss) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("table", loss.table());
        json.put("column", loss.column());
        json.put("rows", loss.rows());
        return json;
    }

    private static Map<String, Object> draft(UndoDraft draft, RoundTrip trip) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("outcome", draft.outcome());
        trip.draftFile().ifPresent(file -> json.put("file", SlashedPath.of(file)));
        json.put("sql", draft.sql());
        return json;
    }

    private static Map<String, Object> milliseconds(List<Duration> took) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (int way = 0; way < WAYS.size(); way++) {
            if (!took.get(way).isZero()) {
                json.put(WAYS.get(way), took.get(way).toMillis());
            }
        }
        return json;
    }
}
