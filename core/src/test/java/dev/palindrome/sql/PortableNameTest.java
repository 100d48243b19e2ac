package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PortableNameTest {

    @Test
    void putsNamesInBrackets() {
        assertThat(PortableName.of("dbo", "my \"users\"")).isEqualTo("[dbo].[my \"users\"]");
    }

    @Test
    void putsNamesWithABracketInQuotes() {
        assertThat(PortableName.list(List.of("id", "a ]\" b"))).isEqualTo("[id], \"a ]\"\" b\"");
    }
}
