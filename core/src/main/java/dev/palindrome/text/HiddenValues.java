package dev.palindrome.text;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values of rows that databases and their drivers quote in messages. As soon as a database of this JVM begins with people's rows,
 * such as a backup's, they are left out of all that Palindrome says, whichever database it speaks of: nobody can tell later
 * from where a row has come.
 */
public final class HiddenValues {

    private static final String LEFT_OUT = "… (the value is left out)";

    private static final Pattern DUPLICATE_KEY =
            Pattern.compile("(?<=The duplicate key value is )\\(.*+", Pattern.DOTALL);

    private static final Pattern TRUNCATED_VALUE = Pattern.compile("(?<=Truncated value: )'.*+", Pattern.DOTALL);

    private static final Pattern FAILED_CONVERSION =
            Pattern.compile("(?<=onversion failed when converting the \\w{1,20} value )'.*+", Pattern.DOTALL);

    private static final Pattern A_CONVERSION =
            Pattern.compile("(?<=he conversion of the \\w{1,20} value )'.*+", Pattern.DOTALL);

    private static final Pattern ARITHMETIC_OVERFLOW =
            Pattern.compile("(?<=Arithmetic overflow error for data type \\w{1,20}, value = )(?!…).*+", Pattern.DOTALL);

    private static final Pattern H2_UNIQUE =
            Pattern.compile("(?<=nique index or primary key violation: )\".*+", Pattern.DOTALL);

    private static final Pattern H2_REFERENCE =
            Pattern.compile("(?<=eferential integrity constraint violation: )\".*+", Pattern.DOTALL);

    private static final Pattern H2_CHECK = Pattern.compile("(?<=heck constraint violation: )\".*+", Pattern.DOTALL);

    private static final Pattern H2_TOO_LONG = Pattern.compile("(?<=Value too long for column )\".*+", Pattern.DOTALL);

    private static final Pattern H2_OUT_OF_RANGE =
            Pattern.compile("(?<=Numeric value out of range: )\".*+", Pattern.DOTALL);

    private static final Pattern H2_CONVERSION =
            Pattern.compile("(?<=Data conversion error converting )\".*+", Pattern.DOTALL);

    private static final Pattern H2_CONSTANT =
            Pattern.compile("(?<=Cannot parse \"[^\"]{1,40}\" constant )\".*+", Pattern.DOTALL);

    private static final Pattern H2_TYPES = Pattern.compile("(?<=\" are not comparable)(?!…).*+", Pattern.DOTALL);

    private static final Pattern H2_HEXADECIMAL =
            Pattern.compile("(?<=Hexadecimal string contains non-hex character: )\".*+", Pattern.DOTALL);

    private static final Pattern NUMBERED = Pattern.compile("(?<=Msg \\d{1,6}: )'.*+", Pattern.DOTALL);

    private static final Pattern JDK_NUMBER = Pattern.compile("(?<=For input string: )\".*+", Pattern.DOTALL);

    private static final Pattern A_TEXT = Pattern.compile("(?<=\\bText )'.*+", Pattern.DOTALL);

    private static final Pattern ODD_HEXADECIMAL =
            Pattern.compile("(?<=Hexadecimal string with odd number of characters: )\".*+", Pattern.DOTALL);

    /**
     * What stands before a value, and what ends it. Of SQL Server's (Microsoft: database-engine-events-and-errors) errors 1505,
     * 2601 and 2627, 2628, 244, 245 and 248, 220 and 232; of H2's (its {@code _messages_en.prop}) 22001, 22003, 22007, 22018, 23503,
     * 23505, 23506, 23513, and others that quote what was given; of the embedded engine's own, and of the JDK's. A value may hold anything, line breaks too, so that what stands
     * behind it is left out with it, but for the statement, which holds no values where they are parameters.
     */
    private static final List<Pattern> VALUES = List.of(
            DUPLICATE_KEY,
            TRUNCATED_VALUE,
            FAILED_CONVERSION,
            A_CONVERSION,
            ARITHMETIC_OVERFLOW,
            H2_UNIQUE,
            H2_REFERENCE,
            H2_CHECK,
            H2_TOO_LONG,
            H2_OUT_OF_RANGE,
            H2_CONVERSION,
            H2_CONSTANT,
            H2_TYPES,
            H2_HEXADECIMAL,
            NUMBERED,
            JDK_NUMBER,
            A_TEXT,
            ODD_HEXADECIMAL);

    /** "Violation of … constraint 'name'. … in object 'name'. The duplicate key value is (value).": the last, in brackets. */
    private static final Set<Integer> DUPLICATE = Set.of(1505, 2601, 2627);

    /** "… in table 'name', column 'name'. Truncated value: 'value'.": the third in quotes. */
    private static final int TRUNCATED = 2628;

    /** "Conversion failed when converting the … value 'value' to data type …": the first in quotes. */
    private static final Set<Integer> CONVERSION = Set.of(244, 245, 248);

    /** "Arithmetic overflow error for data type …, value = number.": the last. */
    private static final Set<Integer> OVERFLOW = Set.of(220, 232);

    private static final int QUOTES_BEFORE_TRUNCATED = 5;

    private static volatile boolean hidden;

    private HiddenValues() {}

    /** From now on no value is quoted. */
    public static void fromNowOn() {
        hidden = true;
    }

    /** For tests, which make up what is people's. */
    static void noLonger() {
        hidden = false;
    }

    /**
     * Whether values are nobody's business.
     *
     * @return true from when a database began with people's rows
     */
    public static boolean areHidden() {
        return hidden;
    }

    /**
     * A message without the values that it quotes, if they are hidden.
     *
     * @param message of a database, a driver, or one that has one of these in it
     * @return the same message where values are not hidden, or it has none
     */
    public static String in(String message) {
        return hidden ? without(message) : message;
    }

    /**
     * What is said of an error, without the values that the error quotes, if they are hidden. What stands behind its message
     * stays.
     *
     * @param message that may have the error's own in it
     * @param cause of whomever
     * @return the same message where values are not hidden, or it has none
     */
    public static String in(String message, @Nullable Throwable cause) {
        if (!hidden) {
            return message;
        }
        String text = message;
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable each = cause; each != null && seen.add(each); each = each.getCause()) {
            String quoting = String.valueOf(each.getMessage());
            String bare = bare(each, quoting);
            String value = bare.endsWith(LEFT_OUT)
                    ? quoting.substring(bare.length() - LEFT_OUT.length()).replaceFirst("\\.\\s*+$", "")
                    : "";
            if (!value.isBlank()) {
                text = text.replace(value, LEFT_OUT)
                        .replace(VisibleText.lines(value), LEFT_OUT)
                        .replace(VisibleText.line(value), LEFT_OUT);
            }
        }
        return without(text);
    }

    /**
     * What is shown of an error, in whatever language it is.
     *
     * @param error of whomever
     * @param text its message, or one that ends with it
     * @return the same text where values are not hidden, or it has none
     */
    public static String bare(Throwable error, String text) {
        return hidden && error instanceof SQLException sql
                ? before(sql.getErrorCode(), text)
                        .map(begin -> begin + LEFT_OUT)
                        .orElseGet(() -> without(text))
                : in(text);
    }

    private static String without(String message) {
        String text = message;
        for (Pattern value : VALUES) {
            Matcher quoted = value.matcher(text);
            if (quoted.find()) {
                text = text.substring(0, quoted.start()) + LEFT_OUT;
            }
        }
        return text;
    }

    /**
     * What stands before the value of a row that an error of SQL Server's quotes, in whatever language.
     *
     * @param number of the error
     * @param message its text
     * @return missing where errors of that number quote none
     */
    public static Optional<String> before(int number, String message) {
        if (DUPLICATE.contains(number)) {
            return Optional.of(message.substring(0, bracketOutsideQuotes(message)));
        }
        if (number == TRUNCATED) {
            return Optional.of(message.substring(0, quote(QUOTES_BEFORE_TRUNCATED, message)));
        }
        if (CONVERSION.contains(number)) {
            return Optional.of(message.substring(0, quote(1, message)));
        }
        return OVERFLOW.contains(number) ? Optional.of(message.substring(0, lastNumber(message))) : Optional.empty();
    }

    /** Names may hold brackets themselves. Where a quote is not closed, its place; 0 where there is no bracket. */
    private static int bracketOutsideQuotes(String message) {
        int quote = -1;
        for (int i = 0; i < message.length(); i++) {
            char letter = message.charAt(i);
            if (letter == '\'') {
                quote = quote < 0 ? i : -1;
            } else if (letter == '(' && quote < 0) {
                return i;
            }
        }
        return Math.max(quote, 0);
    }

    /** The place of the nth; 0 where there are less. */
    private static int quote(int nth, String message) {
        int place = -1;
        for (int i = 0; i < nth; i++) {
            place = message.indexOf('\'', place + 1);
            if (place < 0) {
                return 0;
            }
        }
        return place;
    }

    private static int lastNumber(String message) {
        int place = message.length();
        while (place > 0 && !Character.isWhitespace(message.charAt(place - 1))) {
            place--;
        }
        return place;
    }
}
