package dev.palindrome.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TsqlColoursTest {

    @Example
    void keywordsTypesTextsNumbersCommentsAndVariables() {
        assertThat(TsqlColours.of("SELECT N'a''b', 12, @x -- why\nFROM [select] /* c */ GO\nNVARCHAR(10)"))
                .isEqualTo("k6 -1 s7 -2 n2 -2 v2 -1 c6 -1 k4 -10 c7 -1 k2 -1 t8 -1 n2");
    }

    @Example
    void nothingToColour() {
        assertThat(TsqlColours.of("")).isEmpty();
        assertThat(TsqlColours.of("a b")).isEmpty();
    }

    @Example
    void whatIsNeverClosedGoesToTheEnd() {
        assertThat(TsqlColours.of("x 'abc")).isEqualTo("-2 u4");
    }

    @Property
    void theRunsNeverGoBeyondTheText(@ForAll("texts") String text) {
        String visible = HtmlText.visible(text);
        int length = Stream.of(TsqlColours.of(visible).split(" "))
                .filter(run -> !run.isEmpty())
                .mapToInt(run -> Integer.parseInt(run.substring(1)))
                .sum();
        assertThat(length).isLessThanOrEqualTo(visible.length());
    }

    @Provide
    Arbitrary<String> texts() {
        return HtmlTextTest.HostileTexts.any();
    }
}
