package dev.palindrome.database.sqlserver;

import dev.palindrome.engine.SqlServerEngine;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops what dead runs left on a server, as planned by {@link DeadRuns}. Never stands in the way of a test. */
final class SqlServerSweep {

    private static final Logger LOG = LoggerFactory.getLogger(SqlServerSweep.class);

    private final SqlServerEngine engine;

    SqlServerSweep(SqlServerEngine engine) {
        this.engine = engine;
    }

    void run() {
        try {
            DeadRuns.among(marks(), Instant.now()).forEach(this::drop);
        } catch (SQLException e) {
            LOG.warn(
                    "What earlier runs left behind on {} could not be looked for: {}",
                    engine.describe(),
                    e.getMessage());
        }
        removeBackups();
    }

    /** Those of snapshots. Templates see to theirs. */
    private void removeBackups() {
        SqlServerBackups backups = new SqlServerBackups(engine.dataSource(), SqlServerBackupSql.SNAPSHOT);
        try {
            DeadRuns.amongBackups(backups.list(), Instant.now()).forEach(backup -> remove(backups, backup));
        } catch (SQLException e) {
            LOG.debug("Backups of earlier runs on {} cannot be looked for: {}", engine.describe(), e.getMessage());
        }
    }

    private void remove(SqlServerBackups backups, SqlServerBackups.File backup) {
        try {
            if (backups.remove(backup.path(), backup.database())) {
                LOG.info(
                        "Deleted the backup {}, which an earlier run left behind on {}.",
                        backup.path(),
                        engine.describe());
            }
        } catch (SQLException e) {
            LOG.debug("The backup {} on {} cannot be deleted: {}", backup.path(), engine.describe(), e.getMessage());
        }
    }

    private Map<String, String> marks() throws SQLException {
        Map<String, String> marks = new LinkedHashMap<>();
        for (String database :
                SqlServerStatements.texts(engine.dataSource(), SqlServerDatabaseSql.databasesWithPrefix())) {
            readMark(database, marks);
        }
        return marks;
    }

    private void readMark(String database, Map<String, String> marks) {
        try {
            SqlServerStatements.texts(engine.dataSource(), SqlServerDatabaseSql.readMark(database))
                    .forEach(mark -> marks.put(database, mark));
        } catch (SQLException e) {
            LOG.debug("The mark of {} cannot be read, so it stays: {}", database, e.getMessage());
            warnOfHalfRestored(database);
        }
    }

    /** One that is merely gone by now is nobody's trouble: somebody else has dropped it. */
    private void warnOfHalfRestored(String database) {
        try {
            SqlServerStatements.texts(engine.dataSource(), SqlServerDatabaseSql.stateUnlessOnline(database))
                    .forEach(state -> LOG.warn(
                            "The database {} on {} is {}, so that nobody can read who made it. If no run uses it, drop it by hand: {}",
                            database,
                            engine.describe(),
                            state,
                            SqlServerDatabaseSql.drop(database)));
        } catch (SQLException e) {
            LOG.debug("The state of {} cannot be read: {}", database, e.getMessage());
        }
    }

    private void drop(String database) {
        try {
            new SqlServerDrop(engine.dataSource()).drop(database);
            LOG.info("Dropped {}, which an earlier run left behind on {}.", database, engine.describe());
        } catch (SQLException e) {
            LOG.warn(
                    "{}, which an earlier run left behind on {}, could not be dropped: {}",
                    database,
                    engine.describe(),
                    e.getMessage());
        }
    }
}
