package dev.palindrome.reset.h2;

import dev.palindrome.database.Database;
import dev.palindrome.h2.H2RebuildScript;
import dev.palindrome.h2.H2Session;
import dev.palindrome.reset.OpenTransactionException;
import dev.palindrome.reset.baseline.Baseline;
import java.sql.SQLException;
import java.util.List;

/**
 * For versions of H2 whose inside is not known: whatever happened, everything is made anew, with nothing but H2's SQL. Slow,
 * but never too little.
 */
public final class H2ScriptBaseline implements Baseline {

    private static final Outcome UNKNOWN = Outcome.database("this version of H2 does not tell what was written");

    private final String database;
    private final H2Session session;
    private final H2RebuildScript script;

    private H2ScriptBaseline(String database, H2Session session) throws SQLException {
        this.database = database;
        this.session = session;
        this.script = H2RebuildScript.withRows(session);
    }

    public static H2ScriptBaseline of(Database database) throws SQLException {
        H2Session session = H2Session.open(database.dataSource());
        try {
            requireNoOpenTransaction(database.name(), session);
            return new H2ScriptBaseline(database.name(), session);
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    @Override
    public Outcome restore() throws SQLException {
        requireNoOpenTransaction(database, session);
        script.run(session);
        return UNKNOWN;
    }

    @Override
    public Outcome inspect() throws SQLException {
        requireNoOpenTransaction(database, session);
        return UNKNOWN;
    }

    private static void requireNoOpenTransaction(String database, H2Session session) throws SQLException {
        List<String> open = session.texts("""
                SELECT 'connection ' || SESSION_ID || ' of ' || USER_NAME || ', opened at ' || SESSION_START
                FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID <> SESSION_ID()
                AND (CONTAINS_UNCOMMITTED OR SESSION_ID IN (SELECT SESSION_ID FROM INFORMATION_SCHEMA.LOCKS))
                """);
        if (!open.isEmpty()) {
            throw new OpenTransactionException(database, open);
        }
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
