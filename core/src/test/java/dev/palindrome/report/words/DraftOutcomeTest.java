package dev.palindrome.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.roundtrip.UndoDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftOutcomeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tried: restores the schema | It was tried, and restores the schema.",
                "tried: fails, Table \"a\" not found. | It was tried, and fails, Table \"a\" not found.",
                "the schema did not change | The schema did not change.",
                "'tried: leaves differences\ntable dbo.t:\n  unexpected column a' | It was tried, and leaves differences:",
                "'' | .",
            })
    void isASentence(String outcome, String sentence) {
        assertThat(DraftOutcome.sentence(new UndoDraft("DROP TABLE dbo.t;", outcome, true)))
                .isEqualTo(sentence);
    }

    @Test
    void whatTheDraftLeavesStandsByItself() {
        UndoDraft draft = new UndoDraft("", "tried: leaves differences\ntable dbo.t:\n  unexpected column a", false);
        assertThat(draft.left()).isEqualTo("table dbo.t:\n  unexpected column a");
    }
}
