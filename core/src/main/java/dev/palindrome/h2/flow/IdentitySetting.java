package dev.palindrome.h2.flow;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.FlowProgram;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * For which tables IDENTITY_INSERT is on around a text or procedure that sets it: what it sets ends with it.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/statements/set-statements-transact-sql">SET statements</a>
 */
final class IdentitySetting {

    private static final String SETS = "\"identity_insert\"";

    private final FlowSession session;
    private final boolean concerned;
    private final Set<String> before;

    private IdentitySetting(FlowSession session, boolean concerned, Set<String> before) {
        this.session = session;
        this.concerned = concerned;
        this.before = before;
    }

    static IdentitySetting of(FlowSession session, FlowProgram program) throws SQLException {
        boolean concerned =
                program.steps().stream().flatMap(step -> step.texts().stream()).anyMatch(text -> text.contains(SETS));
        return new IdentitySetting(session, concerned, concerned ? on(session) : Set.of());
    }

    /** Sets it as it was. */
    void back() throws SQLException {
        if (!concerned) {
            return;
        }
        Set<String> now = on(session);
        for (String table : now) {
            if (!before.contains(table)) {
                set(table, "FALSE");
            }
        }
        for (String table : before) {
            if (!now.contains(table)) {
                set(table, "TRUE");
            }
        }
    }

    private void set(String table, String on) throws SQLException {
        session.sql().run("CALL \"palindrome\"." + SETS + "(" + table + ", " + on + ")");
    }

    /** Schema and name as literals. */
    private static Set<String> on(FlowSession session) throws SQLException {
        return new HashSet<>(session.sql()
                .query("SELECT TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.COLUMNS"
                        + " WHERE IDENTITY_GENERATION = 'BY DEFAULT'")
                .list(row -> SqlLiteral.h2(row.getString(1)) + ", " + SqlLiteral.h2(row.getString(2))));
    }
}
