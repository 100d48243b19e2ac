package dev.palindrome.production.scan;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What is personal about a column, in the words of the rules for masking as far as these have one. */
public enum PersonalKind {
    /** An address of mail. */
    EMAIL,
    /** A given name, also a middle one or its first letter. */
    FIRST_NAME,
    /** A family name. */
    LAST_NAME,
    /** What a person is called, in one column. */
    FULL_NAME,
    /** What a person logs in with, or is known by to others. */
    USERNAME,
    /** The number of a telephone or a fax. */
    PHONE,
    /** A day or a year. */
    DATE_OF_BIRTH,
    /** What is more exact in an address than the place: street, house, flat. */
    STREET,
    /** A place. */
    CITY,
    /** A postal code. */
    POSTCODE,
    /** A country, beside a street or a person. */
    COUNTRY,
    /** The number of a bank account, of whatever form. */
    IBAN,
    /** The number of a credit card, or its check code. */
    CARD,
    /** A number that a state, an insurance or an office knows a person by. */
    NATIONAL_ID,
    /** For whom a person works. */
    COMPANY,
    /** Free text about persons or by them. */
    TEXT,
    /** A state, a province or a county, beside a street. */
    REGION,
    /** A place as coordinates. */
    LOCATION,
    /** The address of somebody's computer. */
    IP_ADDRESS,
    /** A password, its hash, or what helps to find it out. */
    PASSWORD,
    /** A picture of a person, or where it is. */
    PHOTO,
    /** Male, female or other. */
    GENDER,
    /** Diseases, disabilities and the like. */
    HEALTH,
    /** Nationality, religion, marital status and the like. */
    PERSONAL_TRAIT;

    private static final Set<PersonalKind> WITHOUT_A_MASK =
            EnumSet.of(REGION, LOCATION, IP_ADDRESS, PASSWORD, PHOTO, GENDER, HEALTH, PERSONAL_TRAIT);

    private static final Set<PersonalKind> OF_A_PERSON = EnumSet.of(
            EMAIL,
            FIRST_NAME,
            LAST_NAME,
            FULL_NAME,
            USERNAME,
            PHONE,
            DATE_OF_BIRTH,
            NATIONAL_ID,
            GENDER,
            PERSONAL_TRAIT);

    private final String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    /** Reads a kind as files and rules write it. */
    static PersonalKind of(String words) {
        for (PersonalKind kind : values()) {
            if (kind.words.equals(words)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("There is no kind \"" + words + "\".");
    }

    /**
     * Whether masking has a kind of that name.
     *
     * @return false where a rule needs {@code null}, {@code constant} or {@code keep}
     */
    public boolean hasMask() {
        return !WITHOUT_A_MASK.contains(this);
    }

    /** Whether a column of it says that the rows beside it are persons. */
    boolean tellsOfAPerson() {
        return OF_A_PERSON.contains(this);
    }

    /** Whether one column of it is enough to say so. */
    boolean namesAPerson() {
        return this == FIRST_NAME || this == LAST_NAME || this == DATE_OF_BIRTH;
    }

    /** Such as {@code first name}. */
    @Override
    public String toString() {
        return words;
    }
}
