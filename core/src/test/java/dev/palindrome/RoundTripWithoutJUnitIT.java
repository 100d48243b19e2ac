package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.settings.Setting;
import dev.palindrome.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports and drafts are written for those who do without JUnit, too. */
class RoundTripWithoutJUnitIT {

    @TempDir
    Path folder;

    @TempDir
    Path reports;

    @BeforeEach
    void migration() throws IOException {
        Files.writeString(folder.resolve("V1__without_junit.sql"), "CREATE TABLE dbo.t (id INT NOT NULL);");
    }

    @Test
    void writesReportsAndDrafts() {
        RoundTripReport report = database().verifyRoundTrips(RoundTripOptions.none());

        assertThat(report.roundTrips())
                .singleElement()
                .extracting(RoundTrip::draftFile)
                .isEqualTo(Optional.of(Path.of("target", "palindrome", "undo-drafts", "U1__without_junit.sql")));
        assertThat(report.roundTrips().get(0).draftFile().orElseThrow())
                .content()
                .contains("DROP TABLE [dbo].[t]");
        assertThat(reports).isDirectoryContaining("glob:**.json").isDirectoryContaining("glob:**.md");
    }

    @Test
    void leavesItToWhoeverWantsToWriteThem() {
        RoundTripReport report = database().withoutReports().verifyRoundTrips(RoundTripOptions.none());

        assertThat(report.roundTrips().get(0).draftFile()).isEmpty();
        assertThat(reports).isEmptyDirectory();
    }

    private TestDatabase.Builder database() {
        return TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .locations("filesystem:" + folder)
                .settings(Settings.of(
                        name -> Optional.of(reports.toString()).filter(any -> name.equals(Setting.REPORT_DIR.key()))));
    }
}
