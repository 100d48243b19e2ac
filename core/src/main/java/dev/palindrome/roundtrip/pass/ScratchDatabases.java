package dev.palindrome.roundtrip.pass;

import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.StartingPoint;
import dev.palindrome.database.TemplateKey;
import dev.palindrome.migration.MigrationSettings;
import dev.palindrome.migration.ObservedMigrations;
import dev.palindrome.sql.Fingerprint;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the databases in which the migrations of one verification can run. */
public final class ScratchDatabases {

    private final Databases databases;
    private final DatabaseOptions options;
    private final MigrationSettings migrations;
    private final OwnRows rows;
    private final RoundTripProgress progress;
    private final ForeignChanges foreign = new ForeignChanges();
    private final ChangedRowCounts changed = new ChangedRowCounts();
    private @Nullable Optional<Beginning> beginning;

    /**
     * @param databases where
     * @param options what these shall be like
     * @param migrations where the migrations lie, Flyway's settings, and what the databases begin with
     * @param rows what the user puts into them
     * @param progress is told of each step
     */
    public ScratchDatabases(
            Databases databases,
            DatabaseOptions options,
            MigrationSettings migrations,
            OwnRows rows,
            RoundTripProgress progress) {
        this.databases = databases;
        this.options = options;
        this.migrations = migrations;
        this.rows = rows;
        this.progress = progress;
    }

    ScratchDatabase open() {
        return ScratchDatabase.open(this);
    }

    Databases databases() {
        return databases;
    }

    DatabaseOptions options() {
        return options;
    }

    MigrationSettings migrations() {
        return migrations;
    }

    OwnRows rows() {
        return rows;
    }

    /** What others than the versioned migrations do in them. */
    ForeignChanges foreign() {
        return foreign;
    }

    /** How many rows scripts have changed in them. */
    public ChangedRowCounts changed() {
        return changed;
    }

    public RoundTripProgress progress() {
        return progress;
    }

    /** What they begin with, which is the same for all: the first that has just been made tells. */
    Optional<Beginning> beginning(ObservedMigrations ofTheFirst) {
        if (beginning == null) {
            beginning = Beginning.of(migrations.start(), ofTheFirst);
        }
        return beginning;
    }

    /** A script runs once: whoever needs another database clones the first. */
    Optional<TemplateKey> templateKey() {
        return migrations.start() instanceof StartingPoint.Script script
                ? script.contents().map(this::templateKey)
                : Optional.empty();
    }

    private TemplateKey templateKey(String contents) {
        Fingerprint wish = new Fingerprint()
                .add("round trip from", migrations.start().toString())
                .add("baseline", migrations.baseline().orElse(""))
                .add("locations", String.join(",", migrations.locations()))
                .add("collation", options.collation().orElse(""))
                .add("options", options.options().toString());
        new TreeMap<>(migrations.flyway()).forEach(wish::add);
        String family = wish.hex();
        return new TemplateKey(
                family,
                new Fingerprint()
                        .add("family", family)
                        .add("contents", contents)
                        .hex(),
                false);
    }
}
