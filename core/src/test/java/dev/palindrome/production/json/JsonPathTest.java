package dev.palindrome.production.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$",
                "$.email",
                "$.contact.email",
                "$.\"first name\"",
                "$.\"a.b\"",
                "$.\"say \\\"it\\\"\"",
                "$.\"\"",
                "$.phones[0]",
                "$.items[*].email",
                "$[*]",
                "$.*",
                "$.*.name",
                "$..email",
                "$..\"e mail\"",
                "$..*",
                "$.größe",
                "$.first-name"
            })
    void isWrittenAsItIsRead(String path) throws JsonPathException {
        assertThat(JsonPath.parse(path)).hasToString(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "email         | 0 | a path begins with $.",
                "lax $.email   | 0 | a path begins with $.",
                "$email        | 1 | a step of a path begins with a dot or a bracket: $.name, $.\"odd name\", $.items[0], $.items[*].",
                "$.            | 2 | the name of a member is missing. A name with other signs than letters, digits, _ and - stands in double quotes: $.\"odd name\".",
                "$.a.@b        | 4 | the name of a member is missing. A name with other signs than letters, digits, _ and - stands in double quotes: $.\"odd name\".",
                "$.\"a         | 2 | a \" is missing that closes the name of a member.",
                "$.a[          | 4 | in brackets stands the number of an element, from 0, or * for all. The name of a member stands behind a dot: $.\"odd name\".",
                "$['a']        | 2 | in brackets stands the number of an element, from 0, or * for all. The name of a member stands behind a dot: $.\"odd name\".",
                "$[last]       | 2 | in brackets stands the number of an element, from 0, or * for all. The name of a member stands behind a dot: $.\"odd name\".",
                "$[1 to 2]     | 3 | a ] is missing behind the number of an element, or *. Ranges and lists are not known here.",
                "$[1,2]        | 3 | a ] is missing behind the number of an element, or *. Ranges and lists are not known here.",
                "$.a b         | 3 | a path ends there, and something comes behind it."
            })
    void whatIsNoneIsSaidWithItsPlace(String path, int at, String message) {
        assertThatThrownBy(() -> JsonPath.parse(path)).isInstanceOfSatisfying(JsonPathException.class, e -> {
            assertThat(e).hasMessage(message);
            assertThat(e.at()).isEqualTo(at);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$.contact.email  | $.contact.email        | true",
                "$.contact.email  | $.Contact.EMAIL        | true",
                "$.contact        | $.contact.email        | true",
                "$.contact.email  | $.contact              | false",
                "$..email         | $.a[*].b.email         | true",
                "$..email         | $.email.old            | true",
                "$..email         | $.a.mail               | false",
                "$.items[*].email | $.items[*].email       | true",
                "$.items[0].email | $.items[*].email       | false",
                "$.*.email        | $.items[*].email       | false",
                "$.*.email        | $.*.email              | true",
                "$.a.email        | $.*.email              | false",
                "$..*             | $.a[*]                 | true",
                "$                | $.a                    | true",
                "$..items[*]      | $.a.items[*].items[*]  | true"
            })
    void coversWhatIsInWhatItNames(String path, String other, boolean covers) throws JsonPathException {
        assertThat(JsonPath.parse(path).covers(JsonPath.parse(other))).isEqualTo(covers);
    }

    @Test
    void namesThatCouldBeSomebodysStandForAny() {
        assertThat(JsonPath.step("email")).isEqualTo(".email");
        assertThat(JsonPath.step("line 2")).isEqualTo(".\"line 2\"");
        assertThat(JsonPath.step("ada@real.example")).isEqualTo(".*");
        assertThat(JsonPath.step("+49 171 1234567")).isEqualTo(".*");
    }

    @Test
    void theMostExactIsKnown() throws JsonPathException {
        assertThat(JsonPath.parse("$.a[0].b").exactness()).isEqualTo(2);
        assertThat(JsonPath.parse("$.a[*].b").exactness()).isEqualTo(1);
        assertThat(JsonPath.parse("$..b").exactness()).isZero();
    }

    @Test
    void thereIsAnEndToItsSteps() {
        assertThatThrownBy(() -> JsonPath.parse("$" + ".a".repeat(61))).hasMessage("a path has at most 60 steps.");
    }
}
