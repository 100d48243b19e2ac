package dev.palindrome.database.sqlserver;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.definition.DatabaseName;
import dev.palindrome.database.template.IncompleteDatabase;
import dev.palindrome.database.template.Template;
import dev.palindrome.engine.SqlServerEngine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A backup in the server's backup directory. */
final class SqlServerTemplate implements Template {

    private static final Logger LOG = LoggerFactory.getLogger(SqlServerTemplate.class);

    private final SqlServerEngine engine;
    private final SqlServerTemplateFile file;
    private final AtomicBoolean discarded = new AtomicBoolean();

    SqlServerTemplate(SqlServerEngine engine, SqlServerTemplateFile file) {
        this.engine = engine;
        this.file = file;
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
                            .formatted(database.name(), file.path(), engine.describe(), e.getMessage()),
                    e);
            IncompleteDatabase.close(failure, database);
            throw failure;
        }
    }

    private void restore(SqlServerDatabase database) throws SQLException {
        List<SqlServerFile> original = SqlServerStatements.rows(
                engine.dataSource(),
                SqlServerTemplateSql.files(file.path()),
                row -> new SqlServerFile(row.getString("LogicalName"), row.getString("PhysicalName")));
        List<SqlServerFile> files = SqlServerFile.of(database.name(), original);
        SqlServerStatements.run(
                engine.dataSource(), SqlServerTemplateSql.restore(database.name(), file.path(), files, file.note()));
        // The original had its mark taken off while it was backed up: nobody may take the copy for an old run's.
        List<String> afterwards = new ArrayList<>(List.of(SqlServerTemplateSql.own(database.name())));
        afterwards.addAll(
                SqlServerBackupSql.putBack(database.name(), file.note().lost()));
        SqlServerMark.put(engine, database.name(), afterwards);
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
            new SqlServerBackups(engine.dataSource(), SqlServerBackupSql.TEMPLATE).remove(file.path(), file.database());
        } catch (SQLException e) {
            LOG.warn(
                    "The backup {} on {} could not be deleted; delete it by hand: {}",
                    file.path(),
                    engine.describe(),
                    e.getMessage());
        }
    }
}
