package dev.palindrome.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CausesTest {

    @Test
    void areInOrder() {
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);

        assertThat(Causes.of(second)).containsExactly(second, first);
        assertThat(Causes.of(null)).isEmpty();
    }

    @Test
    void endWhereTwoLeadToEachOther() {
        Exception one = new Exception("one");
        Exception other = new Exception("other", one);
        one.initCause(other);

        assertThat(Causes.of(one)).containsExactly(one, other);
    }
}
