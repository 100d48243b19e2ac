package dev.palindrome.production.mask.value;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;

/** Numbers that follow from a key and a value, and that nobody can foresee who has not the key. For one thread. */
final class KeyedDraws {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Mac mac;
    private final byte[] purpose;
    private long state;

    KeyedDraws(Mac mac, String purpose) {
        this.mac = mac;
        this.purpose = (purpose + '\0').getBytes(StandardCharsets.UTF_8);
    }

    /** Begins anew with what follows from a text. */
    KeyedDraws at(String value, int attempt) {
        return at(value.getBytes(StandardCharsets.UTF_8), attempt);
    }

    /** Begins anew with what follows from some bytes. */
    KeyedDraws at(byte[] value, int attempt) {
        mac.update(purpose);
        if (attempt > 0) {
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, attempt));
        }
        state = ByteBuffer.wrap(mac.doFinal(value)).getLong();
        return this;
    }

    /** The next number, any of 64 bits (SplitMix64 of Steele, Lea and Flood, 2014). */
    long next() {
        state += GOLDEN;
        long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** The next number from 0 to one below a bound. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(next() >>> 1, bound);
    }
}
