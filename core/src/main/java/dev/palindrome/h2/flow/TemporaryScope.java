package dev.palindrome.h2.flow;

import dev.palindrome.h2.session.H2Session;
import dev.palindrome.h2.systemview.SystemFunctions;
import dev.palindrome.sql.QuotedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.engine.SessionLocal;
import org.h2.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * The temporary tables that a procedure or text makes end with it.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/statements/create-table-transact-sql#temporary-tables">Temporary tables</a>
 */
final class TemporaryScope {

    private final FlowSession session;
    private final List<String> tables = new ArrayList<>();

    /** @param named those that it names; what there is already is not its own */
    TemporaryScope(FlowSession session, List<String> named) throws SQLException {
        this.session = session;
        for (String table : named) {
            if (SystemFunctions.temporaryId(session.connection(), table) == null) {
                tables.add(table);
            }
        }
    }

    void end() throws SQLException {
        for (String table : tables) {
            if (SystemFunctions.temporaryId(session.connection(), table) != null) {
                drop(table);
            }
        }
    }

    /** A DROP would commit, which is better than nothing where H2 is not known from inside. */
    private void drop(String table) throws SQLException {
        try {
            SessionLocal local = H2Session.of(session.connection()).session();
            @Nullable Table found = local.findLocalTempTable(table);
            if (found != null) {
                local.removeLocalTempTable(found);
            }
        } catch (LinkageError e) {
            session.sql().run("DROP TABLE " + QuotedName.of(table));
        }
    }
}
