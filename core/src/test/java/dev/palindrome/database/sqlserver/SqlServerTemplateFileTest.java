package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SqlServerTemplateFileTest {

    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    private static final String FAMILY = "0123456789abcdef".repeat(2);
    private static final String OTHER_FAMILY = "f".repeat(32);

    @Test
    void aNoteSurvivesBeingWritten() {
        SqlServerTemplateNote note = new SqlServerTemplateNote(
                FAMILY, "a".repeat(64), false, NOW, Set.of(LostByRestoring.CDC, LostByRestoring.BROKER));
        assertThat(SqlServerTemplateNote.parse(note.text())).contains(note);
        assertThat(note("b", true, Duration.ZERO))
                .satisfies(plain ->
                        assertThat(SqlServerTemplateNote.parse(plain.text())).contains(plain));
    }

    @Test
    void theLongestNoteFitsIntoADescription() {
        assertThat(new SqlServerTemplateNote(FAMILY, "a".repeat(64), false, NOW, Set.of(LostByRestoring.values()))
                        .text())
                .hasSizeLessThanOrEqualTo(255);
    }

    @Test
    void whatSomebodyElseWroteIsNoNote() {
        assertThat(SqlServerTemplateNote.parse("Full backup of Sunday")).isEmpty();
        assertThat(SqlServerTemplateNote.parse(
                        note("a", true, Duration.ZERO).text().replace("lost=", "lost=EVERYTHING")))
                .isEmpty();
        assertThat(SqlServerTemplateNote.parse(
                        note("a", true, Duration.ZERO).text().replace(NOW.toString(), "yesterday")))
                .isEmpty();
    }

    @Test
    void whatIsOldOrReplacedIsStale() {
        SqlServerTemplateNote newest = note("a", true, Duration.ZERO);
        SqlServerTemplateFile current = file(newest);
        SqlServerTemplateFile replaced = file(note("b", true, Duration.ofMinutes(1)));
        SqlServerTemplateFile old = file(note("a", true, Duration.ofDays(8)));
        SqlServerTemplateFile ofDeadRun = file(note("b", false, Duration.ofHours(25)));
        SqlServerTemplateFile ofLivingRun = file(note("b", false, Duration.ofHours(23)));
        SqlServerTemplateFile ofAnotherProject =
                file(new SqlServerTemplateNote(OTHER_FAMILY, "b".repeat(64), true, NOW, Set.of()));
        List<SqlServerTemplateFile> all = List.of(current, replaced, old, ofDeadRun, ofLivingRun, ofAnotherProject);

        assertThat(SqlServerTemplateFile.stale(all, newest, NOW)).containsExactly(replaced, old, ofDeadRun);
        assertThat(SqlServerTemplateFile.stale(all, note("c", false, Duration.ZERO), NOW))
                .containsExactly(old, ofDeadRun);
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

    private static SqlServerTemplateNote note(String content, boolean acrossRuns, Duration age) {
        return new SqlServerTemplateNote(FAMILY, content.repeat(64), acrossRuns, NOW.minus(age), Set.of());
    }

    private static SqlServerTemplateFile file(SqlServerTemplateNote note) {
        return new SqlServerTemplateFile("/data/x.bak", "palindrome_x", note);
    }
}
