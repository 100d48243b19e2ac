package dev.palindrome.tsql.value.type;

import dev.palindrome.sql.DateTimeRange;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a literal means where a value of some type is wanted, written so that H2 reads the same (Microsoft:
 * cast-and-convert-transact-sql and the pages of the types).
 */
public final class LiteralReading {

    /** A DATETIME counts in these. */
    private static final int OF_A_SECOND = 300;

    private static final int MOST_FRACTION = 3;

    private static final int MONEY_SCALE = 4;

    private static final long NANOSECONDS = 1_000_000_000L;

    /** From here on a SMALLDATETIME is rounded up: 29.999 seconds. */
    private static final long HALF_A_MINUTE = 29_999_000_000L;

    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d+");

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)");

    private static final Pattern FLOAT = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");

    private static final Pattern GUID =
            Pattern.compile("\\{?([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})\\}?.*");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.nnnnnnnnn", Locale.ROOT);

    /** What is done with a literal. */
    public enum Use {
        /** It becomes of a column's type. */
        ASSIGNED,
        /** The higher of two types decides. */
        COMPARED,
        /** It stands in a CAST. */
        CONVERTED
    }

    private final DateOrder order;

    public LiteralReading(DateOrder order) {
        this.order = order;
    }

    /**
     * A text for a type.
     *
     * @return T-SQL, or nothing where H2 reads it as SQL Server does
     * @throws UntranslatableException with SQL Server's error if it cannot be read
     */
    public Optional<String> ofText(Token literal, ValueType type) {
        String text = literal.value();
        return switch (type.family()) {
            case WHOLE_NUMBER -> Optional.of(whole(literal, type));
            case BIT -> Optional.of(bit(literal));
            case DECIMAL -> Optional.of(decimal(literal, type));
            case MONEY -> Optional.of(money(literal, type));
            case FLOATING_POINT -> Optional.of(floating(literal, type));
            case GUID -> Optional.of(guid(literal));
            case DATE, TIME, DATE_TIME, DATE_TIME_WITH_OFFSET -> Optional.of(dateTime(literal, text, type));
            default -> Optional.empty();
        };
    }

    /**
     * A number for a type.
     *
     * @param number with its sign
     * @param use what is done with it
     * @return as above
     */
    public Optional<String> ofNumber(Token literal, String number, ValueType type, Use use) {
        boolean floating = number.toLowerCase(Locale.ROOT).contains("e");
        BigDecimal value = new BigDecimal(number.endsWith("e") || number.endsWith("E") ? number + "0" : number);
        boolean whole = value.scale() <= 0 || !number.contains(".");
        return switch (type.family()) {
            case WHOLE_NUMBER, MONEY -> {
                if (use == Use.COMPARED) {
                    yield Optional.empty();
                }
                requireInRange(literal, value, type);
                boolean same = whole && !floating || type.is(SqlTypeFamily.MONEY);
                yield same ? Optional.empty() : Optional.of(cut(value));
            }
            case DATE_TIME ->
                type.type() == SqlType.DATETIME2
                        ? clash(literal, type, use)
                        : Optional.of(dateTime(literal, value, type));
            case DATE, TIME, DATE_TIME_WITH_OFFSET, GUID -> clash(literal, type, use);
            case BINARY -> {
                if (use == Use.ASSIGNED && (!whole || floating || !isInt(value))) {
                    throw new UntranslatableException("the bytes of a number that is no INT");
                }
                yield whole && !floating && isInt(value) ? Optional.of(binary(value, type)) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static boolean isInt(BigDecimal value) {
        return SqlType.INT.numbers().orElseThrow().has(value);
    }

    private static void requireInRange(Token literal, BigDecimal value, ValueType type) {
        BigDecimal cut = type.is(SqlTypeFamily.MONEY)
                ? value.setScale(MONEY_SCALE, RoundingMode.HALF_UP)
                : value.setScale(0, RoundingMode.DOWN);
        if (!type.type().numbers().orElseThrow().has(cut)) {
            boolean small = type.type() == SqlType.TINYINT || type.type() == SqlType.SMALLINT;
            throw UntranslatableException.refused(
                    small ? 220 : 8115, literal, "a number is beyond the range of " + lower(type));
        }
    }

    private static String cut(BigDecimal value) {
        return value.setScale(0, RoundingMode.DOWN).toPlainString();
    }

    private static Optional<String> clash(Token literal, ValueType type, Use use) {
        throw UntranslatableException.refused(
                use == Use.CONVERTED ? 529 : 206, literal, "a number is no " + lower(type));
    }

    private static String lower(ValueType type) {
        return type.type().name().toLowerCase(Locale.ROOT);
    }

    private static UntranslatableException unreadable(int error, Token literal, ValueType type) {
        return UntranslatableException.refused(error, literal, "a text cannot be read as " + lower(type));
    }

    private static String whole(Token literal, ValueType type) {
        String text = literal.value().strip();
        if (text.isEmpty() || text.equals("+") || text.equals("-")) {
            return "0";
        }
        if (!WHOLE.matcher(text).matches()) {
            throw unreadable(type.type() == SqlType.BIGINT ? 8114 : 245, literal, type);
        }
        BigInteger number = new BigInteger(text.startsWith("+") ? text.substring(1) : text);
        if (!type.type().numbers().orElseThrow().has(new BigDecimal(number))) {
            throw UntranslatableException.refused(
                    overflow(type), literal, "a number is beyond the range of " + lower(type));
        }
        return number.toString();
    }

    /** Of a text (Microsoft: the errors of the engine, 244, 248 and 8115). */
    private static int overflow(ValueType type) {
        return switch (type.type()) {
            case TINYINT, SMALLINT -> 244;
            case INT -> 248;
            default -> 8115;
        };
    }

    private static String bit(Token literal) {
        String text = literal.value().strip().toLowerCase(Locale.ROOT);
        if (text.equals("true") || WHOLE.matcher(text).matches() && new BigInteger(text).signum() != 0) {
            return "CAST(1 AS BIT)";
        }
        if (text.isEmpty() || text.equals("false") || WHOLE.matcher(text).matches()) {
            return "CAST(0 AS BIT)";
        }
        throw unreadable(245, literal, ValueType.of(SqlType.BIT));
    }

    private static String decimal(Token literal, ValueType type) {
        String text = literal.value().strip();
        if (!DECIMAL.matcher(text).matches()) {
            throw unreadable(8114, literal, type);
        }
        return new BigDecimal(text).toPlainString();
    }

    private static String floating(Token literal, ValueType type) {
        String text = literal.value().strip();
        if (text.isEmpty()) {
            return "0";
        }
        if (!FLOAT.matcher(text).matches()) {
            throw unreadable(8114, literal, type);
        }
        double number = Double.parseDouble(text);
        if (Double.isInfinite(type.type() == SqlType.REAL ? (float) number : number)) {
            throw UntranslatableException.refused(8115, literal, "a number is beyond the range of " + lower(type));
        }
        return SqlLiteral.of(text);
    }

    /** Commas may stand anywhere, and a currency's sign before the digits. */
    private static String money(Token literal, ValueType type) {
        StringBuilder digits = new StringBuilder();
        for (char c : literal.value().strip().replace(",", "").toCharArray()) {
            if (Character.getType(c) != Character.CURRENCY_SYMBOL) {
                digits.append(c);
            }
        }
        String text = digits.toString().strip();
        if (text.isEmpty()) {
            return "0";
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw unreadable(235, literal, type);
        }
        return new BigDecimal(text).setScale(MONEY_SCALE, RoundingMode.HALF_UP).toPlainString();
    }

    private static String guid(Token literal) {
        java.util.regex.Matcher matcher = GUID.matcher(literal.value());
        if (!matcher.matches()) {
            throw unreadable(8169, literal, ValueType.of(SqlType.UNIQUEIDENTIFIER));
        }
        return "'" + matcher.group(1) + "'";
    }

    /** As an INT it has four bytes: the last ones stay, and BINARY gets zeros before them. */
    private static String binary(BigDecimal value, ValueType type) {
        String hex = HexFormat.of().withUpperCase().toHexDigits(value.intValueExact());
        int length = type.precision() == ValueType.ANY ? hex.length() : 2 * type.precision();
        if (length < hex.length()) {
            hex = hex.substring(hex.length() - length);
        } else if (type.type() == SqlType.BINARY) {
            hex = "0".repeat(length - hex.length()) + hex;
        }
        return "0x" + hex;
    }

    private String dateTime(Token literal, String text, ValueType type) {
        boolean older = type.type() == SqlType.DATETIME || type.type() == SqlType.SMALLDATETIME;
        try {
            DateTimeText read = (older ? DateTimeText.ofDateTime(text, order) : DateTimeText.ofNewer(text, order))
                    .orElseThrow(() -> unreadable(literal, type));
            if (older
                    && (read.fraction() > MOST_FRACTION
                            || read.offset()
                                    .filter(zone -> !zone.equals(ZoneOffset.UTC))
                                    .isPresent())) {
                throw unreadable(literal, type);
            }
            return older ? older(literal, read.dateTime(), type) : newer(literal, read, type);
        } catch (DateTimeException e) {
            throw older ? outOfRange(literal, type) : unreadable(literal, type);
        }
    }

    private static UntranslatableException unreadable(Token literal, ValueType type) {
        return unreadable(type.type() == SqlType.SMALLDATETIME ? 295 : 241, literal, type);
    }

    private static UntranslatableException outOfRange(Token literal, ValueType type) {
        return UntranslatableException.refused(242, literal, "there is no such " + lower(type));
    }

    /** Days since 1900. */
    private static String dateTime(Token literal, BigDecimal days, ValueType type) {
        BigDecimal whole = days.setScale(0, RoundingMode.FLOOR);
        BigDecimal ticks = days.subtract(whole)
                .multiply(BigDecimal.valueOf(ChronoUnit.DAYS.getDuration().toSeconds() * OF_A_SECOND))
                .setScale(0, RoundingMode.HALF_UP);
        try {
            LocalDateTime day =
                    DateTimeText.NO_DATE.plusDays(whole.longValueExact()).atStartOfDay();
            return older(literal, ofTicks(day, ticks.longValueExact()), type);
        } catch (DateTimeException | ArithmeticException e) {
            throw UntranslatableException.refused(8115, literal, "there is no such " + lower(type));
        }
    }

    private static LocalDateTime ofTicks(LocalDateTime day, long ticks) {
        LocalDateTime second = day.plusSeconds(ticks / OF_A_SECOND);
        long thousandths = Math.round(ticks % OF_A_SECOND * 10.0 / 3);
        return second.plus(thousandths, ChronoUnit.MILLIS);
    }

    private static String older(Token literal, LocalDateTime dateTime, ValueType type) {
        LocalDateTime rounded = type.type() == SqlType.SMALLDATETIME ? minutes(dateTime) : ticks(dateTime);
        DateTimeRange range = type.type().dateTimes().orElseThrow();
        if (rounded.isBefore(range.first()) || rounded.isAfter(range.last())) {
            throw outOfRange(literal, type);
        }
        return quoted(rounded, type.type() == SqlType.SMALLDATETIME ? 0 : MOST_FRACTION);
    }

    private static LocalDateTime ticks(LocalDateTime dateTime) {
        long ticks = (dateTime.toLocalTime().toNanoOfDay() * OF_A_SECOND + NANOSECONDS / 2) / NANOSECONDS;
        return ofTicks(dateTime.toLocalDate().atStartOfDay(), ticks);
    }

    private static LocalDateTime minutes(LocalDateTime dateTime) {
        LocalDateTime minute = dateTime.truncatedTo(ChronoUnit.MINUTES);
        return ChronoUnit.NANOS.between(minute, dateTime) >= HALF_A_MINUTE ? minute.plusMinutes(1) : minute;
    }

    private static String newer(Token literal, DateTimeText read, ValueType type) {
        LocalDateTime dateTime = rounded(read.dateTime(), type);
        int year = read.dateTime().getYear();
        if (year < 1 || year > 9999) {
            throw unreadable(literal, type);
        }
        if (dateTime.getYear() > 9999) {
            throw new UntranslatableException("a " + lower(type) + " that is rounded beyond the year 9999");
        }
        return switch (type.type()) {
            case DATE -> "'" + DATE.format(read.dateTime()) + "'";
            case TIME -> "'" + time(dateTime, type.scale()) + "'";
            case DATETIMEOFFSET -> {
                String zone = read.offset().orElse(ZoneOffset.UTC).getId();
                String known = quoted(dateTime, type.scale());
                yield known.substring(0, known.length() - 1) + (zone.equals("Z") ? "+00:00" : zone) + "'";
            }
            default -> quoted(dateTime, type.scale());
        };
    }

    private static LocalDateTime rounded(LocalDateTime dateTime, ValueType type) {
        long unit = (long) Math.pow(10, 9 - type.scale());
        long nanos = dateTime.toLocalTime().toNanoOfDay();
        return dateTime.toLocalDate().atStartOfDay().plusNanos((nanos + unit / 2) / unit * unit);
    }

    private static String quoted(LocalDateTime dateTime, int scale) {
        return "'" + DATE.format(dateTime) + " " + time(dateTime, scale) + "'";
    }

    private static String time(LocalDateTime dateTime, int scale) {
        String full = TIME.format(dateTime);
        return full.substring(0, scale == 0 ? 8 : 9 + scale);
    }
}
