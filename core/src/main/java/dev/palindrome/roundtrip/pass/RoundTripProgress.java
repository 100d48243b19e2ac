package dev.palindrome.roundtrip.pass;

import dev.palindrome.roundtrip.RoundTripVerification;
import dev.palindrome.roundtrip.verdict.Pass;
import dev.palindrome.text.VisibleLog;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Says every two seconds how far a round trip is. Whoever does a step of it tells. */
public final class RoundTripProgress {

    private static final VisibleLog LOG = VisibleLog.of(RoundTripVerification.class);

    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private static final Map<Pass, String> WAYS =
            Map.of(Pass.UP, "have gone up", Pass.DOWN, "have come down", Pass.UP_AGAIN, "have gone up again");

    private final LongSupplier clock;
    private final long begun;
    private final Map<Pass, Integer> reached = new EnumMap<>(Pass.class);
    private long said;
    private int all;

    public RoundTripProgress() {
        this(System::nanoTime);
    }

    RoundTripProgress(LongSupplier clock) {
        this.clock = clock;
        this.begun = clock.getAsLong();
        this.said = begun;
    }

    /** How many migrations there are. */
    public void of(int migrations) {
        all = migrations;
    }

    /** One more has gone a way. */
    void step(Pass pass) {
        reach(pass, reached.getOrDefault(pass, 0) + 1);
    }

    /** So many have gone a way, in this database or in another one. */
    void reach(Pass pass, int count) {
        boolean again = count <= reached.getOrDefault(pass, 0);
        reached.merge(pass, count, Math::max);
        say(
                again
                        ? count + " of " + all + " migrations go up in another database"
                        : count + " of " + all + " migrations " + WAYS.get(pass));
    }

    /** So many have been looked at by themselves. */
    void lookedAt(int count, int of) {
        say(count + " of " + of + " migrations have been looked at by themselves");
    }

    private void say(String what) {
        long now = clock.getAsLong();
        if (now - said >= BETWEEN.toNanos()) {
            said = now;
            LOG.info(
                    "The round trip goes on, after {} s: {}.",
                    Duration.ofNanos(now - begun).toSeconds(),
                    what);
        }
    }
}
