package dev.palindrome.text;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Errors of others as they are printed: where something in a message, or in that of a cause, would steer who reads it, a copy
 * that says the same visibly. A copy has the stack trace and is called by the class of the error itself; one of a
 * {@link SQLException} is such an exception, with its state and code. An error that can be seen is left as it is.
 */
public final class VisibleError {

    private final UnaryOperator<String> visible;
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private VisibleError(UnaryOperator<String> visible) {
        this.visible = visible;
    }

    /** What a log shows: each message stands on one line, as values do. */
    static Throwable onOneLine(Throwable error) {
        return of(error, VisibleText::line);
    }

    /**
     * What an error of ours is caused by. Messages keep their lines.
     *
     * @param cause of whomever
     * @return the cause itself where all of it can be seen; null for null
     */
    public static @Nullable Throwable cause(@Nullable Throwable cause) {
        return cause == null ? null : of(cause, VisibleText::lines);
    }

    private static Throwable of(Throwable error, UnaryOperator<String> visible) {
        return new VisibleError(visible).isVisible(error) ? error : new VisibleError(visible).copy(error);
    }

    private boolean isVisible(Throwable error) {
        if (!seen.add(error)) {
            return true;
        }
        String text = error.toString().replace("\r\n", "\n");
        Throwable cause = error.getCause();
        boolean all = text.equals(shown(error, text)) && (cause == null || isVisible(cause));
        for (Throwable suppressed : error.getSuppressed()) {
            all &= isVisible(suppressed);
        }
        return all;
    }

    private String shown(Throwable error, String text) {
        return visible.apply(HiddenValues.bare(error, text));
    }

    private Throwable copy(Throwable error) {
        String name = error.getClass().getName();
        String message = shown(error, String.valueOf(error.getMessage()));
        String printed = shown(error, error.toString());
        Throwable copy = error instanceof SQLException sql
                ? new OfSql(message, printed, sql)
                : new Other(error.getMessage() == null ? name : message, printed);
        copy.setStackTrace(error.getStackTrace());
        seen.add(error);
        Throwable cause = error.getCause();
        // Errors may cause each other: the second time, one is not followed.
        if (cause != null && !seen.contains(cause)) {
            copy.initCause(copy(cause));
        }
        for (Throwable suppressed : error.getSuppressed()) {
            if (!seen.contains(suppressed)) {
                copy.addSuppressed(copy(suppressed));
            }
        }
        return copy;
    }

    /** One of a database's. */
    private static final class OfSql extends SQLException {

        private static final long serialVersionUID = 1;

        private final String printed;

        OfSql(String message, String printed, SQLException error) {
            super(message, error.getSQLState(), error.getErrorCode());
            this.printed = printed;
        }

        @Override
        public String toString() {
            return printed;
        }
    }

    /** One of anybody's. */
    private static final class Other extends Exception {

        private static final long serialVersionUID = 1;

        private final String printed;

        Other(String message, String printed) {
            super(message);
            this.printed = printed;
        }

        @Override
        public String toString() {
            return printed;
        }
    }
}
