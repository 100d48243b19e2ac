package dev.palindrome.check;

import dev.palindrome.check.form.VersionOrder;
import dev.palindrome.migration.LocatedScript;
import dev.palindrome.migration.LocatedScripts;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.MigrationSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks through migrations without a database: for two scripts that claim one version, for undo scripts that were forgotten,
 * and for steps that are dangerous where tables have rows and applications run.
 *
 * <pre>{@code
 * MigrationCheck.of("classpath:db/migration")
 *         .allow("7: PAL015 no application of before is left")
 *         .assertClean();
 * }</pre>
 *
 * <p>Scripts are read and nothing is run, so that it says what may happen, not what does. Java migrations have no script, and
 * are passed over. What is not understood is not found: a false alarm would be worse.
 */
public final class MigrationCheck {

    private final List<String> locations;
    private final Map<String, String> flyway;
    private final List<String> allowances;
    private final Optional<String> from;

    private MigrationCheck(
            List<String> locations, Map<String, String> flyway, List<String> allowances, Optional<String> from) {
        this.locations = locations;
        this.flyway = flyway;
        this.allowances = allowances;
        this.from = from;
    }

    /**
     * Begins a check.
     *
     * @param locations Flyway locations, {@code classpath:} or {@code filesystem:}, wildcards included; none for the Flyway
     *     setting {@code locations}, and without that {@code classpath:db/migration}
     * @return a check that reads when it is asked
     */
    public static MigrationCheck of(String... locations) {
        return new MigrationCheck(List.of(locations), Map.of(), List.of(), Optional.empty());
    }

    /**
     * Says how the team has set Flyway: prefixes, separator, suffixes, encoding, placeholders, mixed.
     *
     * @param settings Flyway's own settings by name, with or without the prefix {@code flyway.}
     * @return a check with these, beside those that it has
     */
    public MigrationCheck flyway(Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(flyway);
        all.putAll(settings);
        return new MigrationCheck(locations, all, allowances, from);
    }

    /**
     * Accepts findings that are meant so. What is accepted in the head of an undo script needs no mention here.
     *
     * @param entries each as {@code version: code reason}, such as {@code 7: PAL015 nothing runs that night}; for a script
     *     without a version its file name stands before the colon
     * @return a check with these, beside those that it has
     */
    public MigrationCheck allow(String... entries) {
        List<String> all = new ArrayList<>(allowances);
        all.addAll(List.of(entries));
        return new MigrationCheck(locations, flyway, all, from);
    }

    /**
     * Leaves out what was found in migrations below a version, for teams that begin late.
     *
     * @param version the first of which findings are told
     * @return a check that reads those below all the same, to know what tables there are
     * @throws MigrationException if that is no version
     */
    public MigrationCheck from(String version) {
        if (!VersionOrder.isVersion(version)) {
            throw new MigrationException("\"" + version + "\" is no version to begin at: 40 is one, or 1.1.");
        }
        return new MigrationCheck(locations, flyway, allowances, Optional.of(version));
    }

    /**
     * Reads the scripts.
     *
     * @return what is wrong or dangerous in them, in the order of the migrations; nothing where all is well
     * @throws MigrationException if a location does not exist, or there is no migration
     */
    public List<Finding> findings() {
        return scripts().stream().flatMap(script -> script.findings().stream()).toList();
    }

    /**
     * Reads the scripts.
     *
     * @return each migration with what was found in it and in its undo script, also where that is nothing; then undo scripts
     *     without a migration, and misnamed files
     * @throws MigrationException if a location does not exist, or there is no migration
     */
    public List<CheckedScript> scripts() {
        List<LocatedScript> located = LocatedScripts.of(new MigrationSettings(locations, flyway));
        boolean none = located.stream().allMatch(script -> script.kind() == LocatedScript.Kind.UNDO);
        if (none) {
            throw new MigrationException("No migration found in "
                    + (locations.isEmpty() ? "the locations that are set" : String.join(", ", locations))
                    + ". A migration is a file such as V1__create_users.sql.");
        }
        return new ScriptChecking(located, allowances, from).scripts();
    }

    /**
     * Fails if anything was found.
     *
     * @throws MigrationCheckError with all findings
     * @throws MigrationException if a location does not exist, or there is no migration
     */
    public void assertClean() {
        List<Finding> findings = findings();
        if (!findings.isEmpty()) {
            throw MigrationCheckError.of(findings);
        }
    }
}
