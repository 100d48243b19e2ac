package dev.palindrome.production.scan.value;

import java.util.Map;
import java.util.regex.Pattern;

/** Numbers of bank accounts and of cards. */
final class PaymentNumbers {

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}+");

    /** How long an IBAN of a country is (SWIFT: IBAN registry); of others any length goes. */
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("AT", 20),
            Map.entry("BE", 16),
            Map.entry("BR", 29),
            Map.entry("CH", 21),
            Map.entry("CZ", 24),
            Map.entry("DE", 22),
            Map.entry("DK", 18),
            Map.entry("ES", 24),
            Map.entry("FI", 18),
            Map.entry("FR", 27),
            Map.entry("GB", 22),
            Map.entry("IE", 22),
            Map.entry("IT", 27),
            Map.entry("LU", 20),
            Map.entry("NL", 18),
            Map.entry("NO", 15),
            Map.entry("PL", 28),
            Map.entry("PT", 25),
            Map.entry("SE", 24));

    private static final Pattern CARD =
            Pattern.compile("\\d{4}[ -]?+\\d{4,6}[ -]?+\\d{4,5}(?:[ -]?+\\d{1,4})?+(?:[ -]?+\\d{3})?+");

    private static final int LEAST_MASTERCARD = 2221;

    private static final int GREATEST_MASTERCARD = 2720;

    private PaymentNumbers() {}

    /** International bank account number (ISO 13616). */
    static boolean isIban(String value) {
        String bare = value.replace(" ", "");
        return IBAN.matcher(bare).matches()
                && LENGTHS.getOrDefault(bare.substring(0, 2), bare.length()) == bare.length()
                && CheckDigits.mod97(bare.substring(4) + bare.substring(0, 4)) == 1;
    }

    /** The number of a credit card: beginnings and lengths of the networks, and the check digit. */
    static boolean isCard(String value) {
        if (!CARD.matcher(value).matches()) {
            return false;
        }
        String digits = value.replace(" ", "").replace("-", "");
        return isOfANetwork(digits) && CheckDigits.luhn(digits);
    }

    private static boolean isOfANetwork(String digits) {
        int four = Integer.parseInt(digits.substring(0, 4));
        int two = four / 100;
        return switch (digits.length()) {
            case 13, 19 -> two / 10 == 4;
            case 14 -> two == 30 || two == 36 || two == 38;
            case 15 -> two == 34 || two == 37;
            case 16 ->
                two / 10 == 4
                        || two >= 51 && two <= 55
                        || four >= LEAST_MASTERCARD && four <= GREATEST_MASTERCARD
                        || four == 6011
                        || two == 64
                        || two == 65
                        || two == 35;
            default -> false;
        };
    }
}
