package dev.palindrome.production.mask.value;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What replacements follow from: without it nobody can tell the original of one (HMAC-SHA256, RFC 2104). */
public final class MaskKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    private MaskKey(byte[] secret) {
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Another one each time, of 256 bits. */
    public static MaskKey random() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new MaskKey(secret);
    }

    /**
     * One that was given, so that every run replaces alike.
     *
     * @param secret any text but an empty one
     */
    public static MaskKey of(String secret) {
        return new MaskKey(secret.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A keyed hash, for instance to put a person's rows together without his name.
     *
     * @param purpose hashes for another one differ
     * @param value what is hashed
     * @return 32 bytes
     */
    public byte[] hash(String purpose, byte[] value) {
        Mac mac = mac();
        mac.update(purpose.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return mac.doFinal(value);
    }

    /** For many hashes; not for several threads. */
    KeyedDraws draws(String purpose) {
        return new KeyedDraws(mac(), purpose);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** Tells nothing of it. */
    @Override
    public String toString() {
        return "MaskKey";
    }
}
