package dev.palindrome.seed.rule;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.NumberRange;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A type whose values two other types hold, as far as that is known. */
final class NarrowerType {

    private NarrowerType() {}

    /**
     * @param now what the values are put into
     * @param later what they must be converted to
     */
    static DeclaredType of(DeclaredType now, DeclaredType later) {
        if (isText(now)) {
            return isText(later) ? text(now, later) : later;
        }
        if (isText(later)) {
            return now.numbers().isPresent() ? digits(now, later) : now;
        }
        Optional<NumberRange> before = now.numbers();
        Optional<NumberRange> behind = later.numbers();
        if (before.isPresent() && behind.isPresent()) {
            return number(now, later);
        }
        return now.is(SqlTypeFamily.BINARY) && later.is(SqlTypeFamily.BINARY) && isShorter(now, later) ? now : later;
    }

    private static boolean isText(DeclaredType type) {
        return type.family().filter(SqlTypeFamily::isText).isPresent();
    }

    private static boolean isShorter(DeclaredType one, DeclaredType other) {
        return one.length().isPresent()
                && one.length().getAsInt() < other.length().orElse(Integer.MAX_VALUE);
    }

    private static DeclaredType text(DeclaredType now, DeclaredType later) {
        boolean unicode = now.is(SqlTypeFamily.NATIONAL_TEXT) && later.is(SqlTypeFamily.NATIONAL_TEXT);
        int length =
                Math.min(now.length().orElse(Integer.MAX_VALUE), later.length().orElse(Integer.MAX_VALUE));
        return new DeclaredType(
                (unicode ? SqlType.NVARCHAR : SqlType.VARCHAR).name(),
                List.of(length == Integer.MAX_VALUE ? "MAX" : Integer.toString(length)));
    }

    /** With a sign in front, as many as there is room for. */
    private static DeclaredType digits(DeclaredType now, DeclaredType later) {
        int room = later.length().orElse(Integer.MAX_VALUE) - 1;
        int precision = Math.min(room, now.precision().orElse(1));
        return precision >= now.precision().orElse(1) && now.scale().orElse(0) == 0
                ? now
                : decimal(Math.max(1, precision - 1), 0);
    }

    private static DeclaredType number(DeclaredType now, DeclaredType later) {
        int scale = Math.min(now.scale().orElse(0), later.scale().orElse(0));
        BigDecimal before = now.numbers().orElseThrow().greatest();
        BigDecimal behind = later.numbers().orElseThrow().greatest();
        DeclaredType narrower = behind.compareTo(before) < 0 ? later : now;
        int digits = Math.max(1, before.min(behind).toBigInteger().toString().length() - 1);
        return narrower.scale().orElse(0) == scale ? narrower : decimal(digits + scale, scale);
    }

    private static DeclaredType decimal(int precision, int scale) {
        return new DeclaredType(SqlType.DECIMAL.name(), List.of(Integer.toString(precision), Integer.toString(scale)));
    }
}
