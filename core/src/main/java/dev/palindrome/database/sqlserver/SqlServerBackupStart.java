package dev.palindrome.database.sqlserver;

import dev.palindrome.database.BackupLocation;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.backup.BackedUpFile;
import dev.palindrome.database.backup.BackupServer;
import dev.palindrome.database.backup.BackupSet;
import dev.palindrome.database.backup.BackupSetChoice;
import dev.palindrome.database.backup.BackupStartAdvice;
import dev.palindrome.database.backup.BackupStartSql;
import dev.palindrome.database.backup.FilePlacement;
import dev.palindrome.database.definition.DatabaseMark;
import dev.palindrome.database.sqlserver.SqlServerBackupPlace.OnServer;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.progress.LongStep;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.text.SaidOnce;
import dev.palindrome.text.VisibleLog;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Makes a database of a backup that Palindrome has not taken. The file is looked into first, so that what is the matter with
 * it is said before anything is restored.
 */
final class SqlServerBackupStart {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerBackupStart.class);

    private final SqlServerEngine engine;
    private final DataSource server;
    private final SqlServerBackupPlace places;
    private final BackupLocation backup;
    private final String database;

    /** Where the server was asked for it last. */
    private OnServer file;

    /** @param database a name that no database has */
    SqlServerBackupStart(SqlServerEngine engine, SqlServerBackupPlace places, BackupLocation backup, String database) {
        this.engine = engine;
        this.server = engine.dataSource();
        this.places = places;
        this.backup = backup;
        this.database = database;
        this.file = new OnServer(backup.text(), false);
    }

    /**
     * Restores it, and marks the database as this JVM's.
     *
     * @param settings statements that each name the database: how the user wants it
     * @throws DatabaseException if it cannot be done; something of the database may have been left
     */
    void restore(List<String> settings) {
        try {
            BackupServer there =
                    SqlServerStatements.rows(server, BackupStartSql.server(), BackupServer.FROM_ROW).stream()
                            .findFirst()
                            .orElseThrow(() -> new SQLException("the server does not tell where its databases lie"));
            file = places.of(backup, there);
            BackupSetChoice choice = new BackupSetChoice(open(there), backup.text());
            BackupSet set = choice.on(there);
            choice.leftOut(set)
                    .filter(said -> SaidOnce.isNew("backup sets", backup.text()))
                    .ifPresent(said -> LOG.info("The backup {}: {}", backup, said));
            restore(set, there);
            makeOurs(settings);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** A file that the server may not read where it lies may do as a copy. */
    private List<BackupSet> open(BackupServer there) throws SQLException {
        try {
            return sets();
        } catch (SQLException e) {
            Optional<OnServer> copy =
                    advice().isAccessDenied(e) ? places.besideItsOwn(backup, there) : Optional.empty();
            file = copy.orElseThrow(() -> e);
            return sets();
        }
    }

    private List<BackupSet> sets() throws SQLException {
        return SqlServerStatements.rows(server, BackupStartSql.sets(file.path()), BackupSet.FROM_ROW);
    }

    /**
     * Marked in the same batch: a JVM that is killed afterwards leaves a database that a later run drops. A backup of one of
     * Palindrome's may have another run's mark.
     */
    private void restore(BackupSet set, BackupServer there) throws SQLException {
        List<BackedUpFile> files =
                SqlServerStatements.rows(server, BackupStartSql.files(file.path(), set), BackedUpFile.FROM_ROW);
        String sql = BackupStartSql.restore(database, file.path(), set, FilePlacement.of(database, files, there));
        List<String> behind = new ArrayList<>(BackupStartSql.openUp(database));
        behind.add(SqlServerDatabaseSql.markAnew(database, DatabaseMark.ofThisJvm()));
        LongStep.during(LOG, "Restoring the backup " + backup, step -> {
            SqlServerStatements.run(server, sql + ";\n" + BackupStartSql.ifOnline(database, behind));
            return database;
        });
        List<String> state = SqlServerStatements.texts(server, SqlServerDatabaseSql.stateUnlessOnline(database));
        if (!state.isEmpty()) {
            throw new SQLException("it is restored, but its state is " + state.get(0));
        }
    }

    /** What the user wants comes last. */
    private void makeOurs(List<String> settings) throws SQLException {
        List<String> statements = new ArrayList<>(List.of(SqlServerTemplateSql.own(database)));
        statements.addAll(settings);
        SqlServerStatements.run(server, String.join(";\n", statements));
        sayOrphans();
    }

    /** Their names may be people's, and are not told. */
    private void sayOrphans() {
        try {
            int orphaned =
                    SqlServerStatements.rows(
                                    server, BackupStartSql.orphanedUsers(database), row -> row.getInt("orphaned"))
                            .stream()
                            .findFirst()
                            .orElse(0);
            if (orphaned > 0 && LOG.isInfoEnabled()) {
                LOG.info(
                        "{} has {} users whose logins this server has not. Nobody needs them as long as tests connect as {};"
                                + " to be one of them, say ALTER USER … WITH LOGIN = ….",
                        database,
                        orphaned,
                        engine.username());
            }
        } catch (SQLException e) {
            LOG.debug("Whether {} has users without logins cannot be told: {}", database, ErrorText.of(e));
        }
    }

    private BackupStartAdvice advice() {
        return new BackupStartAdvice(file.path(), engine.username());
    }

    private DatabaseException refused(SQLException failure) {
        return new DatabaseException(
                "The backup %s could not be restored on %s: %s. %s"
                        .formatted(backup, engine.describe(), ErrorText.of(failure), advice().on(failure)),
                failure);
    }
}
