package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The types of functions that give text, which follow from those of their arguments, and what they cut off: text that is of no
 * MAX type ends behind 8000 bytes.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/string-functions-transact-sql">String functions</a>
 */
final class TextType {

    /** What another value than a text may become at most. */
    private static final int LONGEST_VALUE = 60;

    private static final Pattern FEW_DIGITS = Pattern.compile("\\d{1,6}+");

    private static final String AGGREGATED = "palindrome.aggregated";

    private static final String STUFFED = "palindrome.stuffed";

    private TextType() {}

    /** The type of a literal, variable or column as text whose length varies. */
    private static ValueType varying(boolean national, int length) {
        SqlType type = national ? SqlType.NVARCHAR : SqlType.VARCHAR;
        return new ValueType(type, length > type.size() ? type.size() : length, 0);
    }

    /** Missing for functions whose type is always the same, and where nobody knows. */
    static Optional<ValueType> of(Token name, List<Expression> arguments) {
        Optional<ValueType> first =
                arguments.get(0).type().filter(type -> type.family().isText());
        boolean national = arguments.stream().anyMatch(TextType::isNational);
        return switch (name.upper()) {
            case "SPACE" -> Optional.of(varying(false, number(arguments.get(0)).orElse(SqlType.VARCHAR.size())));
            case "LOWER", "UPPER", "LTRIM", "RTRIM", "LEFT", "RIGHT", "SUBSTRING", "REVERSE" ->
                first.map(type -> varying(isNational(type), type.precision()));
            case "REPLICATE" -> first.map(type -> varying(isNational(type), replicated(type, arguments)));
            case "REPLACE" ->
                first.map(type ->
                        varying(national, type.precision() == ValueType.ANY ? ValueType.ANY : SqlType.VARCHAR.size()));
            case "STUFF" ->
                first.map(type ->
                        varying(national, together(List.of(arguments.get(0), arguments.get(arguments.size() - 1)))));
            case "CONCAT", "CONCAT_WS" ->
                arguments.stream()
                                .allMatch(argument ->
                                        argument.isNull() || argument.type().isPresent())
                        ? Optional.of(varying(national, together(arguments)))
                        : Optional.empty();
            case "PALINDROME.SPLIT" -> first.map(type -> varying(national, type.precision()));
            case "STRING_AGG" ->
                first.map(type -> varying(
                        isNational(type), type.precision() == ValueType.ANY ? ValueType.ANY : SqlType.VARCHAR.size()));
            default -> Optional.empty();
        };
    }

    private static int replicated(ValueType type, List<Expression> arguments) {
        if (type.precision() == ValueType.ANY) {
            return ValueType.ANY;
        }
        long count = arguments.size() < 2 ? 1 : number(arguments.get(1)).orElse(SqlType.VARCHAR.size());
        return (int) Math.min(SqlType.VARCHAR.size() + 1L, count * type.precision());
    }

    private static int together(List<Expression> texts) {
        int length = 0;
        for (Expression text : texts) {
            Optional<ValueType> type = text.type();
            if (text.isNull()) {
                continue;
            }
            if (type.isEmpty() || type.get().precision() == ValueType.ANY) {
                return ValueType.ANY;
            }
            length += type.get().family().isText() ? type.get().precision() : LONGEST_VALUE;
        }
        return Math.max(1, length);
    }

    private static Optional<Integer> number(Expression count) {
        boolean known = count.isNumber() && !count.negative();
        return known
                ? Optional.of(count.literal().orElseThrow().text())
                        .filter(text -> FEW_DIGITS.matcher(text).matches())
                        .map(Integer::valueOf)
                : Optional.empty();
    }

    private static boolean isNational(Expression value) {
        return value.type().filter(TextType::isNational).isPresent();
    }

    private static boolean isNational(ValueType type) {
        return type.is(SqlTypeFamily.NATIONAL_TEXT);
    }

    /** A value that a function gives, cut off where it may be longer than its type. */
    static Expression cut(Token name, List<Expression> arguments, Expression value) {
        Optional<ValueType> type =
                value.type().filter(known -> known.precision() == known.type().size());
        if (type.isEmpty()) {
            return value;
        }
        boolean longer = switch (name.upper()) {
            case "REPLICATE" ->
                number(arguments.get(arguments.size() - 1)).isEmpty()
                        || replicated(arguments.get(0).type().orElseThrow(), arguments)
                                > type.get().precision();
            case "SPACE" ->
                number(arguments.get(0))
                        .filter(count -> count <= type.get().precision())
                        .isEmpty();
            case "REPLACE" -> grows(arguments, type.get().precision());
            case "CONCAT", "CONCAT_WS" -> true;
            default -> false;
        };
        boolean stuffed = name.is("STUFF")
                && together(List.of(arguments.get(0), arguments.get(arguments.size() - 1)))
                        > type.get().precision();
        if (name.is("STRING_AGG") || stuffed) {
            return Expression.of(
                    type,
                    Tokens.call(
                            name,
                            stuffed ? STUFFED : AGGREGATED,
                            List.of(value.tokens()),
                            ", " + type.get().precision()));
        }
        return longer ? Expression.of(type, Tokens.cast(value.tokens(), type.get())) : value;
    }

    /** Each letter may become another text. */
    private static boolean grows(List<Expression> arguments, int length) {
        long most = arguments.get(0).type().orElseThrow().precision();
        Optional<ValueType> other = arguments.get(arguments.size() - 1).type();
        long each = other.map(ValueType::precision)
                .filter(known -> known != ValueType.ANY)
                .orElse(length);
        return most * each > length;
    }
}
