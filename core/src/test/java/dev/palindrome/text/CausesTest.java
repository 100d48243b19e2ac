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
    void theFirstOfAKindIsFound() {
        IllegalStateException first = new IllegalStateException("first");
        Exception second = new Exception("second", first);

        assertThat(Causes.first(second, RuntimeException.class)).containsSame(first);
        assertThat(Causes.first(first, Error.class)).isEmpty();
    }

    @Test
    void endWhereTwoLeadToEachOther() {
        Exception one = new Exception("one");
        Exception other = new Exception("other", one);
        one.initCause(other);

        assertThat(Causes.of(one)).containsExactly(one, other);
    }
}
