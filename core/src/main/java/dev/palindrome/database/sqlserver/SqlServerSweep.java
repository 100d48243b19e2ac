package dev.palindrome.database.sqlserver;

import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops what dead runs left on a server, as planned by {@link DeadRuns}. Never stands in the way of a test. What there is, it
 * asks in one round trip, and all marks in another.
 */
final class SqlServerSweep {

    private static final Logger LOG = LoggerFactory.getLogger(SqlServerSweep.class);

    /** "Reference to database and/or server name is not supported": Azure SQL Database. */
    private static final int NO_OTHER_DATABASE = 40515;

    private final SqlServerEngine engine;

    /** Those of snapshots. Templates see to theirs. */
    private final SqlServerBackups backups;

    SqlServerSweep(SqlServerEngine engine) {
        this.engine = engine;
        this.backups = new SqlServerBackups(engine.dataSource(), SqlServerBackupSql.SNAPSHOT);
    }

    void run() {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        Answer<String> databases = batch.add(SqlServerDatabaseSql.databasesWithPrefix(), row -> row.getString(1));
        Answer<SqlServerBackups.File> files = backups.ask(batch);
        try {
            SqlServerStatements.run(engine.dataSource(), batch);
        } catch (SQLException e) {
            warnOfNothingFound(e);
            return;
        }
        dropDatabases(databases);
        removeBackups(files);
    }

    private void warnOfNothingFound(SQLException e) {
        LOG.warn("What earlier runs left behind on {} could not be looked for: {}", engine.describe(), e.getMessage());
    }

    private void dropDatabases(Answer<String> names) {
        try {
            if (!names.rows().isEmpty()) {
                DeadRuns.among(marks(names.rows()), Instant.now()).forEach(this::drop);
            }
        } catch (SQLException e) {
            warnOfNothingFound(e);
        }
    }

    private void removeBackups(Answer<SqlServerBackups.File> files) {
        try {
            DeadRuns.amongBackups(files.rows(), Instant.now()).forEach(this::remove);
        } catch (SQLException e) {
            LOG.debug("Backups of earlier runs on {} cannot be looked for: {}", engine.describe(), e.getMessage());
        }
    }

    private void remove(SqlServerBackups.File backup) {
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

    private Map<String, String> marks(List<String> databases) throws SQLException {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        Map<String, Answer<String>> answers = new LinkedHashMap<>();
        for (String database : databases) {
            answers.put(database, batch.add(SqlServerDatabaseSql.readMark(database), row -> row.getString(1)));
        }
        SqlServerStatements.run(engine.dataSource(), batch);
        Map<String, String> marks = new LinkedHashMap<>();
        answers.forEach((database, answer) -> takeMark(database, answer, marks));
        return marks;
    }

    private void takeMark(String database, Answer<String> answer, Map<String, String> marks) {
        try {
            marksOf(database, answer).forEach(mark -> marks.put(database, mark));
        } catch (SQLException e) {
            LOG.debug("The mark of {} cannot be read, so it stays: {}", database, e.getMessage());
            warnOfHalfRestored(database);
        }
    }

    /** Asked from inside where no other database can be named: one's own can. */
    private List<String> marksOf(String database, Answer<String> answer) throws SQLException {
        return answer.failure()
                        .filter(e -> e.getErrorCode() == NO_OTHER_DATABASE)
                        .isPresent()
                ? SqlServerStatements.texts(engine.dataSource(database), SqlServerDatabaseSql.readMark(database))
                : answer.rows();
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
