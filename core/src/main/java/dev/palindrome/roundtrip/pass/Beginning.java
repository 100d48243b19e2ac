package dev.palindrome.roundtrip.pass;

import dev.palindrome.database.StartingPoint;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.ObservedMigrations;
import dev.palindrome.migration.VersionedMigration;
import java.util.List;
import java.util.Optional;

/**
 * What a database holds before its first migration runs. To the passes it is a migration that goes up without doing
 * anything, and brings all that is there: so its tables are filled, and it never goes down.
 *
 * @param start what is there
 * @param version which version that is
 * @param pending what would run on top of it
 */
public record Beginning(StartingPoint start, String version, List<Migration> pending) {

    public Beginning {
        pending = List.copyOf(pending);
    }

    /** Of a database that has just been made; empty where it is empty. */
    static Optional<Beginning> of(StartingPoint start, ObservedMigrations migrations) {
        return start.isSomething()
                ? Optional.of(new Beginning(
                        start, migrations.current().map(Migration::version).orElse("0"), migrations.pending()))
                : Optional.empty();
    }

    /** Nobody can undo it, and what it touches is not asked. */
    VersionedMigration asMigration() {
        return new VersionedMigration(
                new Migration(version, start.toString(), start.toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    boolean is(Migration migration) {
        return migration.script().equals(start.toString());
    }

    /** Those that are not pending. */
    MigrationSequence.Baseline standsInFor(List<VersionedMigration> all) {
        return new MigrationSequence.Baseline(
                asMigration(),
                all.stream()
                        .filter(source -> !pending.contains(source.migration()))
                        .toList(),
                "part of " + start + ", which is at version " + version);
    }
}
