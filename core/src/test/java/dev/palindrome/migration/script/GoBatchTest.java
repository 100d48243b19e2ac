package dev.palindrome.migration.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoBatchTest {

    private static final String SCRIPT = "-- one\nSELECT 1\ngo 2\n\n-- two\nSELECT\n2\n";

    @Test
    void aBatchBeginsWithItsFirstComment() {
        assertThat(GoBatch.firstLine(SCRIPT, 2)).isEqualTo(1);
        assertThat(GoBatch.firstLine(SCRIPT, 6)).isEqualTo(5);
        assertThat(GoBatch.firstLine("\n\nSELECT 1", 3)).isEqualTo(3);
    }
}
