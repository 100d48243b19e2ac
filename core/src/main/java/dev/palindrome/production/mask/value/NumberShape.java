package dev.palindrome.production.mask.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which letters and digits of a number of some kind change, and what must hold of the others.
 *
 * @param free what may change
 * @param finish writes check digits
 */
record NumberShape(ShapeCycle.Places free, ShapeCycle.Finish finish) {

    private static final NumberShape ALL = new NumberShape(at -> true, ShapeCycle.Finish.NONE);

    private static final Pattern SEPARATORS = Pattern.compile("[ ./-]++");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Pattern CARD = Pattern.compile("\\d{12,19}");

    /** By these a card's brand is told. */
    private static final int DIGITS_OF_BRAND = 4;

    /** The shape of a text, of which digits and letters are looked at. */
    static NumberShape of(FakeKind kind, String text) {
        return switch (kind) {
            case PHONE -> phone(text);
            case CARD, IBAN, NATIONAL_ID -> checked(kind, text);
            default -> ALL;
        };
    }

    private static NumberShape checked(FakeKind kind, String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        String compact = SEPARATORS.matcher(upper).replaceAll("");
        if (kind == FakeKind.NATIONAL_ID) {
            return national(upper)
                    .map(number -> spread(text, upper, number))
                    .or(() -> national(compact).map(number -> spread(text, compact, number)))
                    .orElse(ALL);
        }
        Optional<CheckedNumber> number = kind == FakeKind.CARD ? card(compact) : iban(compact);
        return number.map(found -> spread(text, compact, found)).orElse(ALL);
    }

    private static Optional<CheckedNumber> national(String compact) {
        return NationalNumbers.all().stream()
                .filter(number -> number.holds(compact))
                .findFirst();
    }

    private static Optional<CheckedNumber> card(String compact) {
        int last = compact.length() - 1;
        return Optional.of(new CheckedNumber(
                        CARD,
                        at -> at >= DIGITS_OF_BRAND && at < last,
                        number -> number[last] = CheckDigits.luhn(number, 0, last),
                        number -> true))
                .filter(number -> number.holds(compact));
    }

    private static Optional<CheckedNumber> iban(String compact) {
        return Optional.of(new CheckedNumber(
                        IBAN,
                        at -> at > 3,
                        number -> {
                            int check = CheckDigits.iban(number);
                            number[2] = CheckDigits.digit(check / 10);
                            number[3] = CheckDigits.digit(check % 10);
                        },
                        number -> true))
                .filter(number -> number.holds(compact));
    }

    /** A number with separators, of which the rules of the compact one hold. */
    private static NumberShape spread(String text, String compact, CheckedNumber number) {
        int[] places = new int[compact.length()];
        int[] indexes = new int[text.length()];
        int found = 0;
        for (int i = 0; i < text.length(); i++) {
            indexes[i] = -1;
            if (found < places.length && Character.toUpperCase(text.charAt(i)) == compact.charAt(found)) {
                indexes[i] = found;
                places[found++] = i;
            }
        }
        return new NumberShape(at -> indexes[at] >= 0 && number.isFree().isFree(indexes[at]), whole -> {
            char[] part = new char[places.length];
            for (int i = 0; i < places.length; i++) {
                part[i] = Character.toUpperCase(whole[places[i]]);
            }
            boolean good = number.finish(part);
            for (int i = 0; i < places.length; i++) {
                char old = text.charAt(places[i]);
                whole[places[i]] = Character.isLowerCase(old) ? Character.toLowerCase(part[i]) : part[i];
            }
            return good;
        });
    }

    /** The digits behind the country's code or the zeros in front; of a number without digits all letters. */
    private static NumberShape phone(String text) {
        int[] digits = text.chars().filter(NumberShape::isDigit).toArray();
        if (digits.length == 0) {
            return ALL;
        }
        int kept = prefix(text.strip(), new String(digits, 0, digits.length));
        int begin = kept < digits.length ? kept : 0;
        boolean notZero = digits[begin] != '0';
        int first = nth(text, begin);
        return new NumberShape(
                at -> at >= first && isDigit(text.charAt(at)), number -> !notZero || number[first] != '0');
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static int nth(String text, int count) {
        int seen = -1;
        int at = -1;
        while (seen < count) {
            at++;
            seen += isDigit(text.charAt(at)) ? 1 : 0;
        }
        return at;
    }

    private static int prefix(String text, String digits) {
        if (text.startsWith("+")) {
            return CountryCode.length(digits);
        }
        if (digits.startsWith("00")) {
            return 2 + CountryCode.length(digits.substring(2));
        }
        return digits.startsWith("0") ? 1 : 0;
    }
}
