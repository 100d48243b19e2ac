package dev.palindrome.database.sqlserver;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.definition.DatabaseName;
import dev.palindrome.database.template.IncompleteDatabase;
import dev.palindrome.database.template.Template;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import dev.palindrome.text.VisibleLog;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A backup in the server's backup directory. */
final class SqlServerTemplate implements Template {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerTemplate.class);

    private final SqlServerEngine engine;
    private final SqlServerTemplateFile file;
    private final Set<LostByRestoring> lost;
    private final AtomicBoolean discarded = new AtomicBoolean();

    /** One that another run has left: what its note says is all that is given back. */
    SqlServerTemplate(SqlServerEngine engine, SqlServerTemplateFile file) {
        this(engine, file, file.note().lost());
    }

    /** @param lost what a restored copy has to be given back */
    SqlServerTemplate(SqlServerEngine engine, SqlServerTemplateFile file, Set<LostByRestoring> lost) {
        this.engine = engine;
        this.file = file;
        this.lost = lost;
    }

    @Override
    public Database copy(String purpose) {
        SqlServerDatabase database = new SqlServerDatabase(engine, DatabaseName.forPurpose(purpose));
        try {
            restore(database);
            return database;
        } catch (SQLException e) {
            DatabaseException failure = new DatabaseException(
                    "The database %s could not be restored from %s on %s: %s"
                            .formatted(database.name(), path(), engine.describe(), ErrorText.of(e)),
                    e);
            IncompleteDatabase.close(failure, database);
            throw failure;
        }
    }

    private void restore(SqlServerDatabase database) throws SQLException {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        Answer<String> contents = batch.addRequired(SqlServerBackupSql.contents(path()), SqlServerBackups.ID);
        Answer<SqlServerFile> original = batch.addRequired(
                SqlServerTemplateSql.files(path()),
                row -> new SqlServerFile(row.getString("LogicalName"), row.getString("PhysicalName")));
        SqlServerStatements.run(engine.dataSource(), batch);
        SqlServerBackups.requireUnchanged(file.backup(), contents.rows());
        List<SqlServerFile> files = SqlServerFile.of(database.name(), original.rows());
        SqlServerStatements.run(
                engine.dataSource(),
                SqlServerTemplateSql.restore(database.name(), path(), files, lost.contains(LostByRestoring.CDC)));
        // The original had its mark taken off while it was backed up: nobody may take the copy for an old run's.
        List<String> afterwards = new ArrayList<>(List.of(SqlServerTemplateSql.own(database.name())));
        afterwards.addAll(SqlServerBackupSql.putBack(database.name(), lost));
        SqlServerMark.put(engine, database.name(), afterwards);
    }

    String path() {
        return file.backup().path();
    }

    /** One that stays for later runs takes up nothing of this JVM's share. */
    @Override
    public long weight() {
        return file.note().acrossRuns() ? 0 : 1;
    }

    @Override
    public void discard() {
        if (discarded.getAndSet(true)) {
            return;
        }
        try {
            new SqlServerBackups(engine.dataSource(), SqlServerBackupSql.TEMPLATE).remove(file.backup());
        } catch (SQLException e) {
            LOG.warn(
                    "The backup {} on {} could not be deleted; delete it by hand: {}",
                    path(),
                    engine.describe(),
                    ErrorText.of(e));
        }
    }
}
