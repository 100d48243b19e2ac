package dev.palindrome.migration.script;

import java.util.List;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * How a team names its scripts.
 *
 * @param versioned the prefix of versioned migrations, and so on
 * @param separator between version and description
 * @param suffixes one or more
 */
public record ScriptNaming(
        String versioned, String repeatable, String undo, String baseline, String separator, List<String> suffixes) {

    public static ScriptNaming of(Configuration flyway, ScriptName.ExtraPrefixes extra) {
        return new ScriptNaming(
                flyway.getSqlMigrationPrefix(),
                flyway.getRepeatableSqlMigrationPrefix(),
                extra.undo(),
                extra.baseline(),
                flyway.getSqlMigrationSeparator(),
                List.of(flyway.getSqlMigrationSuffixes()));
    }
}
