package dev.palindrome.production.scan.value;

/** Numbers whose last digits follow from the others, so that a slip of the pen shows. */
final class CheckDigits {

    private static final int MOD_97 = 97;

    private static final int MOD_11 = 11;

    private CheckDigits() {}

    /** Whether all of a text is digits. */
    static boolean areDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }

    /** ISO/IEC 7812-1, annex B. */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digit(digits, digits.length() - 1 - i);
            int doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** The rest of a long number, letters standing for two digits each (ISO/IEC 7064 as ISO 13616 uses it); -1 for others. */
    static int mod97(String text) {
        long rest = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), Character.MAX_RADIX);
            if (value < 0 || text.charAt(i) > 'Z') {
                return -1;
            }
            rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % MOD_97;
        }
        return (int) rest;
    }

    /** ISO/IEC 7064, MOD 11,10. */
    static boolean mod11And10(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length() - 1; i++) {
            int sum = (digit(digits, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % MOD_11;
        }
        int check = MOD_11 - product;
        return (check == 10 ? 0 : check) == digit(digits, digits.length() - 1);
    }

    /** The sum of the first digits, each by its weight. */
    static int weighted(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(digits, i);
        }
        return sum;
    }

    /** The digit that 11 minus the rest of eleven is, 10 and 11 being 0. */
    static int elevenMinus(int sum) {
        int check = MOD_11 - sum % MOD_11;
        return check > 9 ? 0 : check;
    }
}
