package dev.palindrome;

import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.TemplateKey;
import dev.palindrome.migration.MigrationFingerprint;
import dev.palindrome.migration.MigrationSettings;
import dev.palindrome.sql.Fingerprint;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What decides about the contents of a database that has just been made.
 *
 * @param options what it is like
 * @param migrations what it is migrated with
 * @param target how far it is migrated, where that is not all the way
 * @param seed what is seeded, in a text that says all of it, or empty where nobody can tell
 */
record InitialContents(
        DatabaseOptions options, MigrationSettings migrations, Optional<String> target, Optional<String> seed) {

    /**
     * By what databases that hold the same are recognised.
     *
     * @param reuse whether one may be kept for later runs, if nobody's code decides what is in it
     * @return empty where nobody can tell what such a database holds
     */
    Optional<TemplateKey> key(boolean reuse) {
        return seed.flatMap(seeded -> MigrationFingerprint.of(migrations).map(scripts -> {
            String family = family(seeded);
            String content = new Fingerprint()
                    .add("family", family)
                    .add("scripts", scripts.hex())
                    .addLibrary(InitialContents.class)
                    .hex();
            return new TemplateKey(family, content, reuse && scripts.isTheSameInEveryRun());
        }));
    }

    /** Projects have the same default location, and different scripts there. */
    private String family(String seeded) {
        Fingerprint family = new Fingerprint()
                .add("project", System.getProperty("user.dir"))
                .add("locations", String.join(",", migrations.locations()))
                .add("start", migrations.start().toString())
                .add("baseline", migrations.baseline().orElse("none"))
                .add("target", target.orElse("latest"))
                .add("collation", options.collation().orElse("default"))
                .add("options", options.options().toString())
                .add("seed", seeded);
        new TreeMap<>(migrations.flyway()).forEach(family::add);
        return family.hex();
    }
}
