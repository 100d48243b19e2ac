package dev.palindrome.h2.kept;

import dev.palindrome.text.SaidOnce;
import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Stands in H2 for a trigger that is kept and not run, and says so when it would have fired, be it by a test's own
 * statement. What a trigger would have done instead is not done: H2 would write rows that SQL Server does not. Public for
 * H2's sake.
 */
public final class KeptTrigger implements Trigger {

    private static final VisibleLog LOG = VisibleLog.of(KeptTrigger.class);

    private String trigger = "";
    private String table = "";
    private boolean instead;

    /** For H2. */
    public KeptTrigger() {}

    @Override
    public void init(
            Connection connection, String schema, String triggerName, String tableName, boolean before, int type) {
        trigger = schema + "." + triggerName;
        table = schema + "." + tableName;
        instead = before;
    }

    @Override
    public void fire(Connection connection, @Nullable Object[] oldRow, @Nullable Object[] newRow) throws SQLException {
        if (SilentTriggers.areSilent()) {
            return;
        }
        if (instead) {
            throw new SQLException(
                    "The trigger " + trigger + " runs instead of what changes rows of " + table
                            + ", and triggers are kept here, not run. Needs SQL Server: run with palindrome.engine=sqlserver.",
                    "0A000");
        }
        if (SaidOnce.isNew("trigger " + trigger + " " + table)) {
            LOG.warn(
                    "The trigger {} would have fired: the embedded engine keeps triggers and does not run them. What it"
                            + " does to rows of {} and others is missing. Run with palindrome.engine=sqlserver.",
                    trigger,
                    table);
        }
    }
}
