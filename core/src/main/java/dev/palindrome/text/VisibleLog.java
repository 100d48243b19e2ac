package dev.palindrome.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log whose lines begin and end where we say so: names from scripts, files and servers stand in many of them, and neither
 * steer a terminal nor pass for another line, or for a command to a CI's runner. See {@link VisibleText}.
 */
public final class VisibleLog {

    private static final String PLACE = "{}";

    private final Logger log;

    private VisibleLog(Logger log) {
        this.log = log;
    }

    /**
     * The log of a class.
     *
     * @param owner whose name it has
     * @return a log
     */
    public static VisibleLog of(Class<?> owner) {
        return new VisibleLog(LoggerFactory.getLogger(owner));
    }

    /**
     * Says what is of interest to who looks for a fault.
     *
     * @param text with {@code {}} for each value; without values the lines of a whole text
     * @param values each of which stands on one line; an error behind the last {@code {}} is logged with its stack trace
     */
    public void debug(String text, @Nullable Object... values) {
        if (log.isDebugEnabled()) {
            log.debug(format(text, values), line(text, values));
        }
    }

    /**
     * Says what goes on.
     *
     * @param text see {@link #debug}
     * @param values see {@link #debug}
     */
    public void info(String text, @Nullable Object... values) {
        if (log.isInfoEnabled()) {
            log.info(format(text, values), line(text, values));
        }
    }

    /**
     * Says what somebody should do something about.
     *
     * @param text see {@link #debug}
     * @param values see {@link #debug}
     */
    public void warn(String text, @Nullable Object... values) {
        if (log.isWarnEnabled()) {
            log.warn(format(text, values), line(text, values));
        }
    }

    /**
     * Whether anybody hears {@link #info}.
     *
     * @return false where making a text would be in vain
     */
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    /** What is said without values may have names in it. */
    private static String format(String text, @Nullable Object[] values) {
        return values.length == 0 ? VisibleText.lines(HiddenValues.in(text)) : text;
    }

    private static Object[] line(String text, @Nullable Object[] values) {
        Object[] lines = Arrays.stream(values)
                .map(value -> VisibleText.line(HiddenValues.in(String.valueOf(value))))
                .toArray();
        int last = values.length - 1;
        if (last >= 0 && values[last] instanceof Throwable error && places(text) <= last) {
            lines[last] = VisibleError.onOneLine(error);
        }
        return lines;
    }

    /** How many values a text has a place for. */
    private static int places(String text) {
        int places = 0;
        for (int at = text.indexOf(PLACE); at >= 0; at = text.indexOf(PLACE, at + PLACE.length())) {
            places++;
        }
        return places;
    }
}
