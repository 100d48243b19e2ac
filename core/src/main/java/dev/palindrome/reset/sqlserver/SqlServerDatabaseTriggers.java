package dev.palindrome.reset.sqlserver;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * The triggers of a database that fire when its schema is changed, and would fire at what a reset does (Microsoft:
 * ddl-triggers, ddl-events: ALTER_TABLE, ALTER_SEQUENCE). Names are as T-SQL takes them.
 */
final class SqlServerDatabaseTriggers {

    /** What none of them is to see. */
    interface Work {
        void run() throws SQLException;
    }

    private final SqlServerConnection connection;

    SqlServerDatabaseTriggers(SqlServerConnection connection) {
        this.connection = connection;
    }

    static Answer<Named> ask(SqlServerQueryBatch batch) {
        return batch.add(
                SqlServerQueries.DATABASE_TRIGGERS.sql(),
                row -> new Named(BracketedName.of(row.getString("trigger_name")), row.getInt("is_disabled") == 1));
    }

    static List<String> firing(Answer<Named> triggers) throws SQLException {
        return names(triggers, false);
    }

    /**
     * Afterwards those are on that were on, as far as the work has left them there.
     *
     * @param firing names of those that are on
     */
    void silence(List<String> firing, Work work) throws SQLException {
        silence(firing, Set.of(), work);
    }

    /**
     * The same where it is not known which are on.
     *
     * @param off names of those that stay off afterwards
     */
    void silence(Set<String> off, Work work) throws SQLException {
        silence(names(false), off, work);
    }

    private void silence(List<String> firing, Set<String> off, Work work) throws SQLException {
        if (firing.isEmpty()) {
            work.run();
            return;
        }
        connection.run(disable(firing));
        try {
            work.run();
        } catch (SQLException | RuntimeException e) {
            try {
                wake(firing, off);
            } catch (SQLException another) {
                e.addSuppressed(another);
            }
            throw e;
        }
        wake(firing, off);
    }

    private void wake(List<String> names, Set<String> off) throws SQLException {
        List<String> silent = names(true).stream()
                .filter(name -> names.contains(name) && !off.contains(name))
                .toList();
        if (!silent.isEmpty()) {
            connection.run(enable(silent));
        }
    }

    private List<String> names(boolean disabled) throws SQLException {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        Answer<Named> triggers = ask(batch);
        connection.run(batch);
        return names(triggers, disabled);
    }

    private static List<String> names(Answer<Named> triggers, boolean disabled) throws SQLException {
        return SqlServerUnanswered.rows(triggers, "Triggers of a database may see what a reset does").stream()
                .filter(trigger -> trigger.isDisabled() == disabled)
                .map(Named::name)
                .toList();
    }

    record Named(String name, boolean isDisabled) {}

    /** Microsoft: disable-trigger-transact-sql. */
    static String disable(List<String> names) {
        return "DISABLE TRIGGER " + String.join(", ", names) + " ON DATABASE";
    }

    /** Microsoft: enable-trigger-transact-sql. */
    static String enable(List<String> names) {
        return "ENABLE TRIGGER " + String.join(", ", names) + " ON DATABASE";
    }
}
