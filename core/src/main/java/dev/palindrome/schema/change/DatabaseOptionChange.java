package dev.palindrome.schema.change;

import dev.palindrome.schema.Difference.Changed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Options of the database: {@code (RECOVERY = FULL, READ_COMMITTED_SNAPSHOT = ON)}. */
final class DatabaseOptionChange {

    /** These are set without the equals sign (Microsoft: alter-database-transact-sql-set-options). */
    private static final Set<String> WITH_EQUALS = Set.of("QUERY_STORE", "CONTAINMENT");

    private static final Set<String> BY_HAND = Set.of("CHANGE_DATA_CAPTURE", "READ_ONLY");

    private final Changed changed;
    private final ChangeScript script;

    DatabaseOptionChange(Changed changed, ChangeScript script) {
        this.changed = changed;
        this.script = script;
    }

    void plan() {
        Map<String, String> expected = options(changed.expected());
        Map<String, String> actual = options(changed.actual());
        expected.forEach((option, value) -> {
            if (!value.equals(actual.get(option))) {
                set(option, value);
            }
        });
        actual.forEach((option, value) -> {
            if (!expected.containsKey(option)) {
                unset(option, value);
            }
        });
    }

    private void set(String option, String value) {
        if (BY_HAND.contains(option)) {
            script.byHand("the database's " + option + ": expected " + value);
            return;
        }
        String equals = WITH_EQUALS.contains(option) ? " = " : " ";
        String statement = "ALTER DATABASE CURRENT SET " + option + equals + value;
        if (option.equals("READ_COMMITTED_SNAPSHOT")) { // waits until nobody else is connected
            script.addAloneAgainstOthers(ChangePhase.SET_DATABASE, statement + " WITH ROLLBACK IMMEDIATE;");
        } else {
            script.addAlone(ChangePhase.SET_DATABASE, statement + ";");
        }
    }

    /** An option that is not told has its usual value, the opposite of what is told. */
    private void unset(String option, String value) {
        switch (value) {
            case "ON" -> set(option, "OFF");
            case "OFF" -> set(option, "ON");
            case "LOCAL" -> set(option, "GLOBAL");
            case "FORCED" -> set(option, "SIMPLE");
            case "PARTIAL" -> set(option, "NONE");
            default -> script.byHand("the database's " + option + " was not " + value);
        }
    }

    private static Map<String, String> options(Optional<String> text) {
        String inside = text.map(all -> all.replaceAll("^\\(|\\)$", "")).orElse("");
        return Arrays.stream(inside.split(", "))
                .map(option -> option.split(" = ", 2))
                .filter(option -> option.length == 2)
                .collect(Collectors.toMap(
                        option -> option[0], option -> option[1], (one, other) -> other, LinkedHashMap::new));
    }
}
