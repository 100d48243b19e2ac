package dev.palindrome.migration;

import dev.palindrome.location.Location;
import dev.palindrome.migration.catalog.FlywaySetup;
import dev.palindrome.migration.catalog.ScriptListing;
import java.util.List;

/** Lists what lies in locations, without a database, and without refusing what migrating would refuse. */
public final class LocatedScripts {

    private LocatedScripts() {}

    /**
     * Reads them. Flyway itself is not started for it, which takes a JVM longer than reading hundreds of scripts.
     *
     * @param settings locations and Flyway's own settings
     * @return in the order of their versions as Flyway counts, and then those without a version, by path
     * @throws MigrationException if a location does not exist
     */
    public static List<LocatedScript> of(MigrationSettings settings) {
        return new ScriptListing(new FlywaySetup(settings, Location.contextClassLoader())).scripts();
    }
}
