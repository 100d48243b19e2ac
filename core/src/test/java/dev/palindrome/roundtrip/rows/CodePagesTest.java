package dev.palindrome.roundtrip.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodePagesTest {

    @ParameterizedTest
    @CsvSource({
        "SQL_Latin1_General_CP1_CI_AS, windows-1252",
        "Greek_CI_AS, windows-1253",
        "Chinese_PRC_CI_AS, GBK",
        "Chinese_Taiwan_Stroke_CI_AS, Big5",
        "Cyrillic_General_100_CS_AS, windows-1251"
    })
    void aCollationHasACodePage(String collation, String page) {
        assertThat(CodePages.page(Optional.of(collation))).contains(Charset.forName(page));
    }

    @Test
    void oneOfUtf8HoldsAllLetters() {
        assertThat(CodePages.page(Optional.of("Latin1_General_100_CI_AS_SC_UTF8")))
                .isEmpty();
    }

    @Test
    void aLetterThatIsNotHeldBecomesAQuestionMark() {
        assertThat(CodePages.held(
                        "caf\u00e9 \u03a9\u6f22 \ud83d\ude00",
                        Charset.forName("windows-1252").newEncoder()))
                .isEqualTo("caf\u00e9 ?? ??");
    }
}
