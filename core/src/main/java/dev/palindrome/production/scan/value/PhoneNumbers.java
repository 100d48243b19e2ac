package dev.palindrome.production.scan.value;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Telephone numbers, by Google's libphonenumber. A number without a country is one by its form alone: digits in groups, as
 * people of a country write them. Mere digits are none, since most numbers of ten digits could be one.
 */
final class PhoneNumbers {

    private static final Pattern INTERNATIONAL = Pattern.compile("(?:\\+|00)[1-9][0-9 ()./-]{6,20}+");

    private static final Pattern WITH_TRUNK_ZERO = Pattern.compile("\\(?+0[0-9]{1,5}+\\)?+[ ./-][0-9 ./-]{4,14}+");

    private static final Pattern AMERICAN =
            Pattern.compile("(?:1[ .-])?+\\(?+[2-9]\\d{2}\\)?+[ .-]?+\\d{3}[ .-]\\d{4}");

    private static final Pattern BRAZILIAN = Pattern.compile("\\(\\d{2}\\) ?+9?+\\d{4}-\\d{4}");

    private static final Pattern IBERIAN = Pattern.compile("[2679]\\d{2} \\d{2,3} \\d{2,3}(?: \\d{2})?+");

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /** With the country's code. */
    static boolean isInternational(String value) {
        return INTERNATIONAL.matcher(value).matches()
                && isPossible(value.startsWith("00") ? "+" + value.substring(2) : value);
    }

    /** As it is written within a country. */
    static boolean isNational(String value) {
        if (WITH_TRUNK_ZERO.matcher(value).matches()) {
            return isValid(value, List.of("DE", "FR", "GB", "IT", "NL"));
        }
        if (AMERICAN.matcher(value).matches()) {
            return isValid(value, List.of("US"));
        }
        return BRAZILIAN.matcher(value).matches() && isValid(value, List.of("BR"))
                || IBERIAN.matcher(value).matches() && isValid(value, List.of("ES", "PT"));
    }

    private static boolean isPossible(String value) {
        try {
            return NUMBERS.isPossibleNumber(NUMBERS.parse(value, null));
        } catch (NumberParseException e) {
            return false;
        }
    }

    private static boolean isValid(String value, List<String> regions) {
        return regions.stream().anyMatch(region -> {
            try {
                return NUMBERS.isValidNumberForRegion(NUMBERS.parse(value, region), region);
            } catch (NumberParseException e) {
                return false;
            }
        });
    }
}
