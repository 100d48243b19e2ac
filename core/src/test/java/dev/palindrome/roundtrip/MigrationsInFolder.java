package dev.palindrome.roundtrip;

import dev.palindrome.SqlRecording;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.migration.MigrationSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** Migrations that a test writes into a folder of its own, and what verifies them. */
abstract class MigrationsInFolder {

    static final String NAMED_DEFAULT = "CREATE TABLE dbo.probe (a INT NOT NULL CONSTRAINT df_probe DEFAULT (1));"
            + " ALTER TABLE dbo.probe DROP CONSTRAINT df_probe;";

    static final String BRACKET_IN_A_NAME = "CREATE TABLE dbo.probe ([a]]b] INT NULL);";

    /** And is told again, as it is stored. */
    static final String TEXTS_IN_A_CHECK =
            "CREATE TABLE dbo.probe (a NVARCHAR(9) NULL CONSTRAINT ck_probe CHECK (a IN (N'a', N'b')))\nGO\n"
                    + "SELECT 1 / COUNT(definition) AS n INTO #probe FROM sys.check_constraints";

    static final String VIEW_ONCE_MORE = "CREATE OR ALTER VIEW dbo.probe AS SELECT 1 AS one";

    static final String RENAMED_TABLE =
            "CREATE TABLE dbo.probe (a INT NOT NULL)\nGO\nEXEC sp_rename 'dbo.probe', 'other'";

    static final String RENAMED_COLUMN =
            "CREATE TABLE dbo.probe (a INT NOT NULL)\nGO\nEXEC sp_rename 'dbo.probe.a', 'b', 'COLUMN'";

    static final String RENAMED_CONSTRAINT =
            "CREATE TABLE dbo.probe (a INT NOT NULL CONSTRAINT pk_probe PRIMARY KEY)\nGO\n"
                    + "EXEC sp_rename 'dbo.pk_probe', 'pk_other', 'OBJECT'";

    static final String NOT_NULL_IN_ALTER_COLUMN = "CREATE TABLE dbo.probe (a NVARCHAR(5) NOT NULL);"
            + " ALTER TABLE dbo.probe ALTER COLUMN a NVARCHAR(9) NOT NULL;";

    @TempDir
    Path folder;

    private Optional<RoundTripReport> verified = Optional.empty();

    abstract Databases databases();

    /** Skips the test where a server lacks what it is not about. */
    abstract void requires(String sql);

    void up(int version, String sql) {
        script("V" + version + "__test.sql", sql);
    }

    void down(int version, String sql) {
        script("U" + version + "__test.sql", sql);
    }

    void script(String name, String text) {
        verified = Optional.empty();
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RoundTrip trip(int version) {
        return verifiedOnce().roundTrips().get(version - 1);
    }

    List<Verdict> verdicts() {
        return verifiedOnce().roundTrips().stream().map(RoundTrip::verdict).toList();
    }

    /** As long as the folder holds the same scripts. */
    private RoundTripReport verifiedOnce() {
        if (verified.isEmpty()) {
            verified = Optional.of(verify());
        }
        return verified.get();
    }

    /** What is said of a migration, without what the server at hand does not let be compared. */
    static String explanation(RoundTrip trip) {
        return trip.explanation()
                .lines()
                .filter(line -> !line.strip().startsWith("Not compared: "))
                .collect(Collectors.joining("\n"));
    }

    RoundTripReport verify() {
        return verify(RoundTripSettings.DEFAULT);
    }

    RoundTripReport verify(RoundTripSettings settings) {
        RoundTripReport report = RoundTripVerification.verify(
                databases(),
                DatabaseOptions.DEFAULT,
                new MigrationSettings(List.of("filesystem:" + folder), Map.of()),
                settings);
        report.roundTrips().forEach(trip -> trip.undoDraft().ifPresent(draft -> SqlRecording.madeScript(draft.sql())));
        return report;
    }
}
