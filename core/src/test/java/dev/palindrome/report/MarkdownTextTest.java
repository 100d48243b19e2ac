package dev.palindrome.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {

    @Test
    void aPipeDoesNotEndACell() {
        assertThat(MarkdownText.plain("a|b")).isEqualTo("a\\|b");
    }

    @Test
    void whatMarkdownWouldReadIsEscaped() {
        assertThat(MarkdownText.plain("`x` *y* _z_ <b> [l](u) \\ #1 &lt; ~s~"))
                .isEqualTo("\\`x\\` \\*y\\* \\_z\\_ \\<b\\> \\[l\\](u) \\\\ \\#1 \\&lt; \\~s\\~");
    }

    @Test
    void underscoresWithinNamesStay() {
        assertThat(MarkdownText.plain("U3__add_comments.sql")).isEqualTo("U3__add_comments.sql");
    }

    @Test
    void linesAreJoined() {
        assertThat(MarkdownText.plain(" one\r\n  two ")).isEqualTo("one two");
    }

    @Test
    void codeHoldsBackticks() {
        assertThat(MarkdownText.code("a.sql")).isEqualTo("`a.sql`");
        assertThat(MarkdownText.code("a`b")).isEqualTo("``a`b``");
        assertThat(MarkdownText.code("`a")).isEqualTo("`` `a ``");
    }

    @Test
    void aBlocksFenceIsLongerThanAnyInIt() {
        assertThat(MarkdownText.block("sql", "SELECT 1\n")).isEqualTo("```sql\nSELECT 1\n```");
        assertThat(MarkdownText.block("sql", "-- ````")).isEqualTo("`````sql\n-- ````\n`````");
    }
}
