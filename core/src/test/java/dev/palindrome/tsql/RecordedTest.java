package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.LittleStack;
import dev.palindrome.tsql.Recorded.Fact;
import org.junit.jupiter.api.Test;

class RecordedTest {

    @Test
    void readsWhatItWrites() {
        Recorded recorded = Recorded.nothing()
                .with(Fact.TYPE, "nvarchar(50)")
                .with(Fact.DEFAULT, "('a\\\"b')\r\n-- c")
                .withYes(Fact.DEFAULT_SYSTEM_NAMED, true)
                .withYes(Fact.ROWGUIDCOL, false);

        assertThat(recorded.text())
                .isEqualTo("palindrome 1 type=\"nvarchar(50)\" default=\"('a\\\\\\\"b')\\r\\n-- c\""
                        + " default-system-named=\"yes\"");
        assertThat(Recorded.parse(recorded.text())).isEqualTo(recorded);
        assertThat(recorded.is(Fact.DEFAULT_SYSTEM_NAMED)).isTrue();
        assertThat(recorded.is(Fact.ROWGUIDCOL)).isFalse();
    }

    @Test
    void definitionsMayBeLong() {
        String definition = "a\\\"\n".repeat(LittleStack.MEGABYTE / 4);
        Recorded recorded = Recorded.nothing().with(Fact.DEFINITION, definition);

        assertThat(LittleStack.run(() -> Recorded.parse(recorded.text()))).isEqualTo(recorded);
    }

    @Test
    void otherCommentsHoldNothing() {
        assertThat(Recorded.parse("a user's own").facts()).isEmpty();
    }
}
