package dev.palindrome.roundtrip.pass;

import dev.palindrome.error.PalindromeException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** Compares versions as Flyway does: number by number, {@code 1.0} like {@code 1}. */
final class VersionOrder {

    private VersionOrder() {}

    static int compare(String one, String other) {
        List<BigInteger> left = numbers(one);
        List<BigInteger> right = numbers(other);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            int order = at(left, i).compareTo(at(right, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static BigInteger at(List<BigInteger> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }

    private static List<BigInteger> numbers(String version) {
        if (!version.matches("\\d++(?:[._]\\d++)*+")) {
            throw new PalindromeException("\"" + version
                    + "\" is not a version. A version is written as in the file's name, such as 3 or 1.1.");
        }
        return Arrays.stream(version.split("[._]")).map(BigInteger::new).toList();
    }
}
