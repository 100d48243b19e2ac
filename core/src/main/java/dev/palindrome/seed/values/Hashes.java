package dev.palindrome.seed.values;

/** Numbers of 64 bits that stand for values. */
public final class Hashes {

    private static final long FNV_PRIME = 0x100000001B3L;

    private Hashes() {}

    public static long of(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return mix(hash);
    }

    /** A bijection after which numbers that are near to each other are far apart (Stafford's variant 13). */
    public static long mix(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
