package dev.palindrome.sql;

import org.jspecify.annotations.Nullable;

/**
 * How many rows the statements of a script have changed, where the embedded engine runs them inside of a call: whoever has sent
 * the call is told on the same thread.
 */
public final class ChangedRows {

    private static final ThreadLocal<@Nullable Listener> LISTENER = new ThreadLocal<>();

    private ChangedRows() {}

    /** Is told of statements. */
    @FunctionalInterface
    public interface Listener {

        /**
         * A statement has run to its end.
         *
         * @param script its name
         * @param line on which the statement begins
         * @param rows that it has changed
         */
        void changed(String script, int line, long rows);
    }

    /**
     * Has somebody told, or nobody.
     *
     * @param listener is told of what runs on this thread from now on
     * @return who was told before
     */
    public static @Nullable Listener listener(@Nullable Listener listener) {
        Listener before = LISTENER.get();
        if (listener == null) {
            LISTENER.remove();
        } else {
            LISTENER.set(listener);
        }
        return before;
    }

    /**
     * Tells whoever wants to know.
     *
     * @param script the script's name
     * @param line on which the statement begins
     * @param rows that it has changed
     */
    public static void tell(String script, int line, long rows) {
        Listener listener = LISTENER.get();
        if (listener != null) {
            listener.changed(script, line, rows);
        }
    }
}
