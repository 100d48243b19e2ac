package dev.palindrome.seed.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoadProgressTest {

    private static final Table TABLE = SchemaSnapshot.parse("palindrome schema 1\ntable [dbo].[users]\n")
            .tables()
            .get(0);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

    @Test
    void speaksEveryTwoSeconds() {
        LoadProgress progress = new LoadProgress(TABLE, rows -> rows / 10_000.0, nanos::get);

        try (CapturedLog log = new CapturedLog(LoadProgress.class)) {
            after(1999, () -> progress.add(500));
            after(1, () -> progress.add(500));
            after(1000, () -> progress.add(500));
            after(1500, () -> progress.add(1000));
            after(1500, () -> progress.add(7500));
            progress.end();

            assertThat(log.lines())
                    .containsExactly(
                            "INFO dbo.users: 1,000 rows, 500 rows/s, 18 s left",
                            "INFO dbo.users: 2,500 rows, 556 rows/s, 14 s left",
                            "INFO dbo.users: 10,000 rows in 6 s, 1,667 rows/s");
        }
    }

    @Test
    void saysNothingAboutTheRestWhereNobodyKnows() {
        LoadProgress progress = new LoadProgress(TABLE, rows -> -1, nanos::get);

        try (CapturedLog log = new CapturedLog(LoadProgress.class)) {
            after(2000, () -> progress.add(1_000_000));

            assertThat(log.lines()).containsExactly("INFO dbo.users: 1,000,000 rows, 500,000 rows/s");
        }
    }

    @Test
    void saysNothingAboutAShortLoad() {
        LoadProgress progress = new LoadProgress(TABLE, rows -> 1, nanos::get);

        try (CapturedLog log = new CapturedLog(LoadProgress.class)) {
            after(1900, () -> progress.add(10));
            progress.end();

            assertThat(log.lines()).isEmpty();
        }
    }

    private void after(long millis, Runnable what) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
        what.run();
    }
}
