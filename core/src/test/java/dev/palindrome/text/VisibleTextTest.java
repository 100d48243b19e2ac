package dev.palindrome.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.sql.BracketedName;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void showsWhatWouldSteerATerminal() {
        assertThat(VisibleText.line("a\u001b[31mb\u0007\u007f")).isEqualTo("a␛[31mb␇␡");
        assertThat(VisibleText.line("a\u202eb\u009bc\u200bd")).isEqualTo("a<U+202E>b<U+009B>c<U+200B>d");
    }

    /** A file could not hold it, and so would be missing as a whole. */
    @Test
    void namesHalfOfASurrogatePair() {
        assertThat(VisibleText.line("a\ud83d")).isEqualTo("a<U+D83D>");
        assertThat(VisibleText.lines("\ude00a\ud83d\ud83d\ude00")).isEqualTo("<U+DE00>a<U+D83D>\ud83d\ude00");
    }

    @Test
    void cutsNoSurrogatePair() {
        assertThat(OneLine.of("x".repeat(159) + "\ud83d\ude00")).isEqualTo("x".repeat(159) + "…");
        assertThat(OneLine.of("x".repeat(158) + "\ud83d\ude00!")).isEqualTo("x".repeat(158) + "\ud83d\ude00…");
    }

    @Test
    void keepsWhatPeopleWrite() {
        String text = "Zoë  👩‍🚀 [a\tb] 'it''s'";

        assertThat(VisibleText.line(text)).isEqualTo(text);
        assertThat(VisibleText.lines(text)).isEqualTo(text);
    }

    @Test
    void makesOneLineOfSeveral() {
        assertThat(VisibleText.line(" \na \r\n\t b\u2028c\fd\n ")).isEqualTo("a b c d");
    }

    @Test
    void keepsLinesWhereThereMayBeSome() {
        assertThat(VisibleText.lines("a \r\n\tb\rc\nd\u2029e")).isEqualTo("a \n\tb␍c\nd<U+2029>e");
    }

    @Test
    void commandsNothingToGitHubsRunner() {
        assertThat(VisibleText.lines("a ::b\n::error::c\n \t::set-output name=d::e\n\n::f"))
                .isEqualTo("a ::b\n\\::error::c\n \t\\::set-output name=d::e\n\n\\::f");
        assertThat(VisibleText.line("\n::error::c")).isEqualTo("\\::error::c");
    }

    /** These are looked for anywhere in a line. */
    @Test
    void commandsNothingToOtherRunners() {
        String text = "a ##[set-env name=b;]c ##vso[task.logissue]d ##teamcity[e] ##global [f] ###[g";
        String visible = "a #\\#[set-env name=b;]c #\\#vso[task.logissue]d #\\#teamcity[e] ##global [f] ##\\#[g";

        assertThat(VisibleText.line(text)).isEqualTo(visible);
        assertThat(VisibleText.lines(text)).isEqualTo(visible);
        assertThat(VisibleText.lines(visible)).isEqualTo(visible);
    }

    @Test
    void isAskedByErrorsAndNames() {
        assertThat(new PalindromeException("In a\u001b[2J:\n::error::b")).hasMessage("In a␛[2J:\n\\::error::b");
        assertThat(BracketedName.readable(List.of("dbo", "a\n::error::\u001b[2Jb")))
                .isEqualTo("dbo.[a ::error::␛[2Jb]");
    }
}
