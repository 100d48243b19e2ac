package dev.palindrome.h2.flow;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The message of a RAISERROR with its arguments.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/language-elements/raiserror-transact-sql">RAISERROR</a>
 */
final class MessageText {

    private static final Pattern PLACE =
            Pattern.compile("%([-+ 0#]{0,5}+)(\\d{1,4}+|\\*)?+(?:\\.(\\d{1,4}+|\\*))?+(?:h|l|I64)?+([diosuxX%])");

    private static final int LONGEST = 2047;

    private final List<String> arguments;
    private int used;

    private MessageText(List<String> arguments) {
        this.arguments = arguments;
    }

    static String of(String format, List<String> arguments) {
        String text = new MessageText(arguments).fill(format);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }

    private String fill(String format) {
        Matcher matcher = PLACE.matcher(format);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(text, Matcher.quoteReplacement(one(matcher)));
        }
        return matcher.appendTail(text).toString();
    }

    private String one(Matcher place) {
        if (place.group(4).equals("%")) {
            return "%";
        }
        int width = number(place.group(2));
        int precision = number(place.group(3));
        String value = next();
        String flags = place.group(1);
        String written = place.group(4).equals("s") ? cut(value, precision) : digits(value, place.group(4), flags);
        if (written.length() >= width) {
            return written;
        }
        String blanks = (flags.contains("0")
                                && !flags.contains("-")
                                && !place.group(4).equals("s")
                        ? "0"
                        : " ")
                .repeat(width - written.length());
        return flags.contains("-") ? written + blanks : blanks + written;
    }

    private int number(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        try {
            return Integer.parseInt(text.equals("*") ? next() : text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private String next() {
        return used < arguments.size() ? arguments.get(used++) : "(null)";
    }

    private static String cut(String value, int precision) {
        return precision > 0 && precision < value.length() ? value.substring(0, precision) : value;
    }

    private static String digits(String value, String type, String flags) {
        try {
            long number = Long.parseLong(value.strip());
            return switch (type) {
                case "o" -> Long.toOctalString(number & 0xFFFFFFFFL);
                case "x" -> Long.toHexString(number & 0xFFFFFFFFL);
                case "X" -> Long.toHexString(number & 0xFFFFFFFFL).toUpperCase(Locale.ROOT);
                case "u" -> Long.toString(number & 0xFFFFFFFFL);
                default -> (flags.contains("+") && number >= 0 ? "+" : "") + number;
            };
        } catch (NumberFormatException e) {
            return value;
        }
    }
}
