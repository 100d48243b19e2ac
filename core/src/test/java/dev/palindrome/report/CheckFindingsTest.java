package dev.palindrome.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.check.CheckedScript;
import dev.palindrome.check.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckFindingsTest {

    @Test
    void thePageOfARunListsThem() {
        Finding finding = new Finding("PAL013", "V2__a.sql", 4, "a is dropped <b>", "");

        assertThat(CheckFindings.markdown(
                        List.of(new CheckedScript("V2 a", "V2__a.sql", List.of(finding), Optional.empty())),
                        "db-migration"))
                .containsExactly(
                        "# Found in the scripts of db-migration",
                        "- " + MarkdownText.code("V2__a.sql:4") + " **PAL013** "
                                + MarkdownText.plain("a is dropped <b>"));
    }

    @Test
    void nothingFoundIsNoPage() {
        assertThat(CheckFindings.markdown(
                        List.of(new CheckedScript("V2 a", "V2__a.sql", List.of(), Optional.empty())), "db-migration"))
                .isEmpty();
    }
}
