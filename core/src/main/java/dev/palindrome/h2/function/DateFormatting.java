package dev.palindrome.h2.function;

import dev.palindrome.h2.procedures.object.TsqlError;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A date and time in one of .NET's formats.
 *
 * @see <a href="https://learn.microsoft.com/dotnet/standard/base-types/standard-date-and-time-format-strings">Standard date and
 *     time format strings</a>
 * @see <a href="https://learn.microsoft.com/dotnet/standard/base-types/custom-date-and-time-format-strings">Custom date and
 *     time format strings</a>
 */
final class DateFormatting {

    private static final String LONG_DATE = "dddd, MMMM d, yyyy";

    private static final int LENGTH_OF_DAY = 10;

    private static final int LENGTH = 19;

    private final LocalDateTime value;
    private final String offset;

    /** @param h2 as H2 writes it */
    DateFormatting(String h2) {
        int sign = h2.length() > LENGTH ? Math.max(h2.indexOf('+', LENGTH), h2.indexOf('-', LENGTH)) : -1;
        String local = sign < 0 ? h2 : h2.substring(0, sign);
        this.offset = sign < 0 ? "" : h2.substring(sign);
        this.value = local.length() == LENGTH_OF_DAY
                ? LocalDateTime.of(java.time.LocalDate.parse(local), LocalTime.MIDNIGHT)
                : LocalDateTime.parse(local.replace(' ', 'T'));
    }

    String write(String format) throws SQLException {
        return format.length() == 1 ? custom(standard(format.charAt(0))) : custom(format);
    }

    /** Of a TIME, which .NET takes for a span: points and colons stand behind a backslash. */
    @Nullable String ofTime(String format) throws SQLException {
        boolean known = format.matches("(?:[hmsf]{1,7}|\\\\.|'[^']*+')++") && format.length() > 1;
        return known ? custom(format.replace('h', 'H')) : null;
    }

    private String standard(char format) throws SQLException {
        return switch (format) {
            case 'd' -> "M/d/yyyy";
            case 'D' -> LONG_DATE;
            case 't' -> "h:mm tt";
            case 'T' -> "h:mm:ss tt";
            case 'f' -> LONG_DATE + " h:mm tt";
            case 'F' -> LONG_DATE + " h:mm:ss tt";
            case 'g' -> "M/d/yyyy h:mm tt";
            case 'G' -> "M/d/yyyy h:mm:ss tt";
            case 'm', 'M' -> "MMMM d";
            case 'y', 'Y' -> "MMMM yyyy";
            case 's' -> "yyyy-MM-dd'T'HH:mm:ss";
            case 'u' -> "yyyy-MM-dd HH:mm:ss'Z'";
            default -> throw refused(String.valueOf(format));
        };
    }

    private static SQLException refused(String format) {
        return TsqlError.needsSqlServer("FORMAT of a date as " + format + ".");
    }

    private String custom(String format) throws SQLException {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            char first = format.charAt(at);
            int end = at + 1;
            if (first == '\\' && end < format.length()) {
                out.append(format.charAt(end++));
            } else if (first == '\'' || first == '"') {
                int close = format.indexOf(first, end);
                out.append(format, end, close < 0 ? format.length() : close);
                end = close < 0 ? format.length() : close + 1;
            } else if ("dfFghHKmMstyz".indexOf(first) >= 0) {
                while (end < format.length() && format.charAt(end) == first) {
                    end++;
                }
                out.append(part(first, end - at, format));
            } else if (first != '%') {
                out.append(first);
            }
            at = end;
        }
        return out.toString();
    }

    private String part(char letter, int count, String format) throws SQLException {
        String java = switch (letter) {
            case 'd' -> count == 1 ? "d" : count == 2 ? "dd" : count == 3 ? "EEE" : "EEEE";
            case 'M' -> count == 1 ? "M" : count == 2 ? "MM" : count == 3 ? "MMM" : "MMMM";
            case 'h', 'H', 'm', 's' -> String.valueOf(letter).repeat(Math.min(2, count));
            case 'f' -> count > 7 ? "" : "S".repeat(count);
            case 't' -> "a";
            case 'y' -> count == 2 ? "uu" : count > 2 ? "u".repeat(count) : "";
            default -> "";
        };
        if (letter == 'z' && count == 3 && !offset.isEmpty()) {
            return offset.length() == 3 ? offset + ":00" : offset;
        }
        if (java.isEmpty()) {
            throw refused(format);
        }
        String text = DateTimeFormatter.ofPattern(java, Locale.US).format(value);
        return letter == 't' && count == 1 ? text.substring(0, 1) : text;
    }
}
