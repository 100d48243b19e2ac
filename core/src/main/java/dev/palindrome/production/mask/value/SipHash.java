package dev.palindrome.production.mask.value;

import java.nio.ByteBuffer;

/** SipHash-2-4 of two numbers (Aumasson and Bernstein, 2012): numbers that nobody can foresee who has not the key. */
final class SipHash {

    private final long key0;
    private final long key1;

    /** @param key at least 16 bytes */
    SipHash(byte[] key) {
        ByteBuffer bytes = ByteBuffer.wrap(key);
        key0 = bytes.getLong();
        key1 = bytes.getLong();
    }

    long hash(long first, long second) {
        State state = new State(key0, key1);
        state.take(first);
        state.take(second);
        state.take(16L << 56);
        return state.end();
    }

    private static final class State {

        private long v0;
        private long v1;
        private long v2;
        private long v3;

        State(long key0, long key1) {
            v0 = key0 ^ 0x736f6d6570736575L;
            v1 = key1 ^ 0x646f72616e646f6dL;
            v2 = key0 ^ 0x6c7967656e657261L;
            v3 = key1 ^ 0x7465646279746573L;
        }

        void take(long word) {
            v3 ^= word;
            round();
            round();
            v0 ^= word;
        }

        long end() {
            v2 ^= 0xff;
            round();
            round();
            round();
            round();
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
