package dev.palindrome.roundtrip.pass;

import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.migration.MigrationSettings;

/**
 * Makes empty databases in which the migrations of one verification can run.
 *
 * @param databases where
 * @param options what these shall be like
 * @param migrations where the migrations lie, and Flyway's settings
 * @param rows what the user puts into them
 */
public record ScratchDatabases(
        Databases databases, DatabaseOptions options, MigrationSettings migrations, OwnRows rows) {

    ScratchDatabase open() {
        return ScratchDatabase.open(databases, options, migrations, rows);
    }
}
