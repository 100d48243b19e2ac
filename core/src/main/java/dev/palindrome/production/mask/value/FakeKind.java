package dev.palindrome.production.mask.value;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a made-up value is, as rules name it. */
public enum FakeKind {
    EMAIL,
    FIRST_NAME,
    LAST_NAME,
    FULL_NAME,
    USERNAME,
    PHONE,
    DATE_OF_BIRTH,
    STREET,
    CITY,
    POSTCODE,
    COUNTRY,
    IBAN,
    CARD,
    NATIONAL_ID,
    COMPANY,
    TEXT;

    private final String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    /**
     * The kind of a name.
     *
     * @param words as {@link #words()}, in upper or lower case
     */
    public static Optional<FakeKind> find(String words) {
        return Arrays.stream(values())
                .filter(kind -> kind.words.equalsIgnoreCase(words))
                .findFirst();
    }

    /** All of them, as rules name them. */
    public static List<String> allWords() {
        return Arrays.stream(values()).map(FakeKind::words).toList();
    }

    /** Its name in rules, such as {@code first name}. */
    public String words() {
        return words;
    }

    @Override
    public String toString() {
        return words;
    }
}
