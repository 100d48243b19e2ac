package dev.palindrome.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TsqlColoursTest {

    @Example
    void keywordsTypesTextsNumbersCommentsAndVariables() {
        assertThat(TsqlColours.of("SELECT N'a''b', 12, @x -- why\nFROM [select] /* c */ GO\nNVARCHAR(10)"))
                .isEqualTo("6k7s2.2n2.2v6c4k10.7c2k8t2n");
    }

    @Example
    void nothingToColour() {
        assertThat(TsqlColours.of("")).isEmpty();
        assertThat(TsqlColours.of("a b")).isEmpty();
    }

    @Example
    void whatIsNeverClosedGoesToTheEnd() {
        assertThat(TsqlColours.of("x 'abc")).isEqualTo("2.4u");
    }

    @Property
    void theRunsNeverGoBeyondTheText(@ForAll("texts") String text) {
        String visible = HtmlText.visible(text);
        int length = 0;
        int gap = 0;
        for (MatchResult run : Pattern.compile("(\\d+)(\\D)")
                .matcher(TsqlColours.of(visible))
                .results()
                .toList()) {
            int number = Integer.parseInt(run.group(1));
            length += run.group(2).equals(".") ? 0 : gap + number;
            gap = run.group(2).equals(".") ? number : 1;
        }
        assertThat(length).isLessThanOrEqualTo(visible.length());
    }

    @Provide
    Arbitrary<String> texts() {
        return HtmlTextTest.HostileTexts.any();
    }
}
