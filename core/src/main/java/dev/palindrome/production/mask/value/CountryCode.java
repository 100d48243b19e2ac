package dev.palindrome.production.mask.value;

import java.util.Set;

/** Country codes of telephone numbers (ITU-T E.164). */
public final class CountryCode {

    /** Those of one digit; but for these and those of two, all have three. */
    private static final String SHORT = "17";

    private static final Set<String> OF_TWO = Set.of(
            "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
            "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
            "86", "90", "91", "92", "93", "94", "95", "98");

    private CountryCode() {}

    /**
     * How many digits a code has.
     *
     * @param digits that begin with one
     * @return 1 to 3
     */
    public static int length(String digits) {
        if (!digits.isEmpty() && SHORT.indexOf(digits.charAt(0)) >= 0) {
            return 1;
        }
        return digits.length() > 1 && OF_TWO.contains(digits.substring(0, 2)) ? 2 : 3;
    }
}
