package dev.palindrome.junit5.scope;

import dev.palindrome.junit5.DatabaseRequest;
import dev.palindrome.report.RoundTripFiles;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.roundtrip.VersionRows;
import dev.palindrome.settings.Setting;
import dev.palindrome.settings.Settings;
import dev.palindrome.sql.Sha256;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that decides what comes of a verification.
 *
 * @param locations where the migrations lie
 * @param target how far they go
 * @param details what else an annotation says, by attribute; only what it does say
 * @param settings what the settings say
 */
record VerificationKey(List<String> locations, String target, Map<String, String> details, List<String> settings) {

    static VerificationKey of(DatabaseBlueprint blueprint, RoundTripOptions wanted) {
        DatabaseRequest request = blueprint.request();
        Map<String, String> details = new TreeMap<>();
        details.put("engine", request.engine().name());
        details.put("image", request.image());
        details.put("collation", request.collation());
        details.put("schemaScript", request.schemaScript());
        details.put("baseline", request.baseline());
        details.put("backup", request.backup());
        details.put("mask", request.mask().isEmpty() ? "" : request.mask().digest());
        add(details, "flyway.", request.flyway());
        add(details, "options.", request.options());
        add(details, "exclude.", wanted.excluded());
        for (VersionRows rows : wanted.rows()) {
            details.merge("rows", rows.getClass().getName(), (one, other) -> one + "," + other);
        }
        details.values().removeIf(value -> value.isEmpty() || value.equals("AUTO"));
        return new VerificationKey(request.locations(), request.target(), details, relevant(blueprint.settings()));
    }

    private static void add(Map<String, String> details, String prefix, Map<String, String> more) {
        more.forEach((name, value) -> details.put(prefix + name, value));
    }

    /** Not the password: where the rest is the same, it leads to the same server. Of the URL, which may hold secrets, a hash. */
    private static List<String> relevant(Settings settings) {
        return Stream.of(
                        Setting.ENGINE,
                        Setting.IMAGE,
                        Setting.URL,
                        Setting.USERNAME,
                        Setting.ROUND_TRIP_FROM,
                        Setting.COLUMN_ORDER,
                        Setting.NOT_COMPARED,
                        Setting.RANDOM_SEED)
                .map(setting -> settings.find(setting)
                        .map(value -> setting == Setting.URL ? Sha256.hex(value) : value)
                        .orElse(""))
                .toList();
    }

    /** What reports are called. */
    String name() {
        return RoundTripFiles.nameFor(locations, target, new TreeMap<>(details));
    }

    /** Values of placeholders and settings may be nobody else's business. */
    @Override
    public String toString() {
        return "VerificationKey[" + name() + "]";
    }
}
