package dev.palindrome.production.mask.run;

/** 64-bit hashes, eight bytes each: a million values are looked up in 16 MB. */
final class HashSetOfLongs {

    private static final int LEAST = 1 << 10;

    private long[] slots = new long[LEAST];
    private boolean hasZero;
    private int size;

    /** @return false if it was there */
    boolean add(long hash) {
        if (hash == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        if (size >= slots.length / 2) {
            grow();
        }
        return put(hash);
    }

    private boolean put(long hash) {
        int at = at(hash);
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return false;
            }
            at = at + 1 & slots.length - 1;
        }
        slots[at] = hash;
        size++;
        return true;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[before.length * 2];
        size = 0;
        for (long hash : before) {
            if (hash != 0) {
                put(hash);
            }
        }
    }

    boolean contains(long hash) {
        if (hash == 0) {
            return hasZero;
        }
        int at = at(hash);
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return true;
            }
            at = at + 1 & slots.length - 1;
        }
        return false;
    }

    /** Hashes are mixed well already. */
    private int at(long hash) {
        return (int) (hash ^ hash >>> 32) & slots.length - 1;
    }

    boolean isEmpty() {
        return size == 0 && !hasZero;
    }

    /** How many there are. */
    int size() {
        return size + (hasZero ? 1 : 0);
    }

    /** Whether one hash is in both. */
    boolean meets(HashSetOfLongs other) {
        if (hasZero && other.hasZero) {
            return true;
        }
        for (long hash : slots) {
            if (hash != 0 && other.contains(hash)) {
                return true;
            }
        }
        return false;
    }
}
