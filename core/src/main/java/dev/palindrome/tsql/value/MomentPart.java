package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Parts of dates and times, of which not every type has all: error 9810, where H2 adds nothing or gives 0.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/dateadd-transact-sql">DATEADD</a>
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/datepart-transact-sql">DATEPART</a>
 */
final class MomentPart {

    private static final Set<String> OF_A_SECOND =
            Set.of("millisecond", "ms", "microsecond", "mcs", "nanosecond", "ns");

    private static final Set<String> OF_A_DAY = Set.of("hour", "hh", "minute", "mi", "n", "second", "ss", "s");

    private MomentPart() {}

    /** Whether it is a fraction of a second. */
    static boolean isFraction(Expression part) {
        return OF_A_SECOND.contains(name(part));
    }

    /** Whether a DATE has none of it. */
    static boolean isOfTime(Expression part) {
        return isFraction(part) || OF_A_DAY.contains(name(part));
    }

    /** @throws UntranslatableException 9810 for the hour of a DATE and the day of a TIME */
    static void require(Token function, Expression part, Optional<ValueType> type) {
        if (type.isEmpty() || part.tokens().size() != 1) {
            return;
        }
        boolean ofTime = isOfTime(part);
        if (type.get().is(SqlTypeFamily.DATE) && ofTime || type.get().is(SqlTypeFamily.TIME) && !ofTime) {
            throw UntranslatableException.refused(
                    9810,
                    function,
                    "a " + type.get().type().name().toLowerCase(Locale.ROOT) + " has no " + name(part) + " for "
                            + function.upper());
        }
    }

    private static String name(Expression part) {
        return part.tokens().size() == 1 ? part.tokens().get(0).text().toLowerCase(Locale.ROOT) : "";
    }
}
