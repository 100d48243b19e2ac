package dev.palindrome.database.sqlserver;

import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.sql.AzureRefusal;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import dev.palindrome.text.VisibleLog;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Drops what dead runs left on a server, as planned by {@link DeadRuns}. Never stands in the way of a test, and ends nobody's
 * session: what somebody is connected to stays. What there is, it asks in one round trip, and all marks in another.
 */
final class SqlServerSweep {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerSweep.class);

    private final SqlServerEngine engine;

    /** Those of snapshots. Templates see to theirs. */
    private final SqlServerBackups backups;

    SqlServerSweep(SqlServerEngine engine) {
        this.engine = engine;
        this.backups = new SqlServerBackups(engine.dataSource(), SqlServerBackupSql.SNAPSHOT);
    }

    void run() {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        Answer<DeadRuns.Found> databases = batch.add(
                SqlServerDatabaseSql.databasesWithPrefix(),
                row -> new DeadRuns.Found(row.getString("name"), Duration.ofMinutes(row.getLong("age"))));
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
        LOG.warn("What earlier runs left behind on {} could not be looked for: {}", engine.describe(), ErrorText.of(e));
    }

    private void dropDatabases(Answer<DeadRuns.Found> databases) {
        try {
            List<DeadRuns.Found> candidates = DeadRuns.candidates(databases.rows());
            if (!candidates.isEmpty()) {
                DeadRuns.asOfNow().among(marked(candidates)).forEach(this::drop);
            }
        } catch (SQLException e) {
            warnOfNothingFound(e);
        }
    }

    private void removeBackups(Answer<SqlServerBackups.File> files) {
        try {
            DeadRuns.asOfNow().amongBackups(SqlServerBackups.ours(files.rows())).forEach(this::remove);
        } catch (SQLException e) {
            LOG.debug("Backups of earlier runs on {} cannot be looked for: {}", engine.describe(), e.getMessage());
        }
    }

    private void remove(SqlServerBackups.File backup) {
        try {
            if (backups.remove(backup)) {
                LOG.info(
                        "Deleted the backup {}, which an earlier run left behind on {}.",
                        backup.path(),
                        engine.describe());
            }
        } catch (SQLException e) {
            LOG.debug("The backup {} on {} cannot be deleted: {}", backup.path(), engine.describe(), e.getMessage());
        }
    }

    private List<DeadRuns.Marked> marked(List<DeadRuns.Found> databases) throws SQLException {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        Map<DeadRuns.Found, Answer<String>> answers = new LinkedHashMap<>();
        for (DeadRuns.Found database : databases) {
            answers.put(database, batch.add(SqlServerDatabaseSql.readMark(database.name()), row -> row.getString(1)));
        }
        SqlServerStatements.run(engine.dataSource(), batch);
        List<DeadRuns.Marked> marked = new ArrayList<>();
        answers.forEach((database, answer) -> marked.addAll(marked(database, answer)));
        return marked;
    }

    private List<DeadRuns.Marked> marked(DeadRuns.Found database, Answer<String> answer) {
        try {
            return marksOf(database.name(), answer).stream()
                    .map(mark -> new DeadRuns.Marked(database, mark))
                    .toList();
        } catch (SQLException e) {
            LOG.debug("The mark of {} cannot be read, so it stays: {}", database.name(), e.getMessage());
            warnOfHalfRestored(database.name());
            return List.of();
        }
    }

    /** Asked from inside where no other database can be named: one's own can. */
    private List<String> marksOf(String database, Answer<String> answer) throws SQLException {
        return answer.failure().filter(AzureRefusal.OF_OTHER_DATABASES::is).isPresent()
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
            SqlServerStatements.run(engine.dataSource(), SqlServerDatabaseSql.drop(database));
            LOG.info("Dropped {}, which an earlier run left behind on {}.", database, engine.describe());
        } catch (SQLException e) {
            if (SqlServerEviction.isPassing(e)) {
                LOG.info(
                        "{} on {}, which an earlier run left behind, stays: somebody is connected to it.",
                        database,
                        engine.describe());
                return;
            }
            LOG.warn(
                    "{}, which an earlier run left behind on {}, could not be dropped: {}",
                    database,
                    engine.describe(),
                    ErrorText.of(e));
        }
    }
}
