package dev.palindrome.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.error.PalindromeException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What drivers and Flyway say is printed as a cause: it steers neither a terminal nor a CI's runner. */
class VisibleCauseTest {

    private static final String HOSTILE = "a\u001b[2J\r\n  ::error::b ##[set-env name=PATH]c";
    private static final String VISIBLE = "a\u241b[2J\n  \\::error::b #\\#[set-env name=PATH]c";

    private static String printed(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void aCauseIsShownVisibly() {
        IOException root = new IOException(HOSTILE);
        root.addSuppressed(new IllegalStateException(HOSTILE));
        PalindromeException error = new PalindromeException("It failed", new IllegalArgumentException("plain", root));

        String printed = printed(error);

        assertThat(printed)
                .doesNotContain("\u001b", "##[")
                .contains(
                        "Caused by: java.lang.IllegalArgumentException: plain",
                        "Caused by: java.io.IOException: " + VISIBLE,
                        "Suppressed: java.lang.IllegalStateException: " + VISIBLE,
                        "at " + VisibleCauseTest.class.getName());
        assertThat(printed.lines().map(String::strip)).noneMatch(line -> line.startsWith("::"));
    }

    @Test
    void aDatabasesErrorKeepsItsStateAndCode() {
        SQLException refusal = new SQLException(HOSTILE, "S0001", 2627);

        assertThat(new PalindromeException("It failed", refusal).getCause())
                .isInstanceOf(SQLException.class)
                .hasMessage(VISIBLE)
                .hasToString("java.sql.SQLException: " + VISIBLE)
                .extracting(
                        cause -> ((SQLException) cause).getSQLState(), cause -> ((SQLException) cause).getErrorCode())
                .containsExactly("S0001", 2627);
    }

    @Test
    void aCauseThatCanBeSeenIsItself() {
        Exception plain = new IOException("a\r\nb", new SQLException("c"));

        assertThat(new PalindromeException("It failed", plain).getCause()).isSameAs(plain);
        assertThat(new PalindromeException("It failed", null)).hasNoCause();
    }

    @Test
    void errorsThatCauseEachOtherComeToAnEnd() {
        IOException one = new IOException(HOSTILE);
        IOException other = new IOException("other", one);
        one.initCause(other);

        assertThat(printed(new PalindromeException("It failed", one)))
                .contains("Caused by: java.io.IOException: other")
                .doesNotContain("\u001b");
    }
}
