package dev.palindrome.roundtrip.rows;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a row's values look like, as far as they are short. Only of rows that Palindrome has generated is it shown to
 * anybody.
 *
 * @param values by column; null for NULL
 * @param isQuoted by column, whether the value is a text
 */
record RowTexts(@Nullable String[] values, boolean[] isQuoted) {

    /** Stands for a value that is too long to be shown, or binary. */
    static final String NOT_SHOWN = new String("…");

    private static final int LONGEST = 60;

    private static final char BLANK = '·';

    static @Nullable String of(@Nullable String value) {
        return value == null || value.length() <= LONGEST ? value : NOT_SHOWN;
    }

    /** With blanks made visible, and on one line. */
    @SuppressWarnings("ReferenceEquality") // A value may be an ellipsis, too.
    Optional<String> shown(int column) {
        String value = values[column];
        if (value == null) {
            return Optional.of("NULL");
        }
        if (value == NOT_SHOWN) {
            return Optional.empty();
        }
        if (!isQuoted[column] && (value.equals("TRUE") || value.equals("FALSE"))) {
            return Optional.of(value.equals("TRUE") ? "1" : "0"); // a BIT, as H2 writes it
        }
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            shown.append(
                    c == ' '
                            ? String.valueOf(BLANK)
                            : c == '\'' ? "''" : isVisible(c) ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return Optional.of(isQuoted[column] ? "'" + shown + "'" : shown.toString());
    }

    private static boolean isVisible(char c) {
        return c > ' ' && !Character.isISOControl(c) && !Character.isWhitespace(c) && !Character.isSpaceChar(c);
    }
}
