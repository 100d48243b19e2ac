package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredTypeTest {

    /** What is not said is what T-SQL adds: NVARCHAR is NVARCHAR(1), and not MAX. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NVARCHAR(50)      | 50  | -  | -
            nvarchar( max )   | -   | -  | -
            NVARCHAR          | 1   | -  | -
            BINARY            | 1   | -  | -
            VARBINARY(8000)   | 8000| -  | -
            SYSNAME           | 128 | -  | -
            TEXT              | -   | -  | -
            IMAGE             | -   | -  | -
            DECIMAL(9, 2)     | -   | 9  | 2
            DECIMAL(9)        | -   | 9  | 0
            NUMERIC           | -   | 18 | 0
            dec               | -   | 18 | 0
            MONEY             | -   | 19 | 4
            INTEGER           | -   | 10 | 0
            BIT               | -   | 1  | 0
            FLOAT             | -   | 53 | -
            FLOAT(24)         | -   | 24 | -
            FLOAT(25)         | -   | 53 | -
            DATETIME2         | -   | -  | 7
            TIME(0)           | -   | -  | 0
            DATETIMEOFFSET(3) | -   | -  | 3
            DATETIME          | -   | -  | 3
            SMALLDATETIME     | -   | -  | 0
            DATE              | -   | -  | 0
            UNIQUEIDENTIFIER  | -   | -  | -
            [dbo].[code]      | -   | -  | -
            """)
    void saysHowLongHowManyDigitsAndHowManyBehindThePoint(String text, String length, String precision, String scale) {
        DeclaredType type = DeclaredType.parse(text);

        assertThat(List.of(said(type.length()), said(type.precision()), said(type.scale())))
                .containsExactly(length, precision, scale);
    }

    private static String said(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "-";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FLOAT(1)     | REAL
            FLOAT(24)    | REAL
            FLOAT(25)    | FLOAT
            FLOAT        | FLOAT
            character(5) | CHAR
            TIMESTAMP    | ROWVERSION
            """)
    void isOneOfTheTypes(String text, SqlType type) {
        assertThat(DeclaredType.parse(text).sqlType()).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[dbo].[code]", "[INT]", "", "CODE(5)"})
    void isNoneOfThemWhereItIsTheUsersOwn(String text) {
        DeclaredType type = DeclaredType.parse(text);

        assertThat(type.sqlType()).isEmpty();
        assertThat(type.family()).isEmpty();
        assertThat(type).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DECIMAL(5,2) | -999.99                | 999.99
            DECIMAL(3,3) | -0.999                 | 0.999
            NUMERIC      | -999999999999999999    | 999999999999999999
            SMALLMONEY   | -214748.3648           | 214748.3647
            TINYINT      | 0                      | 255
            """)
    void knowsWhichNumbersItHolds(String text, String least, String greatest) {
        assertThat(DeclaredType.parse(text).numbers()).contains(NumberRange.of(least, greatest));
    }

    @Test
    void isWrittenWithItsNameInUpperCase() {
        assertThat(DeclaredType.parse("decimal( 18 , 2 )")).hasToString("DECIMAL(18,2)");
        assertThat(DeclaredType.parse("nvarchar(max)")).hasToString("NVARCHAR(max)");
    }
}
