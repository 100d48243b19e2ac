package dev.palindrome.h2.kept;

import java.sql.SQLException;

/** Whether triggers that Palindrome gave H2 do nothing for now, in this thread: H2 runs them in that of the statement. */
public final class SilentTriggers {

    private static final ThreadLocal<Boolean> SILENT = ThreadLocal.withInitial(() -> false);

    private SilentTriggers() {}

    /** What none of them is to see. */
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException;
    }

    public static void during(Work work) throws SQLException {
        SILENT.set(true);
        try {
            work.run();
        } finally {
            SILENT.remove();
        }
    }

    public static boolean areSilent() {
        return SILENT.get();
    }
}
