package dev.palindrome.database.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseMarkTest {

    @Test
    void isReadAsWritten() {
        DatabaseMark mark = new DatabaseMark("ci; process=1", 4711, Instant.parse("2026-11-22T18:00:00Z"));
        assertThat(mark.text()).isEqualTo("host=ci; process=1; process=4711; made=2026-11-22T18:00:00Z");
        assertThat(DatabaseMark.parse(mark.text())).contains(mark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "true", "host=ci; process=x; made=2026-11-22T18:00:00Z", "host=ci; process=1; made=never"})
    void anythingElseIsNotOurs(String text) {
        assertThat(DatabaseMark.parse(text)).isEmpty();
    }

    @Test
    void itsProcessIsToldFromOthersThatHaveHadTheSameNumber() {
        DatabaseMark ofThis = DatabaseMark.ofThisJvm();
        assertThat(ofThis.isOfLivingProcess()).isTrue();
        assertThat(new DatabaseMark(ofThis.host(), ofThis.process(), Instant.parse("2020-01-01T00:00:00Z"))
                        .isOfLivingProcess())
                .isFalse();
        assertThat(new DatabaseMark(ofThis.host(), Long.MAX_VALUE, ofThis.made()).isOfLivingProcess())
                .isFalse();
        assertThat(new DatabaseMark("another " + ofThis.host(), ofThis.process(), ofThis.made()).isOfLivingProcess())
                .isFalse();
    }

    @Test
    void namesThisProcess() {
        assertThat(DatabaseMark.ofThisJvm().process())
                .isEqualTo(ProcessHandle.current().pid());
    }
}
