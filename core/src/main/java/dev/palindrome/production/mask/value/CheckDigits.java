package dev.palindrome.production.mask.value;

/** Digits that follow from others, so that a wrong one is noticed. */
final class CheckDigits {

    private CheckDigits() {}

    /** The last digit by Luhn (ISO/IEC 7812-1), of digits in front of it. */
    static char luhn(char[] digits, int begin, int end) {
        int sum = 0;
        for (int i = end - 1, times = 2; i >= begin; i--, times = 3 - times) {
            int product = (digits[i] - '0') * times;
            sum += product / 10 + product % 10;
        }
        return digit((10 - sum % 10) % 10);
    }

    /** The last digit by weights, the sum taken from a number. */
    static int weighted(char[] digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits[i] - '0') * weights[i];
        }
        return sum;
    }

    /** What is left of a number of some digits when it is divided. */
    static int remainder(char[] digits, int begin, int end, int divisor) {
        int rest = 0;
        for (int i = begin; i < end; i++) {
            rest = (rest * 10 + digits[i] - '0') % divisor;
        }
        return rest;
    }

    /** By ISO 7064, MOD 11,10. */
    static char mod11And10(char[] digits, int end) {
        int product = 10;
        for (int i = 0; i < end; i++) {
            int sum = (digits[i] - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return digit((11 - product) % 10);
    }

    /** The two of an IBAN (ISO 13616, by ISO 7064 MOD 97-10), whose own places are not looked at. */
    static int iban(char[] iban) {
        int rest = 0;
        for (int i = 4; i < iban.length; i++) {
            rest = appended(rest, iban[i]);
        }
        rest = appended(appended(rest, iban[0]), iban[1]);
        return 98 - rest * 100 % 97;
    }

    private static int appended(int rest, char letter) {
        int value = Character.digit(letter, 36);
        return (rest * (value > 9 ? 100 : 10) + value) % 97;
    }

    static char digit(int value) {
        return (char) ('0' + value);
    }
}
