package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuotedTest {

    @Test
    void putsNamesInBrackets() {
        assertThat(Quoted.table("dbo", "my \"users\"")).isEqualTo("[dbo].[my \"users\"]");
    }

    @Test
    void putsNamesWithABracketInQuotes() {
        assertThat(Quoted.list(List.of("id", "a ]\" b"))).isEqualTo("[id], \"a ]\"\" b\"");
    }
}
