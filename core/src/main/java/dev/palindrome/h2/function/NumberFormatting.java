package dev.palindrome.h2.function;

import dev.palindrome.h2.procedures.object.TsqlError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A number in one of .NET's formats.
 *
 * @see <a href="https://learn.microsoft.com/dotnet/standard/base-types/standard-numeric-format-strings">Standard numeric format
 *     strings</a>
 * @see <a href="https://learn.microsoft.com/dotnet/standard/base-types/custom-numeric-format-strings">Custom numeric format
 *     strings</a>
 */
final class NumberFormatting {

    private static final int DIGITS = 2;

    private static final int GROUP = 3;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final BigDecimal number;
    private final boolean whole;

    NumberFormatting(BigDecimal number, boolean whole) {
        this.number = number;
        this.whole = whole;
    }

    /** Null where .NET takes no such format for the number. */
    @Nullable String write(String format) throws SQLException {
        return format.matches("[A-Za-z]\\d{0,2}+") ? standard(format) : custom(format);
    }

    private @Nullable String standard(String format) throws SQLException {
        char letter = Character.toUpperCase(format.charAt(0));
        boolean given = format.length() > 1;
        int digits = given ? Integer.parseInt(format.substring(1)) : DIGITS;
        return switch (letter) {
            case 'C' -> {
                String amount = "$" + grouped(number.abs(), digits);
                yield isNegative(number, digits) ? "(" + amount + ")" : amount;
            }
            case 'N' -> signed(number, digits, grouped(number.abs(), digits));
            case 'F' -> signed(number, digits, fixed(number.abs(), digits));
            case 'P' -> {
                BigDecimal percent = number.multiply(HUNDRED);
                yield signed(percent, digits, grouped(percent.abs(), digits) + " %");
            }
            case 'D' -> whole ? decimal(given ? digits : 1) : null;
            case 'X' -> whole && number.signum() >= 0 ? hex(format.charAt(0), given ? digits : 1) : refused(format);
            case 'G' -> given || !whole ? refused(format) : number.toPlainString();
            case 'E', 'R' -> refused(format);
            default -> null;
        };
    }

    private static String refused(String format) throws SQLException {
        throw TsqlError.needsSqlServer("FORMAT of a number as " + format + ".");
    }

    private String hex(char letter, int digits) {
        String hex = String.format(Locale.ROOT, letter == 'x' ? "%x" : "%X", number.toBigInteger());
        return "0".repeat(Math.max(0, digits - hex.length())) + hex;
    }

    private String decimal(int digits) {
        String written = number.abs().toPlainString();
        return (number.signum() < 0 ? "-" : "") + "0".repeat(Math.max(0, digits - written.length())) + written;
    }

    private static boolean isNegative(BigDecimal number, int digits) {
        return number.setScale(digits, RoundingMode.HALF_UP).signum() < 0;
    }

    private static String signed(BigDecimal number, int digits, String written) {
        return isNegative(number, digits) ? "-" + written : written;
    }

    private static String fixed(BigDecimal number, int digits) {
        return number.setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }

    private static String grouped(BigDecimal number, int digits) {
        String fixed = fixed(number, digits);
        int point = fixed.indexOf('.');
        String before = point < 0 ? fixed : fixed.substring(0, point);
        return groups(before) + (point < 0 ? "" : fixed.substring(point));
    }

    private static String groups(String digits) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            boolean comma = i > 0 && (digits.length() - i) % GROUP == 0;
            out.append(comma ? "," : "").append(digits.charAt(i));
        }
        return out.toString();
    }

    /** Up to three sections: of positive numbers, of negative ones, of 0. */
    private String custom(String format) throws SQLException {
        List<String> sections = sections(format);
        if (sections.size() > GROUP) {
            return refused(format);
        }
        boolean zero = number.signum() == 0 && sections.size() == GROUP;
        boolean negative =
                number.signum() < 0 && sections.size() > 1 && !sections.get(1).isEmpty();
        String section = sections.get(zero ? 2 : negative ? 1 : 0);
        String written = section(number.abs(), section, format);
        boolean minus = number.signum() < 0 && !negative && written.matches(".*[1-9].*");
        return minus ? "-" + written : written;
    }

    private static List<String> sections(String format) {
        List<String> sections = new ArrayList<>();
        StringBuilder section = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            int end = endOfLiteral(format, i);
            if (format.charAt(i) == ';') {
                sections.add(section.toString());
                section.setLength(0);
            } else {
                section.append(format, i, end);
                i = end - 1;
            }
        }
        sections.add(section.toString());
        return sections;
    }

    /** Behind a literal that begins here, or behind one character. */
    private static int endOfLiteral(String format, int start) {
        char first = format.charAt(start);
        if (first == '\\') {
            return Math.min(format.length(), start + 2);
        }
        int close = first == '\'' || first == '"' ? format.indexOf(first, start + 1) : start;
        return close < 0 ? format.length() : close + 1;
    }

    private static String section(BigDecimal positive, String section, String format) throws SQLException {
        List<String> before = new ArrayList<>();
        List<String> behind = new ArrayList<>();
        boolean point = false;
        boolean percent = false;
        boolean groups = false;
        for (int i = 0; i < section.length(); i++) {
            int end = endOfLiteral(section, i);
            String part = section.substring(i, end);
            char first = part.charAt(0);
            if (first == '.' && !point) {
                point = true;
            } else if (first == ',') {
                boolean digits = i + 1 < section.length() && "0#".indexOf(section.charAt(i + 1)) >= 0 && !point;
                if (!digits) {
                    return refused(format);
                }
                groups = true;
            } else if (first == '\u2030' || (first == 'e' || first == 'E') && isExponent(section, i)) {
                return refused(format);
            } else {
                percent |= first == '%';
                (point ? behind : before).add(part);
            }
            i = end - 1;
        }
        int most = (int) behind.stream().filter(NumberFormatting::isDigit).count();
        BigDecimal scaled = (percent ? positive.multiply(HUNDRED) : positive).setScale(most, RoundingMode.HALF_UP);
        return whole(scaled, before, groups) + fraction(scaled, behind);
    }

    private static boolean isExponent(String section, int at) {
        return at + 1 < section.length() && "0+-".indexOf(section.charAt(at + 1)) >= 0;
    }

    private static boolean isDigit(String part) {
        return part.equals("0") || part.equals("#");
    }

    private static String literal(String part) {
        char first = part.charAt(0);
        if (first == '\\') {
            return part.substring(1);
        }
        boolean quoted = first == '\'' || first == '"';
        return quoted ? part.substring(1, Math.max(1, part.length() - 1)) : part;
    }

    /** From the last place to the first, which takes what is left. */
    private static String whole(BigDecimal number, List<String> parts, boolean groups) {
        String digits = number.setScale(0, RoundingMode.DOWN).toPlainString();
        digits = digits.equals("0") ? "" : digits;
        int firstZero = parts.indexOf("0");
        int first = Math.min(indexOrEnd(parts, "0"), indexOrEnd(parts, "#"));
        StringBuilder out = new StringBuilder();
        int left = digits.length();
        int written = 0;
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (!isDigit(parts.get(i))) {
                out.insert(0, literal(parts.get(i)));
                continue;
            }
            do {
                boolean there = left > 0;
                if (there || firstZero >= 0 && i >= firstZero) {
                    out.insert(0, groups && written > 0 && written % GROUP == 0 ? "," : "");
                    out.insert(0, there ? digits.charAt(left - 1) : '0');
                    left--;
                    written++;
                }
            } while (i == first && left > 0);
        }
        return out.toString();
    }

    private static int indexOrEnd(List<String> parts, String part) {
        int index = parts.indexOf(part);
        return index < 0 ? parts.size() : index;
    }

    private static String fraction(BigDecimal number, List<String> parts) {
        String plain = number.toPlainString();
        String digits = number.scale() > 0 ? plain.substring(plain.indexOf('.') + 1) : "";
        int last = parts.lastIndexOf("0");
        int least = (int) parts.subList(0, last + 1).stream()
                .filter(NumberFormatting::isDigit)
                .count();
        int length = digits.length();
        while (length > least && digits.charAt(length - 1) == '0') {
            length--;
        }
        StringBuilder out = new StringBuilder(length > 0 ? "." : "");
        int at = 0;
        for (String part : parts) {
            if (!isDigit(part)) {
                out.append(literal(part));
            } else if (at < length) {
                out.append(digits.charAt(at++));
            }
        }
        return out.toString();
    }
}
