package dev.palindrome.tsql.lexical;

import java.util.HexFormat;

/** Numbers as T-SQL writes them: {@code 1}, {@code 1.}, {@code .5}, {@code 1e-3}, {@code 1e}, {@code 0xFF}. */
public final class NumberText {

    private NumberText() {}

    /** Whether a number, but for a sign, starts at an offset. */
    public static boolean startsAt(String sql, int at) {
        return isDigit(sql, at) || at < sql.length() && sql.charAt(at) == '.' && isDigit(sql, at + 1);
    }

    /** The offset behind the number that starts here. */
    public static int end(String sql, int start) {
        int end = endOfDigits(sql, start);
        if (end < sql.length() && sql.charAt(end) == '.') {
            end = endOfDigits(sql, end + 1);
        }
        if (end < sql.length() && (sql.charAt(end) == 'e' || sql.charAt(end) == 'E')) {
            boolean signed = end + 1 < sql.length() && (sql.charAt(end + 1) == '+' || sql.charAt(end + 1) == '-');
            end = endOfDigits(sql, end + (signed ? 2 : 1));
        }
        return end;
    }

    /** The offset behind the digits of the {@code 0x…} that starts here; there may be none. */
    public static int endOfBinary(String sql, int start) {
        int end = start + 2;
        while (end < sql.length() && HexFormat.isHexDigit(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int endOfDigits(String sql, int start) {
        int end = start;
        while (isDigit(sql, end)) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(String sql, int at) {
        return at < sql.length() && sql.charAt(at) >= '0' && sql.charAt(at) <= '9';
    }
}
