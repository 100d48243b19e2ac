package dev.palindrome.h2.collation;

import dev.palindrome.h2.session.H2Session;
import java.lang.StackWalker.Option;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.Database;
import org.h2.value.CompareMode;
import org.h2.value.ValueChar;

/**
 * Texts as SQL Server compares them wherever it does: in {@code =} and {@code IN}, joins, keys, {@code DISTINCT},
 * {@code GROUP BY} and {@code ORDER BY}. The shorter one is padded, so that blanks at the end do not count. And a CHAR, whose
 * type at H2 heeds case, is compared without where the database's collation does so.
 *
 * <p>Trees of rows stay as they are when a database gets this while it is empty, and its copies do, too.
 *
 * @see <a href="https://support.microsoft.com/help/316626">How SQL Server compares strings with trailing spaces</a>
 */
public final class PaddedTexts extends CompareMode {

    private static final StackWalker CALLERS = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

    private final boolean ignoresCase;

    private PaddedTexts(boolean ignoresCase) {
        super(OFF, 0);
        this.ignoresCase = ignoresCase;
    }

    /**
     * From now on, in a database without rows.
     *
     * @param ignoresCase whether that is what its collation does
     */
    public static void compareIn(Connection connection, boolean ignoresCase) throws SQLException {
        engine(connection).setCompareMode(new PaddedTexts(ignoresCase));
    }

    /** From now on, in a database without rows, which ignores case where H2 does. */
    public static void compareIn(Connection connection) throws SQLException {
        compareIn(connection, engine(connection).getIgnoreCase());
    }

    private static Database engine(Connection connection) throws SQLException {
        return H2Session.of(connection).engine();
    }

    /**
     * Nobody tells whether it is CHARs that are compared, but for who asks. It is found out only where it matters: where a text
     * comes before another with regard to case, and not without.
     */
    @Override
    public int compareString(String first, String second, boolean ignoreCase) {
        String a = withoutBlanks(first);
        String b = withoutBlanks(second);
        if (ignoreCase) {
            return a.compareToIgnoreCase(b);
        }
        int heeding = a.compareTo(b);
        if (heeding == 0 || !ignoresCase) {
            return heeding;
        }
        int ignoring = a.compareToIgnoreCase(b);
        return Integer.signum(heeding) == Integer.signum(ignoring) || CALLERS.getCallerClass() != ValueChar.class
                ? heeding
                : ignoring;
    }

    /** Those at the end. */
    private static String withoutBlanks(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end == text.length() ? text : text.substring(0, end);
    }

    /** Another one than H2's own, which has the same name. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PaddedTexts texts && texts.ignoresCase == ignoresCase;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(ignoresCase);
    }
}
