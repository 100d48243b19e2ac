package dev.palindrome.production.mask.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.production.mask.value.FakeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSearchTest {

    private final SoughtValues sought = new SoughtValues();
    private final TextSearch search = new TextSearch(sought);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada.b@real.example",
                "ADA.B@Real.Example",
                "<ada.b@real.example>",
                "mailto:ada.b@real.example?subject=x",
                "from=ada.b@real.example",
                "Write to ada.b@real.example. Or do not.",
                "{\"email\": \"ada.b@real.example\"}",
                "x@y.example, ada.b@real.example"
            })
    void anAddressIsFoundInAnyText(String text) {
        sought.add(FakeKind.EMAIL, "ada.b@real.example");

        assertThat(search.finds(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "@", "ada.b@", "b.ada.b@real.example.org", "ada.b@real.examples", "ada.b at real.example"})
    void anotherAddressIsNot(String text) {
        sought.add(FakeKind.EMAIL, "ada.b@real.example");

        assertThat(search.finds(text)).isFalse();
    }

    /** What a column of addresses may hold beside them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada B <ada.b@real.example>",
                "x@y.example; ada.b@real.example",
                "mailto:ada.b@real.example",
                "'ada.b@real.example'",
                "\uD83D\uDE00ada.b@real.example"
            })
    void anAddressIsFoundThatStoodInALongerValue(String original) {
        sought.add(FakeKind.EMAIL, original);

        assertThat(search.finds("Write to ada.b@real.example today")).isTrue();
        assertThat(search.finds(original)).isTrue();
        assertThat(search.finds("Write to b.b@real.example today")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89370400440532013000",
                "de89 3704 0044 0532 0130 00",
                "IBAN: DE89-3704-0044-0532-0130-00, thanks",
                "pay 12 to DE89 3704 0044 0532 0130 00 today"
            })
    void aNumberIsFoundWhateverStandsBetweenItsDigits(String text) {
        sought.add(FakeKind.IBAN, "DE89 3704 0044 0532 0130 00");

        assertThat(search.finds(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "DE89", "DE89370400440532013001", "xDE89370400440532013000", "DE89 3704\n0044 0532 0130 00"})
    void anotherNumberIsNot(String text) {
        sought.add(FakeKind.IBAN, "DE89 3704 0044 0532 0130 00");

        assertThat(search.finds(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada.b\uFF20real.example",
                "\uFF41da.b\uFF20real\uFF0Eexample",
                "{\"email\": \"ada.b\\u0040real.example\"}",
                "{\"email\": \"ada\\u002Eb\\u0040real.example\"}",
                "/users?email=ada.b%40real.example&page=2",
                "/users?email=ada%2Eb%40real.example",
                "Write to ada.b&#64;real.example",
                "<a>ada.b&#X40;real.example</a>"
            })
    void anAddressIsFoundWhoseAtIsWrittenOtherwise(String text) {
        sought.add(FakeKind.EMAIL, "ada.b@real.example");

        assertThat(search.finds(text)).isTrue();
        assertThat(search.finds(text.replace("real", "rea1"))).isFalse();
    }

    @Test
    void anOriginalWhoseAtIsWrittenOtherwiseIsLookedFor() {
        sought.add(FakeKind.EMAIL, "ada.b\uFF20real.example");

        assertThat(search.finds("Write to ada.b@real.example")).isTrue();
        assertThat(sought.notSought()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0171 1234567",
                "0171/123 45 67",
                "0049 171 1234567",
                "+49 (0) 171 1234567",
                "+49 171 1234567",
                "(+49) 171 1234567",
                "171-1234567",
                "call_0171_1234567_now",
                "0171\u20111234\u2011567",
                "0171\u00A01234\u202F567",
                "0171\u200B1234567",
                "\uFF10\uFF11\uFF17\uFF11 1234567"
            })
    void aNumberWithACodeIsFoundHoweverACountryWritesIt(String text) {
        sought.add(FakeKind.PHONE, "+49 171 1234567");

        assertThat(search.finds(text)).isTrue();
        assertThat(search.finds(text.replace("123", "124"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+49 171 1234567", "0049171 1234567", "tel:+49-171-1234567", "+49 (0)171 1234567"})
    void aNumberOfACountryIsFoundWithItsCode(String text) {
        sought.add(FakeKind.PHONE, "0171/1234567");

        assertThat(search.finds(text)).isTrue();
        assertThat(search.finds(text.replace("123", "124"))).isFalse();
    }

    @Test
    void ofWholeNumbersThoseOfNineDigitsAreFoundAlsoWithoutTheirZero() {
        sought.add(FakeKind.PHONE, "0171 1234567");
        sought.add(FakeKind.NATIONAL_ID, "123-45-6789");
        sought.add(FakeKind.PHONE, "555 1234");

        assertThat(sought.hasWholeNumber("1711234567")).isTrue();
        assertThat(sought.hasWholeNumber("123456789")).isTrue();
        assertThat(sought.hasWholeNumber("123456780")).isFalse();
        assertThat(sought.hasWholeNumber("5551234")).isFalse();
    }

    @Test
    void whatIsTooShortIsCountedAndNotLookedFor() {
        sought.add(FakeKind.PHONE, "110");
        sought.add(FakeKind.PHONE, "112");
        sought.add(FakeKind.EMAIL, "unknown");

        assertThat(search.finds("call 110")).isFalse();
        assertThat(sought.notSought()).containsEntry(FakeKind.PHONE, 2).containsEntry(FakeKind.EMAIL, 1);
        assertThat(sought.size()).isZero();
    }

    /** Time grows with the length alone. */
    @Test
    void longTextsWithoutEndAreRead() {
        sought.add(FakeKind.EMAIL, "ada.b@real.example");
        sought.add(FakeKind.PHONE, "0171 1234567");

        assertThat(search.finds("a.".repeat(200_000) + "@" + "b.".repeat(200_000)))
                .isFalse();
        assertThat(search.finds("@".repeat(200_000))).isFalse();
        assertThat(search.finds("1 ".repeat(200_000))).isFalse();
        assertThat(search.finds("+4".repeat(200_000))).isFalse();
        assertThat(search.finds("%40".repeat(200_000))).isFalse();
    }
}
