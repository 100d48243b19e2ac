package dev.palindrome.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.sql.ErrorText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HiddenValuesTest {

    private static final SQLException DUPLICATE = new SQLException(
            "Violation of UNIQUE KEY constraint 'uq'. Cannot insert duplicate key in object 'dbo.users'. The duplicate key value is (ann@x.com).",
            "23000",
            2627);

    @BeforeEach
    void hide() {
        HiddenValues.fromNowOn();
    }

    @AfterEach
    void show() {
        HiddenValues.noLonger();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2627 | The duplicate key value is (ann@x.com).                                                       | The duplicate key value is
            2628 | String or binary data would be truncated in table 't', column 'c'. Truncated value: 'ann'.     | String or binary data would be truncated in table 't', column 'c'. Truncated value:
            245  | Conversion failed when converting the nvarchar value 'ann' to data type int.                   | Conversion failed when converting the nvarchar value
            244  | The conversion of the varchar value 'ann' overflowed an INT1 column.                           | The conversion of the varchar value
            220  | Arithmetic overflow error for data type tinyint, value = 300.                                  | Arithmetic overflow error for data type tinyint, value =
            23505 | Unique index or primary key violation: "dbo.uq ON dbo.t(a) VALUES ('ann')"; SQL statement: x  | Unique index or primary key violation:
            22001 | Value too long for column "a CHARACTER VARYING(3)": "'ann@x' (5)"                             | Value too long for column
            22018 | Data conversion error converting "ann"; SQL statement: x                                      | Data conversion error converting
            245  | Msg 245: 'ann': a text cannot be read as int.                                                 | Msg 245:
            0    | For input string: "ann"                                                                       | For input string:
            0    | Text 'ann' could not be parsed at index 0                                                      | Text
            22007 | Cannot parse "DATE" constant "ann"                                                            | Cannot parse "DATE" constant
            23506 | Referential integrity constraint violation: "fk: dbo.t FOREIGN KEY(a) REFERENCES dbo.p(id) ('ann')" | Referential integrity constraint violation:
            """)
    void areLeftOutOfWhateverQuotesThem(int number, String message, String begin) {
        String shown = begin + " … (the value is left out)";

        assertThat(HiddenValues.in(message)).isEqualTo(shown);
        assertThat(HiddenValues.in(shown))
                .as("nothing is left out of what has none")
                .isEqualTo(shown);
        assertThat(ErrorText.of(new SQLException(message, "S0001", number))).isEqualTo(shown);
    }

    @Test
    void areLeftOutOfOurErrorsAndTheirCausesAndWhatStandsBehindThemStays() {
        PalindromeException error = new PalindromeException(
                "It failed: " + ErrorText.of(DUPLICATE) + ". " + DUPLICATE.getMessage() + " Do that.",
                new IllegalStateException("Outside of " + DUPLICATE.getMessage(), DUPLICATE));

        assertThat(whole(error))
                .doesNotContain("ann@x.com")
                .contains("Do that.")
                .contains("constraint 'uq'");
    }

    @Test
    void areKnownByNumberInAnyLanguage() {
        SQLException german = new SQLException(
                "Verletzung der UNIQUE KEY-Einschränkung \"uq\". Der doppelte Schlüsselwert ist (ann@x.com).",
                "23000",
                2627);

        assertThat(whole(new PalindromeException("Es ging schief.", german))).doesNotContain("ann@x.com");
    }

    @Test
    void areShownUntilThen() {
        HiddenValues.noLonger();

        assertThat(whole(new PalindromeException("It failed: " + DUPLICATE.getMessage(), DUPLICATE)))
                .contains("It failed: Violation")
                .contains("(ann@x.com)");
    }

    private static String whole(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
