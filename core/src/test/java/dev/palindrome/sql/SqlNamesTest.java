package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlNamesTest {

    @Test
    void putsNamesInBrackets() {
        assertThat(SqlNames.table("dbo", "my \"users\"")).isEqualTo("[dbo].[my \"users\"]");
    }

    @Test
    void putsNamesWithABracketInQuotes() {
        assertThat(SqlNames.list(List.of("id", "a ]\" b"))).isEqualTo("[id], \"a ]\"\" b\"");
    }
}
