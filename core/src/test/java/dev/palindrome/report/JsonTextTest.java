package dev.palindrome.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {

    @Test
    void anEmptyObjectIsClosedAtOnce() {
        assertThat(JsonText.of(Map.of())).isEqualTo("{}\n");
    }

    @Test
    void membersKeepTheirOrderAndStandOnLinesOfTheirOwn() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", "a");
        object.put("rows", 3L);
        object.put("gone", true);
        object.put("inner", Map.of("list", List.of("x", List.of(), 2)));
        assertThat(JsonText.of(object)).isEqualTo("""
                        {
                          "name": "a",
                          "rows": 3,
                          "gone": true,
                          "inner": {
                            "list": [
                              "x",
                              [],
                              2
                            ]
                          }
                        }
                        """);
    }

    @Test
    void whatWouldEndAStringIsEscaped() {
        assertThat(inString("say \"x\" in C:\\temp")).isEqualTo("say \\\"x\\\" in C:\\\\temp");
    }

    @ParameterizedTest
    @CsvSource({"0, \\u0000", "9, \\t", "10, \\n", "13, \\r", "31, \\u001f", "0x2028, \\u2028", "0x2029, \\u2029"})
    void controlCharactersAndLineSeparatorsAreEscaped(String codePoint, String escaped) {
        assertThat(inString(Character.toString(Integer.decode(codePoint)))).isEqualTo(escaped);
    }

    @Test
    void otherAlphabetsStayAsTheyAre() {
        assertThat(inString("größer 汉字 😀")).isEqualTo("größer 汉字 😀");
    }

    @Test
    void halfACharacterIsEscapedForItHasNoUtf8() {
        assertThat(inString("\uD83D!")).isEqualTo("\\ud83d!");
    }

    @Test
    void namesAreEscapedLikeValues() {
        assertThat(JsonText.of(Map.of("a\"b", 1))).isEqualTo("{\n  \"a\\\"b\": 1\n}\n");
    }

    @Test
    void whatJsonDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> JsonText.of(Map.of("pi", 3.14)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not known to JSON: class java.lang.Double");
    }

    private static String inString(String value) {
        String json = JsonText.of(Map.of("v", value));
        return json.substring("{\n  \"v\": \"".length(), json.length() - "\"\n}\n".length());
    }
}
