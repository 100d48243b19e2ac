package dev.palindrome.production.scan.value;

import java.util.function.Predicate;

/**
 * What a value can be known by. One value proves nothing: a tenth of all numbers pass a check digit by chance, so that each form
 * needs a share of the values, and the weaker ones several of them.
 */
public enum ValueForm {
    EMAIL("email", "addresses of mail", 0.6, 0.97, Needs.LITTLE, TextForms::isEmail),
    IBAN("iban", "IBANs", 0.7, 0.98, Needs.LITTLE, PaymentNumbers::isIban),
    PASSWORD_HASH("password", "hashes of passwords", 0.6, 0.95, Needs.LITTLE, TextForms::isPasswordHash),
    INTERNATIONAL_PHONE(
            "phone", "telephone numbers with a country", 0.6, 0.93, Needs.LITTLE, PhoneNumbers::isInternational),
    IP_ADDRESS("ip address", "IP addresses", 0.8, 0.9, Needs.LITTLE, TextForms::isIpAddress),
    CODICE_FISCALE("national id", "Italian tax codes", 0.7, 0.95, Needs.LITTLE, NationalIds::isCodiceFiscale),
    NIR("national id", "French social security numbers", 0.7, 0.95, Needs.LITTLE, NationalIds::isNir),
    AHV_NUMBER("national id", "Swiss AHV numbers", 0.8, 0.95, Needs.LITTLE, NationalIds::isAhvNumber),
    SOCIAL_SECURITY_NUMBER(
            "national id",
            "in the form of US social security numbers",
            0.8,
            0.9,
            Needs.LITTLE,
            NationalIds::isSocialSecurityNumber),
    NATIONAL_INSURANCE_NUMBER(
            "national id",
            "in the form of UK national insurance numbers",
            0.8,
            0.9,
            Needs.LITTLE,
            NationalIds::isNationalInsuranceNumber),
    DNI("national id", "Spanish DNI or NIE numbers", 0.8, 0.93, Needs.LITTLE, NationalIds::isDni),
    CARD("card", "card numbers", 0.8, 0.95, Needs.MORE, PaymentNumbers::isCard),
    CPF("national id", "Brazilian CPF numbers", 0.85, 0.93, Needs.MORE, NationalIds::isCpf),
    STEUER_ID("national id", "German tax identification numbers", 0.85, 0.93, Needs.MORE, NationalIds::isSteuerId),
    PERSONNUMMER("national id", "Swedish personal numbers", 0.9, 0.9, Needs.MORE, NationalIds::isPersonnummer),
    PESEL("national id", "Polish PESEL numbers", 0.9, 0.9, Needs.MORE, NationalIds::isPesel),
    BSN("national id", "Dutch citizen service numbers", 0.9, 0.85, Needs.MUCH, NationalIds::isBsn),
    NIF("national id", "Portuguese tax numbers", 0.9, 0.85, Needs.MUCH, NationalIds::isNif),
    NATIONAL_PHONE("phone", "telephone numbers as people write them", 0.7, 0.85, Needs.MORE, PhoneNumbers::isNational),
    STREET("street", "streets with a number", 0.5, 0.8, Needs.MORE, TextForms::isStreet),
    FULL_NAME("full name", "first and last names that are known", 0.35, 0.85, Needs.MUCH, TextForms::isFullName),
    FIRST_NAME("first name", "first names that are known", 0.6, 0.75, Needs.MUCH, TextForms::isFirstName),
    LAST_NAME("last name", "last names that are known", 0.5, 0.7, Needs.MUCH, TextForms::isLastName),
    GENDER("gender", "words for a gender", 0.97, 0.55, Needs.MUCH, TextForms::isGender);

    /** How many different values there must be. */
    static final class Needs {
        static final int LITTLE = 1;
        static final int MORE = 3;
        static final int MUCH = 8;

        private Needs() {}
    }

    private static final int FEWEST_DIGITS = 6;

    private static final int LONGEST_NUMBER = 42;

    private final String kind;
    private final String words;
    private final double share;
    private final double confidence;
    private final int different;
    private final Predicate<String> test;

    ValueForm(String kind, String words, double share, double confidence, int different, Predicate<String> test) {
        this.kind = kind;
        this.words = words;
        this.share = share;
        this.confidence = confidence;
        this.different = different;
        this.test = test;
    }

    /** Whether a value has it. */
    boolean fits(String value) {
        return test.test(value);
    }

    /** Whether a value with so many digits may have it at all: a look that costs next to nothing. */
    boolean mayFit(int length, int digits) {
        return switch (this) {
            case EMAIL, PASSWORD_HASH, IP_ADDRESS -> true;
            case FULL_NAME, FIRST_NAME, LAST_NAME, GENDER -> digits == 0;
            case STREET -> digits > 0 && digits < length;
            default -> digits >= FEWEST_DIGITS && length <= LONGEST_NUMBER;
        };
    }

    /** In the words of the rules for masking. */
    public String kind() {
        return kind;
    }

    /** What values of it are called. */
    public String words() {
        return words;
    }

    /** The least share of the values that must have it. */
    double share() {
        return share;
    }

    /** How sure it is then. */
    double confidence() {
        return confidence;
    }

    /** How many different values must be there. */
    int different() {
        return this == GENDER ? 2 : different;
    }

    /** Whether it tells more than the name of a column does. */
    public boolean isStrong() {
        return compareTo(NATIONAL_PHONE) <= 0;
    }
}
