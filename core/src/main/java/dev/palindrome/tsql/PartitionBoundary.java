package dev.palindrome.tsql;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A limit of a partition function: a value of its type, written as SQL Server's catalogue tells it.
 *
 * @param text a literal, or NULL
 * @param order where it stands among the others; NULL comes first
 */
public record PartitionBoundary(String text, Comparable<?> order) {

    /** NULL is less than any value. */
    private static final String NULL = "NULL";

    /** The ways to write a date that are read alike whatever DATEFORMAT and LANGUAGE say, and the usual one with hyphens. */
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,7}))?)?)?");

    private static final Pattern TIME = Pattern.compile("(\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,7}))?)?");

    private static final Map<SqlType, BigInteger[]> RANGES = Map.of(
            SqlType.TINYINT, range(0, 255),
            SqlType.SMALLINT, range(Short.MIN_VALUE, Short.MAX_VALUE),
            SqlType.INT, range(Integer.MIN_VALUE, Integer.MAX_VALUE),
            SqlType.BIGINT, range(Long.MIN_VALUE, Long.MAX_VALUE));

    private static final int DIGITS_OF_FLOAT = 16;

    /**
     * Reads one.
     *
     * @param type of the function
     * @param literal as a script writes it
     * @param ordinal which of several it is, from 1
     * @return the value as one of the type
     * @throws UntranslatableException with error 7705 or 7720 if it is none of the type
     */
    public static PartitionBoundary of(String type, String literal, int ordinal) {
        Token token = Lexer.tokens(literal.startsWith("-") ? literal.substring(1) : literal, 1)
                .get(0);
        if (token.is(NULL)) {
            return new PartitionBoundary(NULL, "");
        }
        String value = (literal.startsWith("-") ? "-" : "") + token.value();
        DeclaredType declared = DeclaredType.parse(type);
        SqlTypeFamily family = declared.family().orElseThrow(() -> unknown(type));
        try {
            return switch (family) {
                case WHOLE_NUMBER, BIT, DECIMAL, MONEY, FLOATING_POINT -> number(declared, family, value, ordinal);
                case TEXT, NATIONAL_TEXT -> text(declared, family, value, ordinal);
                case DATE, DATE_TIME -> date(declared, family, value);
                case TIME -> time(declared, value);
                case BINARY -> binary(declared, literal, ordinal);
                default -> throw unknown(type);
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw notConvertible(ordinal);
        }
    }

    private static UntranslatableException unknown(String type) {
        return new UntranslatableException("limits of partitions of the type " + type);
    }

    private static UntranslatableException notConvertible(int ordinal) {
        return UntranslatableException.refused(
                7705, "the value at ordinal " + ordinal + " is none of the type of the partition function");
    }

    private static UntranslatableException truncated(int ordinal) {
        return UntranslatableException.refused(
                7720, "the value at ordinal " + ordinal + " is longer than the type of the partition function");
    }

    private static BigInteger[] range(long least, long greatest) {
        return new BigInteger[] {BigInteger.valueOf(least), BigInteger.valueOf(greatest)};
    }

    private static PartitionBoundary number(DeclaredType type, SqlTypeFamily family, String value, int ordinal) {
        BigDecimal number = new BigDecimal(value.strip());
        return switch (family) {
            case BIT ->
                new PartitionBoundary(number.signum() == 0 ? "0" : "1", BigDecimal.valueOf(number.signum() & 1));
            case FLOATING_POINT -> new PartitionBoundary(floating(number.doubleValue()), number);
            case MONEY -> decimal(number, 4);
            case DECIMAL -> {
                BigDecimal scaled = number.setScale(type.scale().orElse(0), RoundingMode.HALF_UP);
                if (scaled.precision() - scaled.scale()
                        > type.precision().orElse(18) - type.scale().orElse(0)) {
                    throw notConvertible(ordinal);
                }
                yield decimal(number, type.scale().orElse(0));
            }
            default -> whole(type, number.toBigInteger(), ordinal);
        };
    }

    private static PartitionBoundary whole(DeclaredType type, BigInteger whole, int ordinal) {
        BigInteger[] range = RANGES.get(type.sqlType().orElseThrow());
        if (range != null && (whole.compareTo(range[0]) < 0 || whole.compareTo(range[1]) > 0)) {
            throw notConvertible(ordinal);
        }
        return new PartitionBoundary(whole.toString(), new BigDecimal(whole));
    }

    private static PartitionBoundary decimal(BigDecimal number, int scale) {
        BigDecimal scaled = number.setScale(scale, RoundingMode.HALF_UP);
        return new PartitionBoundary(scaled.toPlainString(), scaled);
    }

    /** As CONVERT with style 3 writes it. */
    private static String floating(double number) {
        String text = String.format(Locale.ROOT, "%." + DIGITS_OF_FLOAT + "e", number);
        return text.replaceFirst("e([+-])(\\d\\d)$", "e$10$2");
    }

    private static PartitionBoundary text(DeclaredType type, SqlTypeFamily family, String value, int ordinal) {
        int length = type.length().orElse(Integer.MAX_VALUE);
        if (value.length() > length) {
            throw truncated(ordinal);
        }
        boolean padded = type.is(SqlType.CHAR) || type.is(SqlType.NCHAR);
        String kept = padded ? value + " ".repeat(length - value.length()) : value;
        String prefix = family == SqlTypeFamily.NATIONAL_TEXT ? "N" : "";
        return new PartitionBoundary(
                prefix + SqlLiteral.of(kept).replaceFirst("^N", ""),
                kept.stripTrailing().toLowerCase(Locale.ROOT));
    }

    private static PartitionBoundary date(DeclaredType type, SqlTypeFamily family, String value) {
        Matcher parts = DATE.matcher(value.strip());
        if (!parts.matches()) {
            throw new UntranslatableException("the limit of a partition " + SqlLiteral.of(value) + " of the type "
                    + type.name().toLowerCase(Locale.ROOT));
        }
        LocalDateTime time = LocalDateTime.of(
                        number(parts.group(1)), number(parts.group(2)), number(parts.group(3)), 0, 0)
                .with(timeOf(parts.group(4), parts.group(5), parts.group(6), parts.group(7)));
        if (family == SqlTypeFamily.DATE) {
            return new PartitionBoundary("'" + time.toLocalDate() + "'", time.toLocalDate());
        }
        if (type.is(SqlType.SMALLDATETIME)) {
            time = time.plusSeconds(30).withSecond(0).withNano(0);
        }
        String date = time.toLocalDate() + "T" + clock(time.toLocalTime(), type);
        return new PartitionBoundary("'" + date + "'", time);
    }

    private static PartitionBoundary time(DeclaredType type, String value) {
        Matcher parts = TIME.matcher(value.strip());
        if (!parts.matches()) {
            throw new UntranslatableException("the limit of a partition " + SqlLiteral.of(value) + " of the type time");
        }
        LocalTime time = timeOf(parts.group(1), parts.group(2), parts.group(3), parts.group(4));
        return new PartitionBoundary("'" + clock(time, type) + "'", time);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static LocalTime timeOf(String hour, String minute, String second, String fraction) {
        return hour == null
                ? LocalTime.MIDNIGHT
                : LocalTime.of(
                        number(hour),
                        number(minute),
                        second == null ? 0 : number(second),
                        fraction == null ? 0 : number((fraction + "00000000").substring(0, 9)));
    }

    /** The fraction is left out where it is nothing. */
    private static String clock(LocalTime time, DeclaredType type) {
        int digits = type.is(SqlType.DATETIME) ? 3 : type.scale().orElse(7);
        String fraction = String.format(Locale.ROOT, "%09d", time.get(ChronoField.NANO_OF_SECOND))
                .substring(0, digits);
        String clock = String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
        return fraction.chars().allMatch(digit -> digit == '0') ? clock : clock + "." + fraction;
    }

    private static PartitionBoundary binary(DeclaredType type, String literal, int ordinal) {
        if (!literal.toLowerCase(Locale.ROOT).startsWith("0x")) {
            throw notConvertible(ordinal);
        }
        String digits = literal.substring(2).toUpperCase(Locale.ROOT);
        String bytes = digits.length() % 2 == 0 ? digits : "0" + digits;
        int length = 2 * type.length().orElse(Integer.MAX_VALUE / 2);
        if (bytes.length() > length) {
            throw truncated(ordinal);
        }
        String kept = type.is(SqlType.BINARY) ? bytes + "0".repeat(length - bytes.length()) : bytes;
        return new PartitionBoundary("0x" + kept, kept.replaceFirst("(00)+$", ""));
    }

    /** Whether it is no value. */
    boolean isNull() {
        return text.equals(NULL);
    }

    @SuppressWarnings("unchecked")
    int compare(PartitionBoundary other) {
        if (isNull() || other.isNull()) {
            return Boolean.compare(other.isNull(), isNull());
        }
        return ((Comparable<Object>) order).compareTo(other.order);
    }
}
