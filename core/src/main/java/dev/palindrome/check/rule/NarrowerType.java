package dev.palindrome.check.rule;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.NumberRange;
import dev.palindrome.sql.SqlTypeFamily;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Whether a type holds less than another. Where the two cannot be compared, no is the answer. */
final class NarrowerType {

    /** From days with a time and an offset down to days. */
    private static final List<SqlTypeFamily> DAYS =
            List.of(SqlTypeFamily.DATE, SqlTypeFamily.DATE_TIME, SqlTypeFamily.DATE_TIME_WITH_OFFSET);

    private NarrowerType() {}

    static boolean is(DeclaredType old, DeclaredType now) {
        Optional<SqlTypeFamily> before = old.family();
        Optional<SqlTypeFamily> after = now.family();
        if (before.isEmpty() || after.isEmpty()) {
            return false;
        }
        return of(old, before.get(), now, after.get());
    }

    private static boolean of(DeclaredType old, SqlTypeFamily before, DeclaredType now, SqlTypeFamily after) {
        if (before.isText() && after.isText()) {
            boolean lettersLost = before == SqlTypeFamily.NATIONAL_TEXT && after == SqlTypeFamily.TEXT;
            return lettersLost || isShorter(old, now);
        }
        if (before == SqlTypeFamily.BINARY && after == SqlTypeFamily.BINARY) {
            return isShorter(old, now);
        }
        if (before.isNumber() && after.isNumber()) {
            return holdsFewerNumbers(old, now);
        }
        if (DAYS.contains(before) && DAYS.contains(after)) {
            return DAYS.indexOf(after) < DAYS.indexOf(before)
                    || before == after && before != SqlTypeFamily.DATE && isCoarser(old, now);
        }
        if (after == SqlTypeFamily.TIME && before.isTime()) {
            return before != SqlTypeFamily.TIME || isCoarser(old, now);
        }
        return before.isText() && (after.isNumber() || after.isTime() || after == SqlTypeFamily.GUID);
    }

    /** A type without a length has no limit: MAX, TEXT, IMAGE. */
    private static boolean isShorter(DeclaredType old, DeclaredType now) {
        return now.length().isPresent()
                && (old.length().isEmpty()
                        || now.length().getAsInt() < old.length().getAsInt());
    }

    private static boolean holdsFewerNumbers(DeclaredType old, DeclaredType now) {
        if (old.is(SqlTypeFamily.FLOATING_POINT) && now.is(SqlTypeFamily.FLOATING_POINT)) {
            return isLess(now.precision().getAsInt(), old.precision().getAsInt());
        }
        Optional<NumberRange> before = old.numbers();
        Optional<NumberRange> after = now.numbers();
        return before.isPresent()
                && after.isPresent()
                && (isCoarser(old, now) || isSmaller(before.get(), after.get()) && !hasAsManyDigits(old, now));
    }

    /** What is behind the point is no matter here. */
    private static boolean isSmaller(NumberRange before, NumberRange after) {
        return !after.has(before.least().setScale(0, RoundingMode.DOWN))
                || !after.has(before.greatest().setScale(0, RoundingMode.DOWN));
    }

    /** The greatest MONEY is a little less than that of as many digits, which is what people write for it elsewhere. */
    private static boolean hasAsManyDigits(DeclaredType old, DeclaredType now) {
        return now.is(SqlTypeFamily.MONEY) && digits(old) <= digits(now);
    }

    private static int digits(DeclaredType type) {
        return type.precision().orElse(0) - type.scale().orElse(0);
    }

    private static boolean isCoarser(DeclaredType old, DeclaredType now) {
        return isLess(now.scale().orElse(0), old.scale().orElse(0));
    }

    private static boolean isLess(int one, int other) {
        return one < other;
    }
}
