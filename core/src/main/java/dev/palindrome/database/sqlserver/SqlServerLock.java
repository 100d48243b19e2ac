package dev.palindrome.database.sqlserver;

import dev.palindrome.database.template.TemplateMaker.Hold;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A lock on a server that ends with its session, and so with the JVM that holds it. */
final class SqlServerLock implements Hold {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerLock.class);

    private final Connection session;

    private SqlServerLock(Connection session) {
        this.session = session;
    }

    /** Waits for its turn. Where there is no lock to be had, two JVMs may do the same work, and nothing worse. */
    static Hold on(SqlServerEngine engine, String content) {
        return on(engine.describe(), engine.dataSource("master"), content);
    }

    private static Hold on(String where, DataSource master, String content) {
        try {
            Connection session = master.getConnection();
            try {
                boolean granted = SqlRunner.on(session)
                        .query(SqlServerTemplateSql.lock(content))
                        .first(row -> row.getInt(1) >= 0)
                        .orElse(false);
                if (granted) {
                    return new SqlServerLock(session);
                }
                LOG.debug("Another run on {} has been at the same template for too long.", where);
            } catch (SQLException e) {
                LOG.debug("There are no locks on {}: {}", where, e.getMessage());
            }
            session.close();
        } catch (SQLException e) {
            LOG.debug("No session for a lock on {}: {}", where, e.getMessage());
        }
        return Hold.ALONE;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.debug("A session did not end well: {}", e.getMessage());
        }
    }
}
