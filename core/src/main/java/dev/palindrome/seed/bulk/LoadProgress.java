package dev.palindrome.seed.bulk;

import dev.palindrome.progress.LongStep;
import dev.palindrome.schema.Table;
import dev.palindrome.text.VisibleLog;
import java.time.Duration;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Says in the log, every two seconds of a longer load, how far it has come: table, rows, rate and remaining time. A load
 * of less says nothing. Values are never logged.
 */
public final class LoadProgress {

    private static final VisibleLog LOG = VisibleLog.of(LoadProgress.class);

    private static final long INTERVAL = Duration.ofSeconds(2).toNanos();

    private static final double NANOS = 1e9;

    private final Table table;
    private final Share share;
    private final LongSupplier nanoClock;
    private final long start;
    private long next;
    private long rows;

    /** How much is done when so many rows are done: from 0 to 1; less than 0 if nobody knows. */
    @FunctionalInterface
    interface Share {
        double of(long rows);
    }

    LoadProgress(Table table, Share share, LongSupplier nanoClock) {
        this.table = table;
        this.share = share;
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
        this.next = start + INTERVAL;
    }

    /** Of rows that nobody has counted. */
    public static LoadProgress of(Table table) {
        return new LoadProgress(table, rows -> -1, System::nanoTime);
    }

    /** Of rows that are known to be so many. */
    public static LoadProgress of(Table table, long total) {
        return new LoadProgress(table, rows -> total == 0 ? 1 : (double) rows / total, System::nanoTime);
    }

    /** Of rows that come from something of which so much is read, from 0 to 1. */
    public static LoadProgress of(Table table, DoubleSupplier read) {
        return new LoadProgress(table, rows -> read.getAsDouble(), System::nanoTime);
    }

    /** So many more rows have been sent. */
    void add(long sent) {
        rows += sent;
        long now = nanoClock.getAsLong();
        if (now - next >= 0) {
            next = now + INTERVAL;
            LongStep.heardOfThisThread();
            LOG.info("{}: {} rows, {}{}", table, grouped(rows), rate(now), remaining(share.of(rows), now));
        }
    }

    /** All rows are in. */
    public void end() {
        long now = nanoClock.getAsLong();
        if (now - start >= INTERVAL) {
            LOG.info("{}: {} rows in {} s, {}", table, grouped(rows), seconds(now - start), rate(now));
        }
    }

    private String rate(long now) {
        return grouped(Math.round(rows / Math.max((now - start) / NANOS, 1e-3))) + " rows/s";
    }

    private String remaining(double done, long now) {
        return done <= 0 || done > 1 ? "" : ", " + seconds(Math.round((now - start) * (1 - done) / done)) + " s left";
    }

    private static String seconds(long nanos) {
        return grouped(Math.round(nanos / NANOS));
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
