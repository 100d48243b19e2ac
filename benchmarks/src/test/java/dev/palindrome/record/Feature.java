package dev.palindrome.record;

import java.util.Optional;
import java.util.stream.Stream;

/** What the tests of a class are about, as a person says it who reads a report. In the report's order. */
enum Feature {
    SERVER("A server named by palindrome.url", "engine.selection.ExistingServerIT"),
    DATABASES("Making, keeping and dropping databases", "database.sqlserver.SqlServerDatabasesIT"),
    TEMPLATES(
            "Templates: backup, and restore under another name",
            "database.sqlserver.SqlServerTemplatesIT",
            "SqlServerTemplateIT"),
    MIGRATIONS("Migrations up and down", "migration.SqlServerMigrationsIT"),
    SCHEMAS("Reading and comparing schemas", "schema.read.SqlServerSchemaReaderIT"),
    ROUND_TRIPS(
            "Round trips and drafts of undo scripts",
            "roundtrip.SqlServerRoundTripIT",
            "roundtrip.SqlServerProductionVerdictIT",
            "roundtrip.SqlServerVerdictCasesIT"),
    GENERATED_ROWS(
            "Generated rows",
            "seed.SqlServerFillIT",
            "seed.SqlServerFillChecksIT",
            "seed.SqlServerRowFillerIT",
            "seed.filler.SqlServerFillOrderIT"),
    FILES("Rows from files and scripts", "seed.file.SqlServerDataFilesIT", "seed.run.SqlServerSeedScriptsIT"),
    BULK("Bulk loading", "seed.bulk.SqlServerBulkLoaderIT"),
    SNAPSHOTS("Resets by database snapshot and T-SQL", "reset.SqlServerSnapshotIT"),
    BACKUPS("Resets by backup and restore", "reset.SqlServerBackupSnapshotIT"),
    ANY_TEST("Resets after random tests", "reset.SqlServerResetPropertiesIT"),
    EXTENSION("Resets between the tests of a class", "junit5.SqlServerResetIT"),
    EXAMPLES("A small application, as a user tests his", "examples."),
    FIGURES("Figures", "benchmarks.SqlServerFiguresIT");

    private static final String ROOT = "dev.palindrome.";

    private final String words;
    private final String[] classes;

    Feature(String words, String... classes) {
        this.words = words;
        this.classes = classes;
    }

    String words() {
        return words;
    }

    /** Missing for a class that nobody has put here. */
    static Optional<Feature> of(String testClass) {
        return Stream.of(values())
                .filter(feature -> Stream.of(feature.classes)
                        .anyMatch(name ->
                                name.endsWith(".") ? testClass.startsWith(ROOT + name) : testClass.equals(ROOT + name)))
                .findFirst();
    }
}
