package dev.palindrome.migration.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoBatchTest {

    private static final String SCRIPT = "-- one\nSELECT 1\ngo\n\n-- two\nSELECT\n2\n";

    @Test
    void aBatchBeginsWithItsFirstComment() {
        assertThat(GoBatch.firstLine(SCRIPT, 2)).isEqualTo(1);
        assertThat(GoBatch.firstLine(SCRIPT, 6)).isEqualTo(5);
        assertThat(GoBatch.firstLine("\n\nSELECT 1", 3)).isEqualTo(3);
    }

    /** The comment goes to the server with the next batch, so that the server's first line is the one with GO. */
    @Test
    void aCommentBehindGoBeginsTheNextBatch() {
        assertThat(GoBatch.firstLine("SELECT 1\nGO -- first\nSELECT 2\nSELECT 3", 3))
                .isEqualTo(2);
        assertThat(GoBatch.firstLine("SELECT 1\n\tGO /* first */\n\nSELECT 2", 4))
                .isEqualTo(2);
    }

    @Test
    void whatOnlyLooksLikeGoEndsNoBatch() {
        assertThat(GoBatch.firstLine("SELECT 1\n/*\nGO\n*/\nSELECT 2", 1)).isEqualTo(1);
        assertThat(GoBatch.firstLine("SELECT 0\nGO\nSELECT '\nGO\n'\nSELECT 2", 3))
                .isEqualTo(3);
        assertThat(GoBatch.firstLine("SELECT 1\nGO;\nSELECT 2", 1)).isEqualTo(1);
    }
}
