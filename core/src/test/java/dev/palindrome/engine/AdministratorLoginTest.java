package dev.palindrome.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdministratorLoginTest {

    /** It may come from a file that a person has written. */
    @Test
    void aQuotationMarkInThePasswordIsDoubled() {
        assertThat(new AdministratorLogin(new Secret("it's S3cret")).change())
                .isEqualTo("ALTER LOGIN [sa] WITH PASSWORD = N'it''s S3cret'");
    }
}
