package dev.palindrome.production.mask.value;

import java.time.Month;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers of persons with check digits, as states give them. Another form keeps its shape only. */
final class NationalNumbers {

    private static final Pattern ITALIAN = Pattern.compile("[A-Z]{6}\\d{2}[ABCDEHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z]");
    private static final Pattern SPANISH = Pattern.compile("\\d{8}[A-Z]");
    private static final Pattern SPANISH_FOREIGNER = Pattern.compile("[XYZ]\\d{7}[A-Z]");
    private static final Pattern FINNISH = Pattern.compile("\\d{6}[A-FU-Y+-]\\d{3}[0-9A-Y]");
    private static final Pattern SWISS = Pattern.compile("756\\d{10}");
    private static final Pattern FRENCH = Pattern.compile("[12]\\d{14}");
    private static final Pattern ELEVEN_DIGITS = Pattern.compile("\\d{11}");
    private static final Pattern GERMAN = Pattern.compile("[1-9]\\d{10}");
    private static final Pattern TEN_DIGITS = Pattern.compile("\\d{10}");
    private static final Pattern SWEDISH_WITH_CENTURY = Pattern.compile("(?:19|20)\\d{10}");
    private static final Pattern NINE_DIGITS = Pattern.compile("\\d{9}");
    private static final Pattern PORTUGUESE = Pattern.compile("[1235689]\\d{8}");
    private static final Pattern BRITISH = Pattern.compile("[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\\d{6}[A-D]");

    private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String FINNISH_LETTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final int[] ITALIAN_ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    /** The more letters and digits of their own, the earlier: of eleven digits several are right by chance. */
    private static final List<CheckedNumber> ALL = List.of(
            // Italy, codice fiscale
            new CheckedNumber(
                    ITALIAN,
                    at -> at < 15 && at != 8,
                    number -> number[15] = italian(number),
                    number -> isDay(two(number, 9) % 40, 1)),
            // Spain, DNI and NIE
            new CheckedNumber(
                    SPANISH,
                    at -> at < 8,
                    number -> number[8] = SPANISH_LETTERS.charAt(CheckDigits.remainder(number, 0, 8, 23))),
            new CheckedNumber(SPANISH_FOREIGNER, at -> at > 0 && at < 8, NationalNumbers::completeForeigner),
            // Finland, henkilötunnus, its century sign with the separators
            new CheckedNumber(
                    FINNISH,
                    at -> at < 6 || at > 6 && at < 10,
                    number -> number[10] = finnish(number),
                    number -> isDay(two(number, 0), two(number, 2))),
            // Switzerland, AHV: an EAN-13 that begins with 756
            new CheckedNumber(
                    SWISS,
                    at -> at > 2 && at < 12,
                    number -> number[12] = CheckDigits.digit(
                            (10 - CheckDigits.weighted(number, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3) % 10) % 10)),
            // France, NIR with its key
            new CheckedNumber(
                    FRENCH,
                    at -> at > 0 && at < 13,
                    number -> writeTwo(number, 13, 97 - CheckDigits.remainder(number, 0, 13, 97)),
                    number -> isMonth(two(number, 3))),
            // Poland, PESEL
            new CheckedNumber(
                    ELEVEN_DIGITS,
                    at -> at < 10,
                    number -> number[10] = CheckDigits.digit(
                            (10 - CheckDigits.weighted(number, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) % 10) % 10),
                    number -> isDay(two(number, 4), two(number, 2) % 20)),
            // Belgium, rijksregisternummer
            new CheckedNumber(
                    ELEVEN_DIGITS,
                    at -> at < 9,
                    number -> writeTwo(number, 9, 97 - CheckDigits.remainder(number, 0, 9, 97)),
                    number -> isDay(two(number, 4), two(number, 2))),
            // Brazil, CPF
            new CheckedNumber(ELEVEN_DIGITS, at -> at < 9, NationalNumbers::completeCpf),
            // Germany, Steuer-ID
            new CheckedNumber(
                    GERMAN,
                    at -> at < 10,
                    number -> number[10] = CheckDigits.mod11And10(number, 10),
                    number -> number[0] != '0'),
            // Sweden, personnummer, of ten digits and of twelve
            new CheckedNumber(
                    TEN_DIGITS,
                    at -> at < 9,
                    number -> number[9] = CheckDigits.luhn(number, 0, 9),
                    number -> isDay(two(number, 4), two(number, 2))),
            new CheckedNumber(
                    SWEDISH_WITH_CENTURY,
                    at -> at > 1 && at < 11,
                    number -> number[11] = CheckDigits.luhn(number, 2, 11),
                    number -> isDay(two(number, 6), two(number, 4))),
            // The Netherlands, BSN
            new CheckedNumber(
                    NINE_DIGITS,
                    at -> at < 8,
                    number -> number[8] = digitOrNone(CheckDigits.weighted(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11)),
            // Portugal, NIF
            new CheckedNumber(PORTUGUESE, at -> at > 0 && at < 8, number -> number[8] = portuguese(number)),
            // The United States, social security number, which has no check digit
            new CheckedNumber(NINE_DIGITS, at -> true, number -> {}, NationalNumbers::isAmerican),
            // The United Kingdom, national insurance number, which has none either
            new CheckedNumber(BRITISH, at -> at > 1 && at < 8, number -> {}));

    private NationalNumbers() {}

    /** All that are known. */
    static List<CheckedNumber> all() {
        return ALL;
    }

    private static int two(char[] number, int at) {
        return (number[at] - '0') * 10 + number[at + 1] - '0';
    }

    private static void writeTwo(char[] number, int at, int value) {
        number[at] = CheckDigits.digit(value / 10);
        number[at + 1] = CheckDigits.digit(value % 10);
    }

    private static boolean isMonth(int month) {
        return month >= 1 && month <= 12;
    }

    /** In any year, so that of February there are 28. */
    private static boolean isDay(int day, int month) {
        return isMonth(month) && day >= 1 && day <= Month.of(month).minLength();
    }

    private static char digitOrNone(int value) {
        return value < 10 ? CheckDigits.digit(value) : CheckedNumber.NONE;
    }

    private static char italian(char[] number) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int value = Character.isDigit(number[i]) ? number[i] - '0' : number[i] - 'A';
            sum += i % 2 == 0 ? ITALIAN_ODD[value] : value;
        }
        return (char) ('A' + sum % 26);
    }

    private static void completeForeigner(char[] number) {
        int begun = (number[0] - 'X') * 10_000_000;
        int rest = 0;
        for (int i = 1; i < 8; i++) {
            rest = rest * 10 + number[i] - '0';
        }
        number[8] = SPANISH_LETTERS.charAt((begun + rest) % 23);
    }

    private static char finnish(char[] number) {
        int rest = CheckDigits.remainder(number, 0, 6, 31);
        for (int i = 7; i < 10; i++) {
            rest = (rest * 10 + number[i] - '0') % 31;
        }
        return FINNISH_LETTERS.charAt(rest);
    }

    private static void completeCpf(char[] number) {
        int first = CheckDigits.weighted(number, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
        number[9] = CheckDigits.digit(first);
        int second = CheckDigits.weighted(number, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
        number[10] = CheckDigits.digit(second);
    }

    private static char portuguese(char[] number) {
        int rest = CheckDigits.weighted(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return CheckDigits.digit(rest < 2 ? 0 : 11 - rest);
    }

    /** Areas 000, 666 and 900 to 999, group 00 and serial 0000 are never given (Social Security Administration). */
    private static boolean isAmerican(char[] number) {
        int area = (number[0] - '0') * 100 + two(number, 1);
        return area != 0
                && area != 666
                && area < 900
                && two(number, 3) != 0
                && (two(number, 5) != 0 || two(number, 7) != 0);
    }
}
