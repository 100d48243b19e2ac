package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SqlServerTemplateFileTest {

    private static final String FAMILY = "0123456789abcdef".repeat(2);
    private static final String OTHER_FAMILY = "f".repeat(32);

    @Test
    void aNoteSurvivesBeingWritten() {
        SqlServerTemplateNote note = new SqlServerTemplateNote(
                FAMILY, "a".repeat(64), false, Set.of(LostByRestoring.CDC, LostByRestoring.BROKER));
        assertThat(SqlServerTemplateNote.parse(note.text())).contains(note);
        assertThat(note("b", true))
                .satisfies(plain ->
                        assertThat(SqlServerTemplateNote.parse(plain.text())).contains(plain));
    }

    @Test
    void theLongestNoteFitsIntoADescription() {
        assertThat(new SqlServerTemplateNote(FAMILY, "a".repeat(64), false, Set.of(LostByRestoring.values())).text())
                .hasSizeLessThanOrEqualTo(255);
    }

    @Test
    void whatSomebodyElseWroteIsNoNote() {
        assertThat(SqlServerTemplateNote.parse("Full backup of Sunday")).isEmpty();
        assertThat(SqlServerTemplateNote.parse(note("a", true).text().replace("lost=", "lost=EVERYTHING")))
                .isEmpty();
    }

    /** It lets the owner of a database reach beyond it, and whoever can make a backup can write a description. */
    @Test
    void whatGrantsRightsStandsInNoNote() {
        SqlServerTemplateNote note =
                new SqlServerTemplateNote(FAMILY, "a".repeat(64), true, Set.of(LostByRestoring.values()));
        assertThat(note.lost()).containsExactly(LostByRestoring.BROKER, LostByRestoring.CDC);
        assertThat(SqlServerTemplateNote.parse(note.text().replace("BROKER", "TRUSTWORTHY"))
                        .orElseThrow()
                        .lost())
                .containsExactly(LostByRestoring.CDC);
    }

    @Test
    void whatIsOldOrReplacedIsStale() {
        SqlServerTemplateNote newest = note("a", true);
        SqlServerTemplateFile current = file(newest, Duration.ZERO);
        SqlServerTemplateFile replaced = file(note("b", true), Duration.ofMinutes(1));
        SqlServerTemplateFile old = file(note("a", true), Duration.ofDays(8));
        SqlServerTemplateFile ofDeadRun = file(note("b", false), Duration.ofHours(26));
        SqlServerTemplateFile ofLivingRun = file(note("b", false), Duration.ofHours(23));
        SqlServerTemplateFile ofAnotherProject =
                file(new SqlServerTemplateNote(OTHER_FAMILY, "b".repeat(64), true, Set.of()), Duration.ZERO);
        List<SqlServerTemplateFile> all = List.of(current, replaced, old, ofDeadRun, ofLivingRun, ofAnotherProject);

        assertThat(SqlServerTemplateFile.stale(all, newest)).containsExactly(replaced, old, ofDeadRun);
        assertThat(SqlServerTemplateFile.stale(all, note("c", false))).containsExactly(old, ofDeadRun);
    }

    @Test
    void theFilesOfACopyLieBesideTheOriginals() {
        assertThat(SqlServerFile.of(
                        "palindrome_y",
                        List.of(
                                new SqlServerFile("data", "/var/opt/mssql/data/palindrome_x.mdf"),
                                new SqlServerFile("log", "D:\\logs v2.0\\palindrome_x_log.ldf"),
                                new SqlServerFile("memory", "/var/opt/mssql.d/memory"))))
                .containsExactly(
                        new SqlServerFile("data", "/var/opt/mssql/data/palindrome_y_1.mdf"),
                        new SqlServerFile("log", "D:\\logs v2.0\\palindrome_y_2.ldf"),
                        new SqlServerFile("memory", "/var/opt/mssql.d/palindrome_y_3"));
    }

    private static SqlServerTemplateNote note(String content, boolean acrossRuns) {
        return new SqlServerTemplateNote(FAMILY, content.repeat(64), acrossRuns, Set.of());
    }

    private static SqlServerTemplateFile file(SqlServerTemplateNote note, Duration age) {
        return new SqlServerTemplateFile(
                new SqlServerBackups.File("/data/palindrome_x.bak", "palindrome_x", note.text(), "A-1", age), note);
    }
}
