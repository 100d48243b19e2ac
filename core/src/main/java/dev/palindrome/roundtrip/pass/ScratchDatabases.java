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
 * @param foreign what others than the versioned migrations do in them
 * @param progress is told of each step
 */
public record ScratchDatabases(
        Databases databases,
        DatabaseOptions options,
        MigrationSettings migrations,
        OwnRows rows,
        ForeignChanges foreign,
        RoundTripProgress progress) {

    public ScratchDatabases(
            Databases databases,
            DatabaseOptions options,
            MigrationSettings migrations,
            OwnRows rows,
            RoundTripProgress progress) {
        this(databases, options, migrations, rows, new ForeignChanges(), progress);
    }

    ScratchDatabase open() {
        return ScratchDatabase.open(this);
    }
}
