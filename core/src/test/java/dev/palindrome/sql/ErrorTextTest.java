package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ErrorTextTest {

    private static final SQLException REFUSED = new SQLException(
            "Login failed for user 'x'. ClientConnectionId:0f8a33b6-8c5e-4d0f-9a3e-5d6b0c4c2b1a", "S0001", 18456);

    @Test
    void hasNeitherAFullStopNorTheNumberOfAConnection() {
        assertThat(ErrorText.of(REFUSED)).isEqualTo("Login failed for user 'x'");
        assertThat(ErrorText.of(new SQLException("No.\nAt line 3."))).isEqualTo("No");
    }

    @Test
    void knowsALostConnectionByItsState() {
        assertThat(ErrorText.isConnectionLost(new SQLException("Connection reset", "08S01", 0)))
                .isTrue();
        assertThat(ErrorText.isConnectionLost(REFUSED)).isFalse();
        assertThat(ErrorText.isConnectionLost(new SQLException("No"))).isFalse();
    }

    @Test
    void saysOfH2WhatIsOfInterest() {
        String h2 =
                "Data conversion error converting \"CAST('it''s' AS VARCHAR_IGNORECASE(4)) (t_COPY_11_0: \"\"n\"\" INTEGER"
                        + " COMMENT 'palindrome 1 type=\"\"nvarchar(20)\"\"')\"; SQL statement:\nALTER TABLE t [22018-252]";

        assertThat(ErrorText.withoutStatement(h2))
                .isEqualTo("Data conversion error converting \"'it''s' (t: \"\"n\"\" INTEGER)\"");
        assertThat(ErrorText.withoutStatement("A VARCHAR_IGNORECASE of a server's own"))
                .isEqualTo("A VARCHAR_IGNORECASE of a server's own");
    }
}
