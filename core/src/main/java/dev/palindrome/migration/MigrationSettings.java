package dev.palindrome.migration;

import java.util.List;
import java.util.Map;

/**
 * What a team's Flyway settings say.
 *
 * @param locations Flyway locations, {@code classpath:} or {@code filesystem:}, wildcards included; where it is empty,
 *     the setting {@code flyway.locations}, and without that {@code classpath:db/migration}
 * @param flyway Flyway's own settings by name, with or without the prefix {@code flyway.}
 */
public record MigrationSettings(List<String> locations, Map<String, String> flyway) {

    /** Flyway's default location and settings. */
    public static final MigrationSettings DEFAULT = new MigrationSettings(List.of(), Map.of());

    /**
     * Copies both.
     *
     * @param locations Flyway locations
     * @param flyway Flyway's own settings by name
     */
    public MigrationSettings {
        locations = List.copyOf(locations);
        flyway = Map.copyOf(flyway);
    }
}
