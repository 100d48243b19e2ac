package dev.palindrome.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.progress.TimeSpent.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeSpentTest {

    private final TimeSpent spent = new TimeSpent();

    @Test
    void whereNothingWasDoneThereIsNothingToSay() {
        assertThat(spent.summary()).isEmpty();
    }

    @Test
    void eachKindHasItsNumberItsTimeAndItsSlowest() {
        spent.add(Kind.RESET, 1, Duration.ofMillis(3), "first()");
        spent.add(Kind.RESET, 1, Duration.ofMillis(150), "second()");
        spent.add(Kind.RESET, 1, Duration.ofMillis(7), "third()");
        spent.add(Kind.MIGRATION, 12, Duration.ofMillis(4540), "OrdersTest");
        spent.add(Kind.START, 1, Duration.ofSeconds(61), "");
        assertThat(spent.summary())
                .contains("1 start 61.0 s, 12 migrations 4.5 s (slowest: OrdersTest, 4.5 s),"
                        + " 3 resets 0.2 s (slowest: second(), 0.2 s)");
    }

    @Test
    void whoeverItIsDoneForIsNamed() {
        String outer = TimeSpent.on("OuterTest", () -> {
            String inner = TimeSpent.on("OuterTest.test()", () -> {
                spent.add(Kind.SEED, 1, Duration.ofMillis(90), "a database");
                return "inner";
            });
            spent.add(Kind.ROUND_TRIP, 1, Duration.ofMillis(90), "a database");
            return inner;
        });
        spent.add(Kind.RESET, 1, Duration.ofMillis(90), "a database");
        assertThat(outer).isEqualTo("inner");
        assertThat(spent.summary())
                .contains("1 round trip 90 ms (slowest: OuterTest, 90 ms),"
                        + " 1 seed 90 ms (slowest: OuterTest.test(), 90 ms),"
                        + " 1 reset 90 ms (slowest: a database, 90 ms)");
    }

    @Test
    void whatGoesWrongTakesTimeAsWell() {
        assertThatThrownBy(() -> spent.measure(Kind.SEED, "x", () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(spent.summary().orElseThrow()).matches("1 seed \\d+ ms \\(slowest: x, \\d+ ms\\)");
    }
}
