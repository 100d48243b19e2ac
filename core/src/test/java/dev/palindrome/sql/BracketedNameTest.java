package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BracketedNameTest {

    @Test
    void doublesAClosingBracketWithin() {
        assertThat(BracketedName.of(List.of("dbo", "a[b]c"))).isEqualTo("[dbo].[a[b]]c]");
    }

    @Test
    void listsNames() {
        assertThat(BracketedName.list(List.of("id", "e-mail"))).isEqualTo("[id], [e-mail]");
    }

    @Test
    void leavesBracketsOutWhereAPersonReadsTheNameWithoutThem() {
        assertThat(BracketedName.readable(List.of("dbo", "Größe_1", "order lines", "1st")))
                .isEqualTo("dbo.Größe_1.[order lines].[1st]");
    }
}
