package dev.palindrome.tsql.value.conversion;

import dev.palindrome.sql.SqlType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A date or time written as the bytes that SQL Server keeps it in, {@code CAST(0x0000A2B500000000 AS DATETIME)}, as
 * older versions of Management Studio write rows. A DATETIME is the days since 1900 and 300ths of a second, a
 * SMALLDATETIME the days and the minutes, from the left; the newer types have their scale first, and then the time and
 * the days since the year 1 from the right (Microsoft: cast-and-convert-transact-sql; the storage sizes on the types'
 * own pages).
 */
public final class BinaryMoment {

    private static final LocalDate FIRST_OF_DATETIME = LocalDate.of(1900, 1, 1);

    private static final LocalDate FIRST_OF_DATE = LocalDate.of(1, 1, 1);

    private static final int MILLIS_OF_THREE_TICKS = 10;

    private static final int TICKS = 3;

    private static final int DAYS = 3;

    private static final int MOST_SCALE = 7;

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private BinaryMoment() {}

    /**
     * What the bytes say.
     *
     * @param literal a binary literal, with its 0x
     * @return a text that such a column reads, or empty where the bytes are no value of the type, or it is no type of
     *     dates or times
     */
    public static Optional<String> of(String literal, SqlType type) {
        String digits = literal.substring(2);
        byte[] bytes = HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : "0" + digits);
        try {
            return switch (type) {
                case DATETIME -> Optional.of(dateTime(right(bytes, 8)));
                case SMALLDATETIME -> Optional.of(smallDateTime(right(bytes, 4)));
                case DATE -> without(bytes, DAYS).map(days -> days(days, 0).toString());
                case TIME, DATETIME2, DATETIMEOFFSET -> scaled(bytes, type);
                default -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String dateTime(byte[] bytes) {
        long ticks = unsigned(bytes, 4, 8);
        long millis = (ticks * MILLIS_OF_THREE_TICKS + 1) / TICKS;
        LocalDateTime moment = FIRST_OF_DATETIME
                .plusDays((int) unsigned(bytes, 0, 4))
                .atStartOfDay()
                .plus(millis, ChronoUnit.MILLIS);
        return TEXT.format(moment) + String.format(Locale.ROOT, ".%03d", millis % 1000);
    }

    private static String smallDateTime(byte[] bytes) {
        return TEXT.format(
                FIRST_OF_DATETIME.plusDays(unsigned(bytes, 0, 2)).atStartOfDay().plusMinutes(unsigned(bytes, 2, 4)));
    }

    private static Optional<String> scaled(byte[] bytes, SqlType type) {
        int scale = bytes.length == 0 ? -1 : bytes[0];
        if (scale < 0 || scale > MOST_SCALE) {
            return Optional.empty();
        }
        int time = scale < 3 ? 3 : scale < 5 ? 4 : 5;
        int wanted = 1 + time + (type == SqlType.TIME ? 0 : DAYS) + (type == SqlType.DATETIMEOFFSET ? 2 : 0);
        return without(bytes, wanted).map(all -> {
            long nanos = reversed(all, 1, 1 + time) * (long) Math.pow(10, 9 - scale);
            LocalDate date = type == SqlType.TIME ? FIRST_OF_DATETIME : days(all, 1 + time);
            LocalDateTime moment = date.atStartOfDay().plusNanos(nanos);
            if (type == SqlType.DATETIMEOFFSET) {
                ZoneOffset offset = ZoneOffset.ofTotalSeconds((short) reversed(all, wanted - 2, wanted) * 60);
                return text(moment.plusSeconds(offset.getTotalSeconds()), scale)
                        + (offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId());
            }
            String text = text(moment, scale);
            return type == SqlType.TIME ? text.substring(text.indexOf('T') + 1) : text;
        });
    }

    private static String text(LocalDateTime moment, int scale) {
        String fraction = String.format(Locale.ROOT, "%09d", moment.getNano()).substring(0, scale);
        return TEXT.format(moment) + (scale == 0 ? "" : "." + fraction);
    }

    private static LocalDate days(byte[] bytes, int from) {
        return FIRST_OF_DATE.plusDays(reversed(bytes, from, from + DAYS));
    }

    /** As many bytes as are wanted: what stands behind them is nothing but zeros, which Management Studio adds. */
    private static Optional<byte[]> without(byte[] bytes, int wanted) {
        if (bytes.length < wanted) {
            return Optional.empty();
        }
        for (int i = wanted; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(Arrays.copyOf(bytes, wanted));
    }

    /** The last bytes, with zeros before them where there are too few. */
    private static byte[] right(byte[] bytes, int wanted) {
        byte[] out = new byte[wanted];
        int taken = Math.min(wanted, bytes.length);
        System.arraycopy(bytes, bytes.length - taken, out, wanted - taken, taken);
        return out;
    }

    private static long unsigned(byte[] bytes, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number << 8 | bytes[i] & 0xFF;
        }
        return number;
    }

    private static long reversed(byte[] bytes, int from, int to) {
        long number = 0;
        for (int i = to - 1; i >= from; i--) {
            number = number << 8 | bytes[i] & 0xFF;
        }
        return number;
    }
}
