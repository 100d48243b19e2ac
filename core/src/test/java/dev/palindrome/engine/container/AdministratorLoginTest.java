package dev.palindrome.engine.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.engine.server.Secret;
import org.junit.jupiter.api.Test;

class AdministratorLoginTest {

    /** It may come from a file that a person has written. */
    @Test
    void aQuotationMarkInThePasswordIsDoubled() {
        assertThat(new AdministratorLogin(new Secret("it's S3cret")).change())
                .isEqualTo("ALTER LOGIN [sa] WITH PASSWORD = N'it''s S3cret'");
    }
}
