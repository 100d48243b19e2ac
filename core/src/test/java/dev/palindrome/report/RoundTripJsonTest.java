package dev.palindrome.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.roundtrip.PlannedTrip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundTripJsonTest {

    @Test
    void whatIsEmptyStaysOnItsLine() {
        assertThat(RoundTripJson.of(PlannedTrip.report(), "a")).isEqualTo("""
                        {
                          "formatVersion": 1,
                          "name": "a",
                          "reversible": true,
                          "roundTrips": []
                        }
                        """);
    }

    @Test
    void whatWouldEndAStringIsEscaped() {
        assertThat(inString("say \"x\" in C:\\temp")).isEqualTo("say \\\"x\\\" in C:\\\\temp");
    }

    @ParameterizedTest
    @CsvSource({
        "0, \\u0000",
        "9, \\t",
        "10, \\n",
        "13, \\r",
        "31, \\u001F",
        "127, \\u007F",
        "0x9B, \\u009b",
        "0x202E, \\u202e",
        "0x2028, \\u2028",
        "0x2029, \\u2029"
    })
    void controlCharactersAndLineSeparatorsAreEscaped(String codePoint, String escaped) {
        assertThat(inString(Character.toString(Integer.decode(codePoint)))).isEqualTo(escaped);
    }

    @Test
    void otherAlphabetsStayAsTheyAre() {
        assertThat(inString("größer 汉字")).isEqualTo("größer 汉字");
    }

    @Test
    void charactersOfTwoHalvesAreEscapedForOneHalfHasNoUtf8() {
        assertThat(inString("😀 \uD83D!")).isEqualTo("\\ud83d\\ude00 \\ud83d!");
    }

    private static String inString(String value) {
        String json = RoundTripJson.of(PlannedTrip.report(), value);
        return json.substring(
                "{\n  \"formatVersion\": 1,\n  \"name\": \"".length(), json.indexOf("\",\n  \"reversible\""));
    }
}
