package dev.palindrome.production.scan;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which types the columns of a kind have. */
final class TypeFit {

    /** A shorter column is a code. */
    private static final int SHORTEST_EMAIL = 10;

    private static final int SHORTEST_FULL_NAME = 8;

    private static final int SHORTEST_TEXT = 40;

    private static final Set<SqlTypeFamily> TEXTS = EnumSet.of(SqlTypeFamily.TEXT, SqlTypeFamily.NATIONAL_TEXT);

    private TypeFit() {}

    /** True where the type is not known, as that of a computed column or of a type of the user's own. */
    static boolean fits(PersonalKind kind, Optional<DeclaredType> declared) {
        Optional<SqlType> type = declared.flatMap(DeclaredType::sqlType);
        if (type.isEmpty()) {
            return true;
        }
        boolean fits = TEXTS.contains(type.get().family())
                ? declared.get().length().orElse(Integer.MAX_VALUE) >= shortest(kind)
                : others(kind).contains(type.get().family());
        return fits && !(kind != PersonalKind.GENDER && kind != PersonalKind.HEALTH && type.get() == SqlType.TINYINT);
    }

    private static int shortest(PersonalKind kind) {
        return switch (kind) {
            case EMAIL -> SHORTEST_EMAIL;
            case FULL_NAME -> SHORTEST_FULL_NAME;
            case TEXT -> SHORTEST_TEXT;
            default -> 1;
        };
    }

    private static Set<SqlTypeFamily> others(PersonalKind kind) {
        return switch (kind) {
            case DATE_OF_BIRTH ->
                EnumSet.of(
                        SqlTypeFamily.DATE,
                        SqlTypeFamily.DATE_TIME,
                        SqlTypeFamily.DATE_TIME_WITH_OFFSET,
                        SqlTypeFamily.WHOLE_NUMBER);
            case PHONE -> EnumSet.of(SqlTypeFamily.WHOLE_NUMBER, SqlTypeFamily.DECIMAL, SqlTypeFamily.FLOATING_POINT);
            case POSTCODE -> EnumSet.of(SqlTypeFamily.WHOLE_NUMBER, SqlTypeFamily.DECIMAL);
            case IBAN, CARD, NATIONAL_ID ->
                EnumSet.of(SqlTypeFamily.WHOLE_NUMBER, SqlTypeFamily.DECIMAL, SqlTypeFamily.BINARY);
            case TEXT -> EnumSet.of(SqlTypeFamily.XML, SqlTypeFamily.JSON);
            case LOCATION -> EnumSet.of(SqlTypeFamily.SPATIAL, SqlTypeFamily.FLOATING_POINT, SqlTypeFamily.DECIMAL);
            case IP_ADDRESS -> EnumSet.of(SqlTypeFamily.BINARY, SqlTypeFamily.WHOLE_NUMBER);
            case PASSWORD, PHOTO -> EnumSet.of(SqlTypeFamily.BINARY);
            case GENDER -> EnumSet.of(SqlTypeFamily.BIT, SqlTypeFamily.WHOLE_NUMBER);
            case HEALTH ->
                EnumSet.of(
                        SqlTypeFamily.BIT,
                        SqlTypeFamily.WHOLE_NUMBER,
                        SqlTypeFamily.DECIMAL,
                        SqlTypeFamily.XML,
                        SqlTypeFamily.JSON);
            case PERSONAL_TRAIT -> EnumSet.of(SqlTypeFamily.BIT);
            default -> EnumSet.noneOf(SqlTypeFamily.class);
        };
    }
}
