package dev.palindrome.production.mask.value;

import java.util.HashMap;
import java.util.Map;

/**
 * Puts the numbers below a product of two in a secret ring, so that each has one that follows it, which is another one, and no two
 * have the same. A Feistel network on two numbers, as FF1 of NIST SP 800-38G is one, says who stands where; where there are so
 * few that it would mix them badly (SP 800-38G asks for a million, and beside a half of one number it mixes nothing), a ring that
 * was drawn by the key. For one thread.
 */
final class KeyedCycle {

    private static final int ROUNDS = 8;

    /** Four digits, three letters. */
    private static final long MOST_DRAWN = 1 << 15;

    /** Tells what rings are drawn by from what goes into rounds, whose first numbers are multiples of another. */
    private static final long OF_RINGS = 0xD1B54A32D192ED03L;

    private final SipHash hash;
    private final Map<Integer, int[]> rings = new HashMap<>();

    KeyedCycle(SipHash hash) {
        this.hash = hash;
    }

    /**
     * A place in the space of pairs.
     *
     * @param left below its size
     * @param right below its size
     */
    record Pair(long left, long right) {}

    /**
     * Goes on along the ring.
     *
     * @param from where
     * @param leftSize how many there are on the left, 1 to 2^61
     * @param rightSize how many there are on the right, 1 to 2^61
     */
    Pair follow(Pair from, long leftSize, long rightSize) {
        if (leftSize <= MOST_DRAWN && rightSize <= MOST_DRAWN && leftSize * rightSize <= MOST_DRAWN) {
            int next = rings.computeIfAbsent((int) (leftSize * rightSize), this::drawn)[
                    (int) (from.left * rightSize + from.right)];
            return new Pair(next / rightSize, next % rightSize);
        }
        long[] at = {from.left, from.right};
        shuffle(at, leftSize, rightSize);
        at[1] = (at[1] + 1) % rightSize;
        at[0] = (at[0] + (at[1] == 0 ? 1 : 0)) % leftSize;
        unshuffle(at, leftSize, rightSize);
        return new Pair(at[0], at[1]);
    }

    /** What follows each: one of all rings there are (S. Sattolo, 1986), which is another one for another size. */
    private int[] drawn(int size) {
        int[] next = new int[size];
        for (int i = 1; i < size; i++) {
            next[i] = i;
        }
        for (int i = size - 1; i > 0; i--) {
            int other = (int) Long.remainderUnsigned(hash.hash(OF_RINGS + size, i), i);
            int kept = next[i];
            next[i] = next[other];
            next[other] = kept;
        }
        return next;
    }

    private void shuffle(long[] at, long leftSize, long rightSize) {
        for (int round = 0; round < ROUNDS; round += 2) {
            at[0] = (at[0] + number(round, at[1], leftSize)) % leftSize;
            at[1] = (at[1] + number(round + 1, at[0], rightSize)) % rightSize;
        }
    }

    private void unshuffle(long[] at, long leftSize, long rightSize) {
        for (int round = ROUNDS - 2; round >= 0; round -= 2) {
            at[1] = (at[1] + rightSize - number(round + 1, at[0], rightSize)) % rightSize;
            at[0] = (at[0] + leftSize - number(round, at[1], leftSize)) % leftSize;
        }
    }

    private long number(int round, long other, long size) {
        return Long.remainderUnsigned(hash.hash(round * 0x9E3779B97F4A7C15L + size, other), size);
    }
}
