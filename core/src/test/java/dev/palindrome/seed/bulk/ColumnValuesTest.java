package dev.palindrome.seed.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.seed.refusal.UnfitValueException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digits of other scripts are none to SQL Server (errors 245 and 8114). */
class ColumnValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TINYINT        | 255                         | 255
            BIGINT         | -9223372036854775808        | -9223372036854775808
            DECIMAL        | 12.5                        | 13
            DECIMAL(5,2)   | 999.994                     | 999.99
            SMALLMONEY     | -214748.3648                | -214748.3648
            DATE           | 9999-12-31                  | 9999-12-31
            SMALLDATETIME  | 2079-06-06 23:59:29         | 2079-06-06T23:59
            DATETIME       | 1753-01-01                  | 1753-01-01T00:00
            DATETIME       | 9999-12-31 23:59:59.998     | 9999-12-31T23:59:59.998
            DATETIME       | 9999-12-31 23:59:59.9984999 | 9999-12-31T23:59:59.998499900
            DATETIME2      | 9999-12-31 23:59:59.9999999 | 9999-12-31T23:59:59.999999900
            DATETIMEOFFSET | 9999-12-31 23:59:59 +00:00  | 9999-12-31T23:59:59Z
            NVARCHAR       | a                           | a
            SYSNAME        | a                           | a
            """)
    void areTakenUpToTheEndOfTheTypesRange(String type, String given, String value) throws UnfitValueException {
        assertThat(values(type).of(given)).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TINYINT       | 256                         | a whole number from 0 to 255
            TINYINT       | -1                          | a whole number from 0 to 255
            BIT           | 2                           | true, false, 1 or 0
            DECIMAL(5,2)  | 1000                        | a number with at most 3 digits before the point
            SMALLMONEY    | 214748.3648                 | a number from -214748.3648 to 214748.3647
            SMALLDATETIME | 2079-06-06 23:59:30         | a date and time from 1900-01-01 00:00 to 2079-06-06 23:59
            DATETIME      | 1752-12-31 23:59:59.999     | a date and time from 1753-01-01 to 9999-12-31 23:59:59.997
            DATETIME      | 9999-12-31 23:59:59.9985    | a date and time from 1753-01-01 to 9999-12-31 23:59:59.997
            DATETIME2     | +10000-01-01T00:00:00       | a date and time such as 2026-01-31 23:59:59
            NVARCHAR      | ab                          | a text of at most 1 characters
            INT           | ٣                           | a whole number from -2147483648 to 2147483647
            BIGINT        | ３                          | a whole number from -9223372036854775808 to 9223372036854775807
            DECIMAL(5,2)  | १२.5                        | a number with at most 3 digits before the point
            FLOAT         | ٣                           | a number
            DATE          | ٢٠٢٦-01-31                  | a date such as 2026-01-31
            DATE          | ٢٠٢٦٠١٣١                    | a date such as 2026-01-31
            TIME          | ٢٣:59:59                    | a time such as 23:59:59.1234567
            DATETIMEOFFSET | 2026-01-31 23:59:59 +٠١:00 | a date and time with an offset such as 2026-01-31 23:59:59 +01:00
            UNIQUEIDENTIFIER | ٦F9619FF-8B86-D011-B42D-00C04FC964FF | a GUID such as 6F9619FF-8B86-D011-B42D-00C04FC964FF
            BINARY(1)     | ٣٣                          | hexadecimal digits, two for each byte
            BIT           | ١                           | true, false, 1 or 0
            """)
    void areNotTakenBeyondIt(String type, String given, String wanted) {
        assertThatExceptionOfType(UnfitValueException.class)
                .isThrownBy(() -> values(type).of(given))
                .satisfies(e -> assertThat(e.wanted()).isEqualTo(wanted));
    }

    private static ColumnValues values(String type) {
        Column column = SchemaSnapshot.parse("palindrome schema 1\ntable [dbo].[t]\n  column [c] " + type + " NULL\n")
                .tables()
                .get(0)
                .columns()
                .get(0);
        return ColumnValues.of(column);
    }
}
