package dev.palindrome.production.mask.value;

import dev.palindrome.production.MaskException;
import dev.palindrome.sql.SqlType;
import java.time.Clock;

/** Chooses how values are made up, by their kind and the column. */
public final class Replacements {

    private Replacements() {}

    /**
     * Whether a column's type takes what a kind makes up.
     *
     * @param kind what the values are
     * @param type the column's
     */
    public static boolean fit(FakeKind kind, SqlType type) {
        return switch (kind) {
            case DATE_OF_BIRTH -> DateReplacement.fits(type);
            case PHONE, POSTCODE, CARD, NATIONAL_ID ->
                type.family().isText() || type.family().isNumber() && type != SqlType.BIT;
            default -> type.family().isText();
        };
    }

    /**
     * How numbers are replaced that are any kind's, such as those in a document of which all is to become texts: those of which
     * numbers are made up anyway so, others by other digits.
     *
     * @param kind what they are
     * @param shape of exact numbers
     * @param key what replacements follow from
     * @return for one thread
     */
    public static Replacement ofNumbers(FakeKind kind, ColumnShape shape, MaskKey key) {
        return fit(kind, shape.type()) ? of(kind, shape, key) : new NumberReplacement(kind, shape, key);
    }

    /**
     * How values of a kind are replaced in a column.
     *
     * @param kind what they are
     * @param shape what the column takes
     * @param key what replacements follow from
     * @return for one thread
     * @throws MaskException if the column's type takes nothing of the kind
     */
    public static Replacement of(FakeKind kind, ColumnShape shape, MaskKey key) {
        if (!fit(kind, shape.type())) {
            throw new MaskException(
                    "A column of the type %s takes no %s. Give the column another kind: constant …, null, or keep <reason>."
                            .formatted(shape.type(), kind));
        }
        return switch (kind) {
            case DATE_OF_BIRTH -> new DateReplacement(shape, key, Clock.systemDefaultZone());
            case PHONE, POSTCODE, CARD, NATIONAL_ID, IBAN -> new NumberReplacement(kind, shape, key);
            default -> new DrawnReplacement(DrawnTexts.of(kind), key.draws(kind.words()), shape);
        };
    }
}
