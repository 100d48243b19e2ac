package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedRowValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "2627|Violation of UNIQUE KEY constraint 'uq_users'. Cannot insert duplicate key in object 'dbo.users'. The"
                        + " duplicate key value is (ann@x.com, O'Neil (2)).|Violation of UNIQUE KEY constraint 'uq_users'. Cannot"
                        + " insert duplicate key in object 'dbo.users'. The duplicate key value is … (the value is left out)",
                "2627|Constraint 'uq (a)'. Object 'dbo.users'. Key (ann).|Constraint 'uq (a)'. Object 'dbo.users'. Key … (the"
                        + " value is left out)",
                "1505|The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name"
                        + " 'dbo.users' and the index name 'ux'. The duplicate key value is (ann).|The CREATE UNIQUE INDEX"
                        + " statement terminated because a duplicate key was found for the object name 'dbo.users' and the index"
                        + " name 'ux'. The duplicate key value is … (the value is left out)",
                "2628|String or binary data would be truncated in table 'prod.dbo.users', column 'name'. Truncated value:"
                        + " 'Ann's'.|String or binary data would be truncated in table 'prod.dbo.users', column 'name'. Truncated"
                        + " value: … (the value is left out)",
                "245|Conversion failed when converting the varchar value 'O'Neil' to data type int.|Conversion failed when"
                        + " converting the varchar value … (the value is left out)",
                "248|The conversion of the varchar value '12345678901' overflowed an int column.|The conversion of the varchar"
                        + " value … (the value is left out)",
                "220|Arithmetic overflow error for data type tinyint, value = 1234.|Arithmetic overflow error for data type"
                        + " tinyint, value = … (the value is left out)",
                "2627|ann|… (the value is left out)"
            })
    void isCutOff(int number, String message, String bare) {
        assertThat(QuotedRowValue.cutOff(error(number, message)))
                .get()
                .returns(bare, SQLException::getMessage)
                .returns(number, SQLException::getErrorCode);
    }

    @Test
    void whatComesWithItGoesToo() {
        SQLException whole = error(3621, "The statement has been terminated.");
        whole.setNextException(error(2627, "Key 'a' of 'b' (ann)."));

        SQLException bare = QuotedRowValue.cutOff(whole).orElseThrow();

        assertThat((Throwable) bare)
                .hasMessage("Key 'a' of 'b' … (the value is left out)")
                .hasNoCause();
        assertThat((Throwable) bare.getNextException()).isNull();
    }

    @Test
    void othersQuoteNone() {
        assertThat(QuotedRowValue.cutOff(
                        error(547, "The INSERT statement conflicted with the CHECK constraint \"ck\".")))
                .isEmpty();
    }

    private static SQLException error(int number, String message) {
        return new SQLException(message, "S0001", number);
    }
}
