package dev.palindrome.tsql;

import dev.palindrome.tsql.Recorded.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options of an index as its record has them: those alone that differ from SQL Server's defaults. */
public final class RecordedOptions {

    private static final Map<String, String> DEFAULTS = Map.of(
            "IGNORE_DUP_KEY", "OFF",
            "FILLFACTOR", "0",
            "PAD_INDEX", "OFF",
            "ALLOW_ROW_LOCKS", "ON",
            "ALLOW_PAGE_LOCKS", "ON",
            "COMPRESSION_DELAY", "0");

    /** In the order in which a schema shows them. */
    private static final List<String> SHOWN = List.of(
            "IGNORE_DUP_KEY", "FILLFACTOR", "PAD_INDEX", "ALLOW_ROW_LOCKS", "ALLOW_PAGE_LOCKS", "COMPRESSION_DELAY");

    /** Those that are facts of their own. */
    private static final Map<String, Fact> SWITCHES = Map.of(
            "STATISTICS_NORECOMPUTE", Fact.STATISTICS_NORECOMPUTE,
            "STATISTICS_INCREMENTAL", Fact.STATISTICS_INCREMENTAL,
            "OPTIMIZE_FOR_SEQUENTIAL_KEY", Fact.SEQUENTIAL_KEY);

    private static final String COMPRESSION = "DATA_COMPRESSION";

    private RecordedOptions() {}

    /**
     * Whether a record has this option.
     *
     * @param name in upper case
     * @return false for what says only how an index is made, and for what is unknown
     */
    public static boolean has(String name) {
        return DEFAULTS.containsKey(name) || SWITCHES.containsKey(name) || name.equals(COMPRESSION);
    }

    /**
     * Options as one text.
     *
     * @param options by name
     * @return what {@link #parse} reads: {@code FILLFACTOR = 80, PAD_INDEX = ON}
     */
    public static String text(Map<String, String> options) {
        List<String> texts = new ArrayList<>();
        options.forEach((name, value) -> texts.add(name + " = " + value));
        return String.join(", ", texts);
    }

    /**
     * Reads a text of options.
     *
     * @param text as {@link #text} writes it
     * @return by name
     */
    public static Map<String, String> parse(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : text.split(", ")) {
            int equals = option.indexOf(" = ");
            if (equals > 0) {
                options.put(option.substring(0, equals), option.substring(equals + " = ".length()));
            }
        }
        return options;
    }

    /**
     * A record in which some options are others.
     *
     * @param before what was said up to now
     * @param options what is said now; what it says nothing of stays
     * @return another record
     */
    public static Recorded put(Recorded before, Map<String, String> options) {
        Recorded recorded = shown(before, options);
        for (Map.Entry<String, Fact> known : SWITCHES.entrySet()) {
            String value = options.get(known.getKey());
            if (value != null) {
                recorded = recorded.without(known.getValue()).withYes(known.getValue(), value.equals("ON"));
            }
        }
        String compression = options.getOrDefault(COMPRESSION, "");
        if (compression.isEmpty()) {
            return recorded;
        }
        boolean usual = compression.equals("NONE") || compression.equals("COLUMNSTORE");
        Recorded without = recorded.without(Fact.COMPRESSION);
        return usual ? without : without.with(Fact.COMPRESSION, compression);
    }

    private static Recorded shown(Recorded before, Map<String, String> options) {
        Map<String, String> all = new HashMap<>(parse(before.get(Fact.OPTIONS).orElse("")));
        all.putAll(options);
        if (all.getOrDefault("FILLFACTOR", "").equals("100")) {
            all.remove("FILLFACTOR");
        }
        Map<String, String> differing = new LinkedHashMap<>();
        for (String name : SHOWN) {
            String value = all.get(name);
            if (value != null && !value.equals(DEFAULTS.get(name))) {
                differing.put(name, value);
            }
        }
        return before.without(Fact.OPTIONS).withSome(Fact.OPTIONS, text(differing));
    }
}
