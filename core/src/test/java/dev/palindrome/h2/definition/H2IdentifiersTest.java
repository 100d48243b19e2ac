package dev.palindrome.h2.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H2IdentifiersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"id\" INTEGER                    | \"id\" INTEGER",
                "\"dbo\".U&\"gr\\00f6\\00dfe\" INTEGER | \"dbo\".\"größe\" INTEGER",
                "U&\"\\+01f600\"                    | \"😀\"",
                "U&\"a\"\"\\00f6\", U&\"\\00e9\"      | \"a\"\"ö\", \"é\"",
                "U&\"a\\\\b\\00f6\"                 | \"a\\bö\"",
                "'U&\"x\\00f6\"' U&\"\\00f6\"       | 'U&\"x\\00f6\"' \"ö\"",
                "\"U&\"\"\\00f6\" U&\"\\00f6\"      | \"U&\"\"\\00f6\" \"ö\""
            })
    void namesComeInThePlainForm(String h2, String plain) {
        assertThat(H2Identifiers.plain(h2)).isEqualTo(plain);
    }
}
