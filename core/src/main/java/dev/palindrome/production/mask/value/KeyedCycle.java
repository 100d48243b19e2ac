package dev.palindrome.production.mask.value;

/**
 * Puts the numbers below a product of two in a secret ring, so that each has one that follows it, which is another one, and no two
 * have the same. A Feistel network on two numbers, as FF1 of NIST SP 800-38G is one, says who stands where.
 */
final class KeyedCycle {

    private static final int ROUNDS = 8;

    private final SipHash hash;

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
     * @param steps how many, from 1
     */
    Pair follow(Pair from, long leftSize, long rightSize, long steps) {
        long[] at = {from.left, from.right};
        shuffle(at, leftSize, rightSize);
        long sum = at[1] + steps % rightSize;
        long carry = steps / rightSize + (sum >= rightSize ? 1 : 0);
        at[1] = sum % rightSize;
        at[0] = (at[0] + carry % leftSize) % leftSize;
        unshuffle(at, leftSize, rightSize);
        return new Pair(at[0], at[1]);
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
