package dev.palindrome.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.StartingPoint;
import dev.palindrome.database.h2.H2Databases;
import dev.palindrome.migration.MigrationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Round trips of migrations that run on top of something. */
class StartedRoundTripIT {

    private static final String LEGACY = "CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY, name NVARCHAR(50));";

    @TempDir
    private Path folder;

    @Test
    void whatTheDatabaseBeginsWithIsFilledAndStaysAndTheRestGoesDownAndUp() throws IOException {
        script("V1__users.sql", LEGACY);
        script("V2__phone.sql", "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL;");
        script("U2__phone.sql", "ALTER TABLE dbo.users DROP COLUMN phone;");
        script("V3__short.sql", "UPDATE dbo.users SET name = NULL;");
        script("U3__short.sql", "PRINT 'nothing';");

        RoundTripReport report = verify(LEGACY, "1");

        assertThat(report.roundTrips())
                .extracting(trip -> trip.migration().version(), RoundTrip::verdict)
                .containsExactly(
                        tuple("1", Verdict.EXCLUDED), tuple("2", Verdict.REVERSIBLE), tuple("3", Verdict.DATA_LOST));
        assertThat(report.roundTrips().get(0).explanation())
                .contains("part of the schema script legacy.sql, which is at version 1");
    }

    private RoundTripReport verify(String legacy, String baseline) {
        StartingPoint start = new StartingPoint.Script("legacy.sql", legacy);
        return RoundTripVerification.verify(
                new H2Databases(),
                new DatabaseOptions(Optional.empty(), Map.of(), start),
                new MigrationSettings(List.of("filesystem:" + folder), Map.of(), start, Optional.of(baseline)),
                RoundTripSettings.DEFAULT);
    }

    private void script(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }
}
