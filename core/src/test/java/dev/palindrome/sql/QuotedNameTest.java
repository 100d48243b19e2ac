package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedNameTest {

    @Test
    void doublesAQuotationMarkWithin() {
        assertThat(QuotedName.of("dbo", "a \"b\" [c]")).isEqualTo("\"dbo\".\"a \"\"b\"\" [c]\"");
    }
}
