package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollationNameTest {

    @ParameterizedTest
    @CsvSource({
        "Latin1_Genral_CI_AS, Latin1_General_CI_AS",
        "Latin_General_100_CI_AS_SC_UTF8, Latin1_General_100_CI_AS_SC_UTF8",
        "sql_latin1_genral_cp1_ci_as, SQL_Latin1_General_cp1_ci_as",
        "Japanese_XIJS_140_CS_AS_KS_WS_VSS, Japanese_XJIS_140_CS_AS_KS_WS_VSS",
        "Polsh_BIN2, Polish_BIN2"
    })
    void saysWhichIsMeant(String name, String meant) {
        assertThat(CollationName.meant(name)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Latin1_General_CI_AS",
                "latin1_general_100_ci_as_ks_ws_sc_utf8",
                "Latin1_General_100_BIN2_UTF8",
                "SQL_Latin1_General_CP1_CI_AS",
                "SQL_Latin1_General_Pref_CP850_CI_AS",
                "SQL_EBCDIC037_CP1_CS_AS",
                "SQL_1xCompat_CP850_CI_AS",
                "Compatibility_42_409_30003",
                "Chinese_Simplified_Pinyin_160_CI_AS_SC_UTF8",
                "Macedonian_FYROM_90_CS_AI_WS",
                "Klingon_200_CI_AS",
                "UTF8_BIN2"
            })
    void takesWhatThereIsOrMayBeSomeDay(String name) {
        assertThat(CollationName.meant(name)).isEmpty();
    }
}
