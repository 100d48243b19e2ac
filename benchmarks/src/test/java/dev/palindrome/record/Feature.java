package dev.palindrome.record;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What the tests of a class are about, as a person says it who reads a report. In the report's order. */
enum Feature {
    SERVER("A server named by palindrome.url", "engine."),
    DATABASES("Making, keeping and dropping databases", "database."),
    TEMPLATES(
            "Templates: backup, and restore under another name",
            "database.sqlserver.SqlServerTemplatesIT",
            "SqlServerTemplateIT"),
    BEGINNINGS(
            "Beginning with a backup or a schema script, and writing one",
            "SqlServerBackupStartIT",
            "SqlServerSchemaScriptIT",
            "SqlServerWrittenSchemaIT"),
    PERSONAL_DATA("Finding personal data", "production.SqlServerPersonalDataIT"),
    MASKING("Masking", "production.SqlServerMaskingIT"),
    MIGRATIONS("Migrations up and down", "migration."),
    SCHEMAS("Reading and comparing schemas", "schema."),
    ROUND_TRIPS("Round trips and drafts of undo scripts", "roundtrip."),
    GENERATED_ROWS("Generated rows", "seed."),
    FILES("Rows from files and scripts", "seed.file.", "seed.run."),
    BULK("Bulk loading", "seed.bulk."),
    EXPORTS("Rows written out as files", "production.SqlServerTableExportIT"),
    SNAPSHOTS("Resets by database snapshot and T-SQL", "reset."),
    BACKUPS("Resets by backup and restore", "reset.SqlServerBackupSnapshotIT"),
    ANY_TEST("Resets after random tests", "reset.SqlServerResetPropertiesIT"),
    EXTENSION("Resets between the tests of a class", "junit5."),
    COST("What it costs in logins and batches", "SqlServerCostIT"),
    EXAMPLES("A small application, as a user tests his", "examples."),
    FIGURES("Figures", "benchmarks.");

    private static final String ROOT = "dev.palindrome.";

    private final String words;
    /** Packages, with a dot at the end, or classes. */
    private final String[] classes;

    Feature(String words, String... classes) {
        this.words = words;
        this.classes = classes;
    }

    String words() {
        return words;
    }

    /** That with the longest name that fits; missing for a class that is in no such package. */
    static Optional<Feature> of(String testClass) {
        return Stream.of(values())
                .filter(feature -> feature.fit(testClass) > 0)
                .max(Comparator.comparingInt(feature -> feature.fit(testClass)));
    }

    private int fit(String testClass) {
        return Stream.of(classes)
                .filter(name -> testClass.startsWith(ROOT + name))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
