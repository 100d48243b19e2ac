package dev.palindrome.roundtrip.pass;

import dev.palindrome.progress.LongStep;
import dev.palindrome.progress.Pace;
import dev.palindrome.roundtrip.RoundTripVerification;
import dev.palindrome.roundtrip.verdict.Pass;
import dev.palindrome.text.VisibleLog;
import java.util.EnumMap;
import java.util.Map;

/** Knows how far a round trip is, and has it said every two seconds. Whoever does a step of it tells. */
public final class RoundTripProgress implements AutoCloseable {

    private static final VisibleLog LOG = VisibleLog.of(RoundTripVerification.class);

    private static final String WHAT = "The round trip";

    private static final Map<Pass, String> WAYS =
            Map.of(Pass.UP, "have gone up", Pass.DOWN, "have come down", Pass.UP_AGAIN, "have gone up again");

    private final LongStep step;
    private final Map<Pass, Integer> reached = new EnumMap<>(Pass.class);
    private int all;

    public RoundTripProgress() {
        this(LongStep.begin(LOG, WHAT));
    }

    RoundTripProgress(Pace pace) {
        this(LongStep.begin(LOG, WHAT, pace));
    }

    private RoundTripProgress(LongStep step) {
        this.step = step;
    }

    /** How many migrations there are. */
    public void of(int migrations) {
        all = migrations;
        step.at("0 of " + all + " migrations " + WAYS.get(Pass.UP));
    }

    /** One more has gone a way. */
    void step(Pass pass) {
        reach(pass, reached.getOrDefault(pass, 0) + 1);
    }

    /** So many have gone a way, in this database or in another one. */
    void reach(Pass pass, int count) {
        boolean again = count <= reached.getOrDefault(pass, 0);
        reached.merge(pass, count, Math::max);
        step.at(
                again
                        ? count + " of " + all + " migrations go up in another database"
                        : count + " of " + all + " migrations " + WAYS.get(pass));
    }

    /** So many have been looked at by themselves. */
    void lookedAt(int count, int of) {
        step.at(count + " of " + of + " migrations have been looked at by themselves");
    }

    @Override
    public void close() {
        step.close();
    }
}
