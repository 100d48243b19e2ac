package dev.palindrome.migration;

import dev.palindrome.database.StartingPoint;
import dev.palindrome.text.VisibleText;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a team's Flyway settings say, and what their migrations begin with.
 *
 * @param locations Flyway locations, {@code classpath:} or {@code filesystem:}, wildcards included; where it is empty,
 *     the setting {@code flyway.locations}, and without that {@code classpath:db/migration}
 * @param flyway Flyway's own settings by name, with or without the prefix {@code flyway.}
 * @param start what is in the database before the first of them
 * @param baseline the version that this is at; empty where its own history says so, or Flyway's settings do
 */
public record MigrationSettings(
        List<String> locations, Map<String, String> flyway, StartingPoint start, Optional<String> baseline) {

    /** Flyway's default location and settings. */
    public static final MigrationSettings DEFAULT = new MigrationSettings(List.of(), Map.of());

    /**
     * Copies the collections.
     *
     * @param locations Flyway locations
     * @param flyway Flyway's own settings by name
     * @param start what is in the database before the first migration
     * @param baseline the version that this is at
     */
    public MigrationSettings {
        locations = List.copyOf(locations);
        flyway = Map.copyOf(flyway);
    }

    /**
     * In which encoding the team's scripts are.
     *
     * @param flyway Flyway's own settings by name
     * @return that of its setting {@code encoding}, or UTF-8
     * @throws MigrationException if there is no such encoding
     */
    public static Charset encoding(Map<String, String> flyway) {
        String name = flyway.getOrDefault("flyway.encoding", flyway.getOrDefault("encoding", "UTF-8"));
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new MigrationException(
                    "The Flyway setting encoding names " + VisibleText.line(name)
                            + ", which is no encoding. Write it as in UTF-8 or windows-1252.",
                    e);
        }
    }

    /**
     * Of an empty database.
     *
     * @param locations Flyway locations
     * @param flyway Flyway's own settings by name
     */
    public MigrationSettings(List<String> locations, Map<String, String> flyway) {
        this(locations, flyway, StartingPoint.NOTHING, Optional.empty());
    }
}
