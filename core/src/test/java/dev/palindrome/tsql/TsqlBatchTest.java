package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TsqlBatchTest {

    @Test
    void goSplitsInAnyCaseWithCountAndComment() {
        assertThat(TsqlBatch.split("GO\nSELECT 1\ngo -- end\nSELECT 2\r\n  Go 3  \r\nSELECT 4"))
                .containsExactly(
                        new TsqlBatch("\nSELECT 1\n", 1, 1),
                        new TsqlBatch("\nSELECT 2\r\n", 3, 3),
                        new TsqlBatch("\r\nSELECT 4", 5, 1));
    }

    @Test
    void goInsideOtherThingsIsNoSeparator() {
        String script = "SELECT 'a\nGO\n', [b\nGO\n], \"c\nGO\n\" /* /* x */\nGO\n*/ FROM LOGO\n-- it's\nGOTO x";

        assertThat(TsqlBatch.split(script)).containsExactly(new TsqlBatch(script, 1, 1));
    }

    @Test
    void batchesOfCommentsAloneAreLeftOut() {
        assertThat(TsqlBatch.split("-- nothing\nGO\n/* here */\nGO\n")).isEmpty();
    }
}
