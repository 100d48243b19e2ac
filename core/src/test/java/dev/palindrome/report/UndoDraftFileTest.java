package dev.palindrome.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.CapturedLog;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.Migration;
import dev.palindrome.roundtrip.PlannedTrip;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.settings.CiJob;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UndoDraftFileTest {

    @ParameterizedTest
    @CsvSource({
        "3, add comments, V3__add_comments.sql, U3__add_comments.sql",
        "1.1, x, V1_1__x.sql, U1_1__x.sql",
        "3, x, 2026/V3__x.sql, U3__x.sql",
        "3, x, V1/V3__x.sql, U3__x.sql",
        "2, Add name, db.java.V2__Add_name, U2__Add_name.sql",
        "3, add comments, M3__add_comments.sql, U3__add_comments.sql",
        "3, a/../b: c, other, U3__a_.._b_c.sql",
    })
    void theNameIsThatOfTheUndoScript(String version, String description, String script, String expected) {
        assertThat(UndoDraftFile.nameFor(new Migration(version, description, script)))
                .isEqualTo(expected);
    }

    @Test
    void theFileSaysWhatItIs(@TempDir Path directory) throws Exception {
        RoundTrip trip = PlannedTrip.of("3", "add comments", Verdict.UNDO_MISSING)
                .drafted("DROP TABLE dbo.comments;\n", "tried: leaves\ntable dbo.x")
                .made();
        Path file =
                UndoDraftFile.write(trip, directory.resolve("not/there/yet")).orElseThrow();
        assertThat(directory.relativize(file)).hasToString("not/there/yet/U3__add_comments.sql");
        assertThat(Files.readString(file)).isEqualTo("""
                        -- A draft, written by Palindrome, of an undo for V3 add comments [V3__add_comments.sql].
                        -- tried: leaves
                        -- table dbo.x
                        -- Read it before you use it. Its place is beside the migration, as U3__add_comments.sql.

                        DROP TABLE dbo.comments;
                        """);
    }

    /** Behind a line break, the rest of a name would be a statement. */
    @Test
    void aNameStaysInTheComment(@TempDir Path directory) throws Exception {
        RoundTrip trip = PlannedTrip.of("3", "x\nDROP TABLE dbo.users; --", Verdict.UNDO_MISSING)
                .drafted("SELECT 1", "")
                .made();
        Path file = UndoDraftFile.write(trip, directory).orElseThrow();
        assertThat(Files.readAllLines(file).stream().filter(line -> !line.isEmpty() && !line.startsWith("--")))
                .containsExactly("SELECT 1");
    }

    @Test
    void withoutADraftThereIsNoFile(@TempDir Path directory) {
        RoundTrip trip = PlannedTrip.of("3", "x", Verdict.REVERSIBLE).made();
        assertThatThrownBy(() -> UndoDraftFile.write(trip, directory))
                .isInstanceOf(PalindromeException.class)
                .hasMessage("There is no draft of an undo for V3 x [V3__x.sql]. Ask RoundTrip.undoDraft() first.");
    }

    @Test
    void aDirectoryThatCannotBeMadeFailsNoTest(@TempDir Path directory) throws Exception {
        Path file = Files.createFile(directory.resolve("taken"));
        RoundTrip trip =
                PlannedTrip.of("3", "x", Verdict.UNDO_MISSING).drafted("", "").made();
        try (CapturedLog log = new CapturedLog(ReportFiles.class)) {
            assertThat(UndoDraftFile.write(trip, file)).isEmpty();
            assertThat(UndoDraftFile.write(trip, file)).isEmpty();
            assertThat(RoundTripFiles.write(PlannedTrip.report(), "x", file.toString(), CiJob.NONE))
                    .isEmpty();

            assertThat(log.lines())
                    .containsExactly("WARN The draft of an undo for V3 x [V3__x.sql] cannot be written to " + file
                            + ", nor can anything else be, which is said once:"
                            + " java.nio.file.FileAlreadyExistsException: " + file
                            + ". Make it a directory that can be written.");
        }
    }
}
