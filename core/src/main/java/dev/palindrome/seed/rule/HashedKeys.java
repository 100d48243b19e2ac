package dev.palindrome.seed.rule;

import dev.palindrome.seed.values.Hashes;

/**
 * A set of 64-bit hashes, eight to sixteen bytes each. Two values may share one; that a key is said to be taken though it
 * is not costs another try and nothing else.
 */
final class HashedKeys {

    private static final int FIRST_SIZE = 64;

    private long[] slots = new long[FIRST_SIZE];
    private int size;

    boolean contains(long hash) {
        return slots[slot(hash)] != 0;
    }

    int size() {
        return size;
    }

    void add(long hash) {
        int slot = slot(hash);
        if (slots[slot] == 0) {
            slots[slot] = marked(hash);
            size++;
        }
        if (size > slots.length / 4 * 3) {
            grow();
        }
    }

    /** 0 stands for a free slot. */
    private static long marked(long hash) {
        return hash == 0 ? 1 : hash;
    }

    private int slot(long hash) {
        long wanted = marked(hash);
        int mask = slots.length - 1;
        int slot = (int) Hashes.mix(wanted) & mask;
        while (slots[slot] != 0 && slots[slot] != wanted) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long hash : old) {
            if (hash != 0) {
                slots[slot(hash)] = hash;
            }
        }
    }
}
