package dev.palindrome.seed.condition;

import dev.palindrome.seed.values.Value;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/** What T-SQL's functions and signs come to. What is not here, only the server knows. */
final class TsqlFunctions {

    private static final Set<String> KNOWN = Set.of(
            "ISNULL",
            "COALESCE",
            "LEN",
            "CHAR_LENGTH",
            "CHARACTER_LENGTH",
            "LENGTH",
            "UPPER",
            "LOWER",
            "TRIM",
            "LTRIM",
            "RTRIM",
            "LEFT",
            "RIGHT",
            "SUBSTRING",
            "ABS",
            "YEAR",
            "MONTH",
            "DAY");

    private TsqlFunctions() {}

    /** Whether it is among those that can be judged here. */
    static boolean isKnown(String function) {
        return KNOWN.contains(function);
    }

    static Value call(String function, List<Value> arguments) {
        if (arguments.isEmpty()) {
            return Value.UNKNOWN;
        }
        Value first = arguments.get(0);
        return switch (function) {
            case "ISNULL", "COALESCE" -> firstPresent(arguments);
            case "ISJSON" -> text(first, text -> number(JsonTexts.isJson(text) ? 1 : 0));
            case "JSON_VALUE" ->
                arguments.size() > 1 && arguments.get(1).text().isPresent()
                        ? first.text()
                                .map(text -> JsonDocument.value(
                                        text, arguments.get(1).text().get()))
                                .orElse(missing(first))
                        : Value.UNKNOWN;
            case "LEN" -> text(first, text -> number(text.stripTrailing().length()));
            case "CHAR_LENGTH", "CHARACTER_LENGTH", "LENGTH" -> text(first, text -> number(text.length()));
            case "UPPER" -> text(first, text -> text.toUpperCase(Locale.ROOT));
            case "LOWER" -> text(first, text -> text.toLowerCase(Locale.ROOT));
            case "TRIM" -> text(first, String::strip);
            case "LTRIM" -> text(first, String::stripLeading);
            case "RTRIM" -> text(first, String::stripTrailing);
            case "LEFT" -> part(first, arguments, length -> 0);
            case "RIGHT" -> part(first, arguments, length -> Math.max(0, length - number(arguments, 1)));
            case "SUBSTRING" -> part(first, arguments, length -> Math.max(0, number(arguments, 1) - 1));
            case "ABS" -> first.number().map(number -> Value.of(number.abs())).orElse(missing(first));
            case "YEAR" -> datePart(first, LocalDateTime::getYear);
            case "MONTH" -> datePart(first, LocalDateTime::getMonthValue);
            case "DAY" -> datePart(first, LocalDateTime::getDayOfMonth);
            case "DATALENGTH", "OCTET_LENGTH" -> bytes(first);
            default -> Value.UNKNOWN;
        };
    }

    /** A guess that is worth trying: what a conversion comes to in the end, only the server knows. */
    static Value convert(Value value, String type) {
        Optional<SqlTypeFamily> family = SqlType.find(type).map(SqlType::family);
        if (value.number().isPresent() && family.equals(Optional.of(SqlTypeFamily.WHOLE_NUMBER))) {
            return Value.of(value.number().get().setScale(0, RoundingMode.DOWN));
        }
        if (value.content() instanceof LocalDateTime dateTime && family.equals(Optional.of(SqlTypeFamily.DATE))) {
            return Value.of(dateTime.toLocalDate().atStartOfDay());
        }
        return missing(value);
    }

    static Value calculate(Value left, String sign, Value right) {
        if (left.number().isEmpty() || right.number().isEmpty()) {
            return Value.UNKNOWN;
        }
        BigDecimal one = left.number().get();
        BigDecimal other = right.number().get();
        return switch (sign) {
            case "+" -> Value.of(one.add(other));
            case "-" -> Value.of(one.subtract(other));
            case "*" -> Value.of(one.multiply(other));
            case "/" -> division(one, other);
            default -> other.signum() == 0 ? Value.UNKNOWN : Value.of(one.remainder(other));
        };
    }

    /** Between whole numbers T-SQL's division is whole. */
    private static Value division(BigDecimal one, BigDecimal other) {
        if (other.signum() == 0) {
            return Value.UNKNOWN;
        }
        boolean whole = one.scale() <= 0 && other.scale() <= 0;
        return Value.of(whole ? one.divideToIntegralValue(other) : one.divide(other, MathContext.DECIMAL64));
    }

    private static Value firstPresent(List<Value> arguments) {
        for (Value argument : arguments) {
            if (!argument.known() || argument.content() != null) {
                return argument;
            }
        }
        return Value.NULL;
    }

    private static Value text(Value value, Function<String, Object> function) {
        return value.text().map(text -> Value.of(function.apply(text))).orElse(missing(value));
    }

    /** @param begin of a text of so many characters */
    private static Value part(Value value, List<Value> arguments, IntUnaryOperator begin) {
        int length = number(arguments, arguments.size() - 1);
        return length < 0
                ? Value.UNKNOWN
                : text(value, text -> {
                    int from = Math.min(text.length(), begin.applyAsInt(text.length()));
                    return text.substring(from, Math.min(text.length(), from + length));
                });
    }

    /** Less than 0 where that is not known. */
    private static int number(List<Value> arguments, int index) {
        return index < 1 || index >= arguments.size()
                ? -1
                : arguments.get(index).number().map(BigDecimal::intValue).orElse(-1);
    }

    private static Value datePart(Value value, Function<LocalDateTime, Integer> part) {
        return value.content() instanceof LocalDateTime dateTime
                ? Value.of(number(part.apply(dateTime)))
                : missing(value);
    }

    private static Value bytes(Value value) {
        return value.content() instanceof ByteBuffer bytes ? Value.of(number(bytes.remaining())) : Value.UNKNOWN;
    }

    private static Value missing(Value value) {
        return value.known() && value.content() == null ? Value.NULL : Value.UNKNOWN;
    }

    private static BigDecimal number(int number) {
        return BigDecimal.valueOf(number);
    }
}
