package dev.palindrome.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every JVM has. What consists of several parts needs a {@link Fingerprint}. */
public final class Sha256 {

    private Sha256() {}

    /**
     * For many hashes, one after the other.
     *
     * @return a digest; not for several threads
     */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    /**
     * Hashes a text.
     *
     * @param text any
     * @return 64 hexadecimal digits
     */
    public static String hex(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Hashes all that is left of a stream, without keeping it.
     *
     * @param content which stays open
     * @return 32 bytes
     * @throws IOException if it cannot be read
     */
    static byte[] of(InputStream content) throws IOException {
        MessageDigest digest = digest();
        new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
        return digest.digest();
    }
}
