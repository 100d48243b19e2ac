package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollationCodePageTest {

    @ParameterizedTest
    @CsvSource({
        "SQL_Latin1_General_CP1_CI_AS, windows-1252",
        "Greek_CI_AS, windows-1253",
        "Chinese_PRC_CI_AS, x-mswin-936",
        "Chinese_Taiwan_Stroke_CI_AS, x-windows-950",
        "SQL_Latin1_General_CP1251_CI_AS, windows-1251",
        "SQL_Czech_Cp1250_CI_AS, windows-1250",
        "SQL_AltDiction_CP1253_CS_AS, windows-1253",
        "SQL_Latin1_General_CP437_BIN, IBM437",
        "SQL_1xCompat_CP850_CI_AS, IBM850",
        "SQL_EBCDIC037_CP1_CS_AS, windows-1252",
        "Macedonian_FYROM_100_CI_AS, windows-1251",
        "Serbian_Cyrillic_100_CI_AS, windows-1251",
        "Serbian_Latin_100_CI_AS, windows-1250",
        "Bosnian_Latin_100_CI_AS, windows-1250",
        "Kazakh_90_CI_AS, windows-1251",
        "Tatar_90_CI_AS, windows-1251",
        "Azeri_Latin_90_CI_AS, windows-1254",
        "Uzbek_Latin_90_CI_AS, windows-1254",
        "Persian_100_CI_AS, windows-1256",
        "Urdu_100_CI_AS, windows-1256",
        "Lithuanian_CI_AS, windows-1257",
        "Thai_CI_AS, x-windows-874",
        "Icelandic_100_CI_AS, windows-1252",
        "Cyrillic_General_100_CS_AS, windows-1251"
    })
    void aCollationHasACodePage(String collation, String page) {
        assertThat(CollationCodePage.of(collation)).contains(Charset.forName(page));
    }

    @Test
    void oneOfUtf8HoldsAllLetters() {
        assertThat(CollationCodePage.of("Latin1_General_100_CI_AS_SC_UTF8")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Indic_General_100_CI_AS", "Nobody_Knows_100_CI_AS", "SQL_Nobody_CP99999_CI_AS"})
    void whereThePageIsUnknownNothingIsLost(String collation) {
        assertThat(CollationCodePage.of(collation)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "database_default"})
    void theUsualOneHasTheUsualPage(String collation) {
        assertThat(CollationCodePage.of(collation)).contains(Charset.forName("windows-1252"));
    }
}
