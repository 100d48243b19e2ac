package dev.palindrome.production.mask.run;

import dev.palindrome.production.mask.value.CountryCode;
import dev.palindrome.production.mask.value.FakeKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The originals of e-mail addresses, phones and numbers of persons that no text may hold any more: hashes of them. Two are the
 * same whatever their case, and numbers also whatever stands between their letters and digits.
 */
final class SoughtValues {

    /** Kinds of which no original value may be left anywhere. */
    static final Set<FakeKind> KINDS =
            EnumSet.of(FakeKind.EMAIL, FakeKind.PHONE, FakeKind.IBAN, FakeKind.CARD, FakeKind.NATIONAL_ID);

    /** With fewer letters and digits, half of all texts would hold one by chance. */
    static final int LEAST_LENGTH = 6;

    /** Without the country's code. */
    private static final int LEAST_NATIONAL = 7;

    /** Of shorter numbers in a column of numbers too many are somebody's by chance: amounts, keys of other systems. */
    private static final int LEAST_DIGITS = 9;

    private final HashSetOfLongs emails = new HashSetOfLongs();
    private final HashSetOfLongs domains = new HashSetOfLongs();
    private final HashSetOfLongs numbers = new HashSetOfLongs();
    private final Map<FakeKind, Integer> tooShort = new EnumMap<>(FakeKind.class);

    void add(FakeKind kind, String original) {
        if (kind == FakeKind.EMAIL ? isEmail(original) : isNumber(original)) {
            of(kind).add(hash(kind, original));
            if (kind == FakeKind.EMAIL) {
                addAddressesIn(PlainText.hidesAt(original) ? PlainText.of(original) : original);
            }
            if (kind == FakeKind.PHONE) {
                addNational(original.strip());
            }
        } else if (kind == FakeKind.EMAIL && PlainText.hidesAt(original)) {
            addAddressesIn(PlainText.of(original));
        } else if (!original.isBlank()) {
            tooShort.merge(kind, 1, Integer::sum);
        }
    }

    /** A value may be {@code Ann <ann@…>}, or several addresses. */
    private void addAddressesIn(String original) {
        for (int at = original.indexOf('@'); at >= 0; at = original.indexOf('@', at + 1)) {
            EmailSpan span = EmailSpan.around(original, at);
            addAddress(original, span);
            addAddress(original, span.withoutSigns(original));
        }
    }

    /** {@code +49 171 …} may stand elsewhere as {@code 0171 …}. */
    private void addNational(String phone) {
        String digits = digits(phone);
        if (phone.startsWith("+") || phone.startsWith("(+") || digits.startsWith("00")) {
            for (String national : nationals(digits)) {
                numbers.add(number(national));
            }
        }
    }

    private static String digits(String value) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char digit = PlainText.narrow(value.charAt(i));
            if (digit >= '0' && digit <= '9') {
                digits.append(digit);
            }
        }
        return digits.toString();
    }

    /** How a number with its country's code may be written within the country: most put a zero in front, others nothing. */
    static List<String> nationals(String international) {
        String code = international.startsWith("00") ? international.substring(2) : international;
        int length = CountryCode.length(code);
        if (code.length() < length + LEAST_NATIONAL) {
            return List.of();
        }
        String national = code.substring(length);
        return national.startsWith("0") ? List.of(national) : List.of("0" + national, national);
    }

    /** Whether a whole number has the digits of one, or of one whose zero in front it has lost. */
    boolean hasWholeNumber(String digits) {
        return digits.length() >= LEAST_DIGITS && (hasNumber(number(digits)) || hasNumber(number("0" + digits)));
    }

    private void addAddress(String text, EmailSpan span) {
        if (span.isAddress()) {
            emails.add(TextSearch.hash(text, span.begin(), span.end()));
            domains.add(TextSearch.hash(text, span.at() + 1, span.end()));
        }
    }

    /** Whether a value is one of the originals. */
    boolean contains(FakeKind kind, String value) {
        return KINDS.contains(kind) && of(kind).contains(hash(kind, value));
    }

    /** Whether one of these hashes is an original's. */
    boolean meets(FakeKind kind, HashSetOfLongs hashes) {
        return hashes.meets(of(kind));
    }

    private HashSetOfLongs of(FakeKind kind) {
        return kind == FakeKind.EMAIL ? emails : numbers;
    }

    static long hash(FakeKind kind, String value) {
        return kind == FakeKind.EMAIL ? ValueHash.folded(value.strip()) : number(value);
    }

    static long number(String value) {
        long hash = ValueHash.EMPTY;
        for (int i = 0; i < value.length(); i++) {
            if (Character.isLetterOrDigit(value.charAt(i))) {
                hash = ValueHash.with(hash, fold(value.charAt(i)));
            }
        }
        return ValueHash.end(hash);
    }

    static char fold(char character) {
        return ValueHash.fold(PlainText.narrow(character));
    }

    private static boolean isEmail(String value) {
        return value.indexOf('@') > 0;
    }

    private static boolean isNumber(String value) {
        return value.chars().filter(Character::isLetterOrDigit).count() >= LEAST_LENGTH
                && value.chars().anyMatch(Character::isDigit);
    }

    boolean hasEmail(long hash) {
        return emails.contains(hash);
    }

    /** Whether an address that is looked for is of a domain. */
    boolean hasDomain(long hash) {
        return domains.contains(hash);
    }

    boolean hasNumber(long hash) {
        return numbers.contains(hash);
    }

    boolean lookForEmails() {
        return !emails.isEmpty();
    }

    boolean lookForNumbers() {
        return !numbers.isEmpty();
    }

    /** How many originals are looked for. */
    int size() {
        return emails.size() + numbers.size();
    }

    /** How many values of a kind were too short to be looked for, or not of the form of one. */
    Map<FakeKind, Integer> notSought() {
        return tooShort;
    }
}
