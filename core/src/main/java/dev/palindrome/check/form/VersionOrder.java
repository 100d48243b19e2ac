package dev.palindrome.check.form;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Versions as Flyway compares them: number by number, and what is left out is zero. */
public final class VersionOrder {

    private VersionOrder() {}

    public static int compare(String one, String other) {
        List<BigInteger> numbers = numbers(one);
        List<BigInteger> others = numbers(other);
        for (int i = 0; i < Math.max(numbers.size(), others.size()); i++) {
            int compared = at(numbers, i).compareTo(at(others, i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    /** Also for what may be no version. */
    public static boolean isSame(String version, String other) {
        return isVersion(other) && compare(version, other) == 0;
    }

    public static boolean isVersion(String text) {
        return text.matches("\\d++(?:[._]\\d++)*+");
    }

    private static BigInteger at(List<BigInteger> numbers, int i) {
        return i < numbers.size() ? numbers.get(i) : BigInteger.ZERO;
    }

    private static List<BigInteger> numbers(String version) {
        List<BigInteger> numbers = new ArrayList<>();
        for (String number : version.split("[._]")) {
            numbers.add(new BigInteger(number));
        }
        return numbers;
    }
}
