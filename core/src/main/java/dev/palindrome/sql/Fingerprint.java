package dev.palindrome.sql;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A SHA-256 over named parts. Every part goes in with its length, so that no two lists of parts come to the same. Not for
 * several threads.
 */
public final class Fingerprint {

    private static final AtomicInteger LAST_NUMBER = new AtomicInteger();

    private static final ClassValue<Integer> NUMBERS = new ClassValue<>() {
        @Override
        protected Integer computeValue(Class<?> type) {
            return LAST_NUMBER.incrementAndGet();
        }
    };

    private final MessageDigest digest;

    /** Begins with nothing in it. */
    public Fingerprint() {
        digest = Sha256.digest();
    }

    /**
     * Adds a text.
     *
     * @param name what it is
     * @param text the text
     * @return this fingerprint
     */
    public Fingerprint add(String name, String text) {
        return add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds bytes.
     *
     * @param name what they are
     * @param bytes the bytes
     * @return this fingerprint
     */
    public Fingerprint add(String name, byte[] bytes) {
        update(name.getBytes(StandardCharsets.UTF_8));
        update(bytes);
        return this;
    }

    /**
     * Adds a file, however long it is.
     *
     * @param name what it is
     * @param content which stays open
     * @return this fingerprint
     * @throws IOException if it cannot be read
     */
    public Fingerprint add(String name, InputStream content) throws IOException {
        return add(name, Sha256.of(content));
    }

    /**
     * Adds the library that a class comes from: the file's name, which has the version in it, and its length, since
     * snapshots change under one name.
     *
     * @param type any class of the library
     * @return this fingerprint
     */
    public Fingerprint addLibrary(Class<?> type) {
        String file = Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(URL::getPath)
                .orElse("");
        add("library", file.substring(file.lastIndexOf('/') + 1));
        return add("length", Long.toString(new File(file).isFile() ? new File(file).length() : 0));
    }

    /**
     * Adds a class. One of the same name that another loader has made is another one, for its code may be, too; so is the
     * same class in another JVM.
     *
     * @param name what it is
     * @param type the class
     * @return this fingerprint
     */
    public Fingerprint addClass(String name, Class<?> type) {
        add(name, type.getName());
        return add("number", NUMBERS.get(type).toString());
    }

    /**
     * What all of it comes to. Ends this fingerprint.
     *
     * @return 64 hexadecimal digits
     */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void update(byte[] bytes) {
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(bytes);
    }
}
