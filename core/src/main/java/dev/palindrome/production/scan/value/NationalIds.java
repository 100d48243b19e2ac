package dev.palindrome.production.scan.value;

import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers by which states know persons, each by its form and its check digits. The pages of the authorities say how. */
final class NationalIds {

    private static final Pattern SEPARATORS = Pattern.compile("[ ./-]");

    private static final Pattern SSN = Pattern.compile("(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}");

    private static final Pattern NINO =
            Pattern.compile("(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\\d{6}[A-D]");

    private static final Pattern NIR = Pattern.compile("[1-478]\\d{2}(?:0[1-9]|1[0-2]|[2-9]\\d)(?:\\d{2}|2[AB])\\d{8}");

    private static final Pattern DNI = Pattern.compile("[XYZ0-9]\\d{7}[A-Z]");

    private static final Pattern CODICE_FISCALE = Pattern.compile("[A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z]");

    private static final Pattern PERSONNUMMER =
            Pattern.compile("(?:19|20)?+\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[-+]?+\\d{4}");

    private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    private static final int[] ODD_LETTERS = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private static final int NINE = 9;

    private static final int ELEVEN = 11;

    private NationalIds() {}

    /** Without blanks, points, strokes and hyphens, in upper case. */
    static String bare(String value) {
        return SEPARATORS.matcher(value).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** Social Security number of the United States: it has no check digit, so only its written form tells it. */
    static boolean isSocialSecurityNumber(String value) {
        return SSN.matcher(value).matches();
    }

    /** National Insurance number of the United Kingdom. */
    static boolean isNationalInsuranceNumber(String value) {
        return NINO.matcher(bare(value)).matches();
    }

    /** German Steuer-Identifikationsnummer. */
    static boolean isSteuerId(String value) {
        String digits = bare(value);
        if (digits.length() != ELEVEN || !CheckDigits.areDigits(digits) || digits.charAt(0) == '0') {
            return false;
        }
        long different = digits.chars().limit(ELEVEN - 1).distinct().count();
        return (different == NINE || different == NINE - 1) && CheckDigits.mod11And10(digits);
    }

    /** French NIR, with its key. */
    static boolean isNir(String value) {
        String bare = bare(value);
        if (!NIR.matcher(bare).matches()) {
            return false;
        }
        String digits = bare.replace("2A", "19").replace("2B", "18");
        return CheckDigits.areDigits(digits)
                && Long.parseLong(digits.substring(13)) == 97 - Long.parseLong(digits.substring(0, 13)) % 97;
    }

    /** Spanish DNI, or NIE of foreigners. */
    static boolean isDni(String value) {
        String bare = bare(value);
        if (!DNI.matcher(bare).matches()) {
            return false;
        }
        int first = "XYZ".indexOf(bare.charAt(0));
        int number =
                Integer.parseInt((first < 0 ? bare.substring(0, 1) : String.valueOf(first)) + bare.substring(1, 8));
        return bare.charAt(8) == DNI_LETTERS.charAt(number % DNI_LETTERS.length());
    }

    /** Italian codice fiscale. */
    static boolean isCodiceFiscale(String value) {
        String bare = bare(value);
        if (!CODICE_FISCALE.matcher(bare).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < bare.length() - 1; i++) {
            char letter = bare.charAt(i);
            int place = letter <= '9' ? letter - '0' : letter - 'A';
            sum += i % 2 == 0 ? ODD_LETTERS[place] : place;
        }
        return bare.charAt(bare.length() - 1) == 'A' + sum % 26;
    }

    /** Dutch burgerservicenummer. */
    static boolean isBsn(String value) {
        String digits = bare(value);
        return digits.length() == NINE
                && CheckDigits.areDigits(digits)
                && !digits.equals("000000000")
                && CheckDigits.weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2, -1) % ELEVEN == 0;
    }

    /** Portuguese NIF of a person. */
    static boolean isNif(String value) {
        String digits = bare(value);
        return digits.length() == NINE
                && CheckDigits.areDigits(digits)
                && "123".indexOf(digits.charAt(0)) >= 0
                && CheckDigits.elevenMinus(CheckDigits.weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2))
                        == CheckDigits.digit(digits, NINE - 1);
    }

    /** Brazilian CPF. */
    static boolean isCpf(String value) {
        String digits = bare(value);
        return digits.length() == ELEVEN
                && CheckDigits.areDigits(digits)
                && digits.chars().distinct().count() > 1
                && CheckDigits.elevenMinus(CheckDigits.weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2))
                        == CheckDigits.digit(digits, NINE)
                && CheckDigits.elevenMinus(CheckDigits.weighted(digits, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2))
                        == CheckDigits.digit(digits, NINE + 1);
    }

    /** Swedish personnummer. */
    static boolean isPersonnummer(String value) {
        if (!PERSONNUMMER.matcher(value).matches()) {
            return false;
        }
        String digits = value.replace("-", "").replace("+", "");
        return CheckDigits.luhn(digits.substring(digits.length() - 10));
    }

    /** Polish PESEL: the century is in the month. */
    static boolean isPesel(String value) {
        if (value.length() != ELEVEN || !CheckDigits.areDigits(value)) {
            return false;
        }
        int month = Integer.parseInt(value.substring(2, 4)) % 20;
        int day = Integer.parseInt(value.substring(4, 6));
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= 31
                && CheckDigits.weighted(value, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0;
    }

    /** Swiss AHV number. */
    static boolean isAhvNumber(String value) {
        String digits = bare(value);
        return digits.length() == 13
                && digits.startsWith("756")
                && CheckDigits.areDigits(digits)
                && CheckDigits.weighted(digits, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0;
    }
}
