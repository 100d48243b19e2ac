package dev.palindrome.engine.container;

import dev.palindrome.engine.server.Secret;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Passwords that SQL Server's policy takes: 8 to 128 characters from at least three of upper case, lower case, digits and
 * others (Microsoft docs: "Password policy").
 */
public final class RandomPassword {

    static final int LENGTH = 32;

    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

    /** All four classes, so that it does not matter which three a server looks for. */
    private static final Pattern GOOD = Pattern.compile("(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])(?=.*[-_.]).*");

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomPassword() {}

    public static Secret generate() {
        return new Secret(Stream.generate(RandomPassword::characters)
                .filter(GOOD.asMatchPredicate())
                .findFirst()
                .orElseThrow());
    }

    private static String characters() {
        return RANDOM.ints(LENGTH, 0, CHARACTERS.length())
                .mapToObj(index -> CHARACTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
