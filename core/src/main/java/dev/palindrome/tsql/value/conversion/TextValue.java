package dev.palindrome.tsql.value.conversion;

import dev.palindrome.sql.SqlType;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Values that become text. How SQL Server writes them depends on types that H2 does not know.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/cast-and-convert-transact-sql">CAST and CONVERT</a>
 */
public final class TextValue {

    /** The front's own, in {@code FunctionCalls}. */
    static final String TEXT_OF = "palindrome.text_of";

    private static final String EMPTY = "palindrome.empty";

    /** No style of CONVERT's, and no length. */
    public static final int NONE = -1;

    private TextValue() {}

    /** Whether it is text already, or nothing. */
    public static boolean is(Expression value) {
        return value.isNull()
                || value.type().filter(type -> type.family().isText()).isPresent();
    }

    /**
     * The empty text, if it is one, where another is compared with it: H2 makes {@code CAST('' AS VARCHAR_IGNORECASE(0))} of it
     * where it writes a query or expression down and reads it again, and refuses the 0.
     */
    public static List<Token> nothing(List<Token> value) {
        Token literal = value.get(0);
        boolean empty = value.size() == 1
                && literal.kind() == Token.Kind.STRING
                && literal.value().isEmpty();
        return empty ? Tokens.call(literal, EMPTY, List.of(), "") : value;
    }

    /** As text of any length: a column says itself when it is too short. */
    public static Expression of(Expression value) {
        return Expression.of(
                Optional.of(ValueType.of(SqlType.VARCHAR)), call(value, NONE, ValueType.of(SqlType.VARCHAR)));
    }

    /** As text of a type that may be too short. */
    public static Expression of(Expression value, ValueType text, int style) {
        return Expression.of(Optional.of(text), Tokens.cast(call(value, style, text), text));
    }

    private static List<Token> call(Expression value, int style, ValueType text) {
        String type = value.type().map(ValueType::tsql).orElse("");
        String more = ", '%s', %d, %d, '%s'"
                .formatted(type, style, text.precision(), text.type().name().toLowerCase(Locale.ROOT));
        return Tokens.call(value.tokens().get(0), TEXT_OF, List.of(value.tokens()), more);
    }
}
