package dev.palindrome.h2.temporal;

import dev.palindrome.h2.kept.SilentTriggers;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Keeps everybody but {@link PeriodTrigger} from changing the rows of a history. Public for H2's sake. */
public final class HistoryTrigger implements Trigger {

    /** H2 runs triggers in the thread of the statement that fires them. */
    private static final ThreadLocal<Boolean> ALLOWED = ThreadLocal.withInitial(() -> false);

    private String table = "";
    private TemporalError error = TemporalError.INSERT_HISTORY;

    /** What writes to a history. */
    interface Writing {
        void run() throws SQLException;
    }

    /** For H2. */
    public HistoryTrigger() {}

    static void allow(Writing writing) throws SQLException {
        ALLOWED.set(true);
        try {
            writing.run();
        } finally {
            ALLOWED.remove();
        }
    }

    /** Whether it is the table itself whose history changes. */
    static boolean isAllowed() {
        return ALLOWED.get();
    }

    @Override
    public void init(
            Connection connection, String schema, String triggerName, String tableName, boolean before, int type) {
        error = switch (type) {
            case UPDATE -> TemporalError.UPDATE_HISTORY;
            case DELETE -> TemporalError.DELETE_HISTORY;
            default -> TemporalError.INSERT_HISTORY;
        };
        table = schema + "." + TemporalTriggers.table(triggerName);
    }

    @Override
    public void fire(Connection connection, @Nullable Object @Nullable [] oldRow, @Nullable Object @Nullable [] newRow)
            throws SQLException {
        if (!isAllowed() && !SilentTriggers.areSilent()) {
            throw error.on(table);
        }
    }
}
