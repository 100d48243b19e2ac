package dev.palindrome.seed.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.SchemaSnapshot;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueDomainsTest {

    /** The greatest times are whole hours, so that no rounding leads out of the range. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BIT            | 0                      | 1
            TINYINT        | 0                      | 255
            BIGINT         | -9223372036854775808   | 9223372036854775807
            DECIMAL(5,2)   | -999.99                | 999.99
            DECIMAL        | -999999999999999999    | 999999999999999999
            MONEY          | -922337203685477.5808  | 922337203685477.5807
            SMALLMONEY     | -214748.3648           | 214748.3647
            DATE           | 0001-01-01T00:00       | 9999-12-31T00:00
            DATETIME       | 1753-01-01T00:00       | 9999-12-31T23:00
            SMALLDATETIME  | 1900-01-01T00:00       | 2079-06-06T23:00
            DATETIME2(3)   | 0001-01-01T00:00       | 9999-12-31T23:00
            DATETIMEOFFSET | 0001-01-01T00:00Z      | 9999-12-31T23:00Z
            TIME(0)        | 00:00                  | 23:59:59
            """)
    void reachFromTheLeastToTheGreatestValueOfTheType(String type, String least, String greatest) {
        ValueDomain domain = domain(type);

        assertThat(domain.least()).hasToString(least);
        assertThat(domain.greatest()).hasToString(greatest);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SMALLDATETIME | 2079-06-06 23:59        | 2079-06-06T23:59
            DATETIME      | 9999-12-31 23:59:59.997 | 9999-12-31T23:59:59.990
            DATETIME2(3)  | 9999-12-31 23:59:59.999 | 9999-12-31T23:59:59.999
            SMALLMONEY    | -214748.3648            | -214748.3648
            """)
    void takeLiteralsUpToTheVeryEnd(String type, String literal, String value) {
        assertThat(domain(type).of(literal))
                .hasValueSatisfying(it -> assertThat(it).hasToString(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SYSNAME", "NVARCHAR(128)", "NTEXT", "NCHAR(4)"})
    void holdMoreThanAsciiWhereTheTypeIsUnicode(String type) {
        assertThat(domain(type))
                .isInstanceOfSatisfying(
                        TextDomain.class, text -> assertThat(text.isUnicode()).isTrue());
    }

    /** Whatever the page: where it has not a letter, the server puts another that looks like it. */
    @ParameterizedTest
    @ValueSource(strings = {"VARCHAR(50)", "CHAR(12)", "VARCHAR(3)", "VARCHAR(MAX)", "TEXT", "CHAR(1)"})
    void holdOnlyWhatEveryCodePageHoldsWhereTheTypeIsNotUnicode(String type) {
        ValueDomain domain = domain(type);
        SplittableRandom random = new SplittableRandom(1);

        assertThat(Stream.concat(
                        Stream.of(
                                domain.ordinary(random),
                                domain.awkward(random),
                                domain.least(),
                                domain.greatest(),
                                domain.longest(),
                                domain.empty()),
                        domain.all().stream()))
                .allSatisfy(text -> assertThat((String) text).matches("[ -~\\t\\r\\n]*"));
    }

    private static ValueDomain domain(String type) {
        SchemaSnapshot schema =
                SchemaSnapshot.parse("palindrome schema 1\ntable [dbo].[t]\n  column [c] " + type + " NULL\n");
        return new ValueDomains(schema)
                .of(schema.tables().get(0).columns().get(0))
                .orElseThrow();
    }
}
