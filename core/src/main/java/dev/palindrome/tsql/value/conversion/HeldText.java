package dev.palindrome.tsql.value.conversion;

import dev.palindrome.sql.CodePage;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * National texts that become others: what the code page does not hold is lost (Microsoft: char-and-varchar-transact-sql).
 */
public final class HeldText {

    /** The front's own, in {@code FunctionCalls}. */
    private static final String HELD = "palindrome.held";

    private HeldText() {}

    /** Not where the column's collation has another code page than the database's, which is not known here. */
    public static boolean concerns(Expression value, ValueType type) {
        boolean national = value.type()
                .filter(from -> from.is(SqlTypeFamily.NATIONAL_TEXT))
                .isPresent();
        boolean lost =
                !value.isText() || !CodePage.holds(value.literal().orElseThrow().value());
        return national && lost && type.is(SqlTypeFamily.TEXT) && !type.hasOtherCodePage();
    }

    public static Expression of(Expression value) {
        ValueType from = value.type().orElseThrow();
        SqlType type = from.type() == SqlType.NCHAR ? SqlType.CHAR : SqlType.VARCHAR;
        Optional<ValueType> held = Optional.of(new ValueType(type, from.precision(), 0));
        if (value.isText()) {
            String text = CodePage.held(value.literal().orElseThrow().value());
            return Expression.of(
                    held, Tokens.inThePlaceOf(value.tokens().get(0), "'" + SqlLiteral.doubled(text) + "'"));
        }
        return Expression.of(held, Tokens.call(value.tokens().get(0), HELD, List.of(value.tokens()), ""));
    }
}
