package dev.palindrome.text;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * What a log shows of an error in whose messages, or those of its causes, something would steer who reads them. Each message
 * stands on one line, as values do.
 */
final class VisibleError extends Throwable {

    private static final long serialVersionUID = 1;

    private VisibleError(Throwable error) {
        super(VisibleText.line(error.toString()));
        setStackTrace(error.getStackTrace());
    }

    /** The error itself where all of it can be seen. */
    static Throwable of(Throwable error) {
        return isVisible(error, seen()) ? error : copy(error, seen());
    }

    private static boolean isVisible(Throwable error, Set<Throwable> seen) {
        if (!seen.add(error)) {
            return true;
        }
        String text = error.toString();
        Throwable cause = error.getCause();
        boolean visible = text.equals(VisibleText.line(text)) && (cause == null || isVisible(cause, seen));
        for (Throwable suppressed : error.getSuppressed()) {
            visible &= isVisible(suppressed, seen);
        }
        return visible;
    }

    private static Throwable copy(Throwable error, Set<Throwable> seen) {
        VisibleError copy = new VisibleError(error);
        seen.add(error);
        Throwable cause = error.getCause();
        // Errors may cause each other: the second time, one is not followed.
        if (cause != null && !seen.contains(cause)) {
            copy.initCause(copy(cause, seen));
        }
        for (Throwable suppressed : error.getSuppressed()) {
            if (!seen.contains(suppressed)) {
                copy.addSuppressed(copy(suppressed, seen));
            }
        }
        return copy;
    }

    private static Set<Throwable> seen() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** The message begins with the class of the error itself. */
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
