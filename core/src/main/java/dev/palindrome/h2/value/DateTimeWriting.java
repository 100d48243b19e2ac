package dev.palindrome.h2.value;

import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.SqlType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Writes values of one of the types of dates and times. */
final class DateTimeWriting {

    private static final DateTimeFormatter H2 = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter H2_OFFSET = DateTimeFormatter.ofPattern("[XXX][X]", Locale.ROOT);

    /** The part of H2's text that has day and time without a fraction. */
    private static final int LENGTH = 19;

    private static final int HALF_A_MINUTE = 30;

    private static final int MILLISECOND = 1_000_000;

    /** A DATETIME has thousandths that end in 0, 3 or 7. */
    private static final int[] LAST_DIGIT = {0, 0, 3, 3, 3, 7, 7, 7, 7, 10};

    private final SqlType type;
    private final int scale;

    DateTimeWriting(SqlType type, int scale) {
        this.type = type;
        this.scale = type == SqlType.SMALLDATETIME ? 3 : scale;
    }

    /**
     * A value as text.
     *
     * @param h2 as H2 writes it
     * @param number of the style; below 0 where there is none
     * @throws SQLException where only SQL Server knows
     */
    String write(String h2, int number) throws SQLException {
        boolean older = type == SqlType.DATETIME || type == SqlType.SMALLDATETIME;
        int known = number >= 0 ? number : older ? DateTimeStyle.DEFAULT_OF_DATETIME : DateTimeStyle.DEFAULT;
        DateTimeStyle style = DateTimeStyle.of(known).orElseThrow(() -> refused(known));
        return switch (type) {
            case DATE -> {
                if (style.date().isEmpty()) {
                    throw refused(known);
                }
                yield format(style.date(), LocalDate.parse(h2));
            }
            case TIME -> {
                if (style.time().isEmpty() || style.half() || style.fraction().equals(":")) {
                    throw refused(known);
                }
                yield format(style.time() + fraction(style), LocalTime.parse(h2));
            }
            case DATETIMEOFFSET -> {
                boolean iso = known == DateTimeStyle.ISO;
                if (known != DateTimeStyle.DEFAULT && known != 120 && !iso) {
                    throw refused(known);
                }
                OffsetDateTime value = offset(h2);
                yield dateTime(style, value.toLocalDateTime(), known) + (iso ? "" : " ") + format("xxx", value);
            }
            default -> {
                if (type == SqlType.DATETIME2 && style.fraction().equals(":")) {
                    throw refused(known);
                }
                yield dateTime(style, rounded(local(h2)), known);
            }
        };
    }

    private SQLException refused(int style) {
        return TsqlError.needsSqlServer("A " + type + " as text in style " + style + ".");
    }

    private String dateTime(DateTimeStyle style, LocalDateTime value, int number) {
        boolean whole = number >= DateTimeStyle.ISO && value.getNano() == 0; // the fraction is left out, too
        String pattern = style.date() + style.between() + style.time() + (whole ? "" : fraction(style));
        return format(pattern + (style.half() ? "a" : ""), value);
    }

    private String fraction(DateTimeStyle style) {
        boolean written = !style.fraction().isEmpty() && scale > 0;
        return written ? "'" + style.fraction() + "'" + "S".repeat(scale) : "";
    }

    private static String format(String pattern, TemporalAccessor value) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US).format(value);
    }

    private LocalDateTime rounded(LocalDateTime value) {
        return switch (type) {
            case DATETIME -> {
                int thousandths = value.getNano() / MILLISECOND;
                int rounded = thousandths / 10 * 10 + LAST_DIGIT[thousandths % 10];
                yield value.truncatedTo(ChronoUnit.SECONDS).plus(rounded, ChronoUnit.MILLIS);
            }
            case SMALLDATETIME ->
                value.truncatedTo(ChronoUnit.MINUTES).plusMinutes(value.getSecond() >= HALF_A_MINUTE ? 1 : 0);
            default -> value;
        };
    }

    private static LocalDateTime local(String h2) {
        LocalDateTime seconds = LocalDateTime.parse(h2.substring(0, LENGTH), H2);
        String fraction = h2.substring(LENGTH).replaceAll("[^.0-9].*", "");
        return fraction.isEmpty()
                ? seconds
                : seconds.withNano(LocalTime.parse("00:00:00" + fraction).getNano());
    }

    private static OffsetDateTime offset(String h2) {
        int sign = Math.max(h2.lastIndexOf('+'), h2.lastIndexOf('-'));
        return local(h2).atOffset(java.time.ZoneOffset.from(H2_OFFSET.parse(h2.substring(sign))));
    }
}
