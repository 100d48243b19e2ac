package dev.palindrome.progress;

import java.time.Duration;

/** The time that goes by, for whoever says something every so often. */
public interface Pace {

    /**
     * What a clock on the wall says.
     *
     * @return nanoseconds since some moment
     */
    long nanos();

    /**
     * Does something again and again.
     *
     * @param interval from now to the first time, and from one time to the next
     * @param action what, on whatever thread
     * @return ends it
     */
    Runnable every(Duration interval, Runnable action);
}
