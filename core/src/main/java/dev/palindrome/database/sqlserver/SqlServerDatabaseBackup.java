package dev.palindrome.database.sqlserver;

import dev.palindrome.database.SavedState;
import dev.palindrome.database.definition.DatabaseMark;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.text.VisibleLog;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** A backup in the server's backup directory, which is restored over the database it was taken of. */
final class SqlServerDatabaseBackup implements SavedState {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerDatabaseBackup.class);

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final SqlServerBackups backups;
    private final SqlServerReplacement replacement;
    private final SqlServerBackups.File file;
    private final Set<LostByRestoring> lost;
    private final Optional<String> owner;

    private SqlServerDatabaseBackup(
            SqlServerBackups backups,
            SqlServerReplacement replacement,
            SqlServerBackups.File file,
            Set<LostByRestoring> lost,
            Optional<String> owner) {
        this.backups = backups;
        this.replacement = replacement;
        this.file = file;
        this.lost = lost;
        this.owner = owner;
    }

    /** Fails where the server makes none, none that this login could remove again, or none that holds all rows. */
    static SqlServerDatabaseBackup take(DataSource server, DataSource inside, SqlServerReplacement replacement)
            throws SQLException {
        String database = replacement.database();
        SqlServerBackupSurvey survey = SqlServerBackupSurvey.of(server, database);
        survey.requireRemovable();
        survey.requireAllRows(inside);
        Set<LostByRestoring> lost = survey.lostByRestoring();
        Optional<String> owner = survey.owner();
        SqlServerBackups backups = new SqlServerBackups(server, SqlServerBackupSql.SNAPSHOT);
        String file = database + "_" + NUMBERS.incrementAndGet() + ".bak";
        backups.take(database, survey.folder(), file, DatabaseMark.ofThisJvm().text());
        SqlServerBackups.File found = backups.list().stream()
                .filter(backup ->
                        backup.database().equals(database) && backup.path().endsWith(file))
                .findFirst()
                .orElseThrow(
                        () -> new SQLException("the server's backup history does not say where %s is".formatted(file)));
        return new SqlServerDatabaseBackup(backups, replacement, found, lost, owner);
    }

    @Override
    public String kind() {
        return "a backup";
    }

    @Override
    public Optional<String> readableAs() {
        return Optional.empty();
    }

    @Override
    public List<String> inTheWay() {
        return List.of();
    }

    /** The mark comes back with the rest: it is this JVM's. */
    @Override
    public void restore() throws SQLException {
        String database = replacement.database();
        backups.requireUnchanged(file);
        EnumSet<LostByRestoring> stillLost = EnumSet.noneOf(LostByRestoring.class);
        stillLost.addAll(lost);
        stillLost.remove(LostByRestoring.BROKER); // the database stays the same broker
        List<String> afterwards = new ArrayList<>();
        owner.map(login -> SqlServerBackupSql.own(database, login)).ifPresent(afterwards::add);
        afterwards.addAll(SqlServerBackupSql.putBack(database, stillLost));
        replacement.run(SqlServerBackupSql.replace(database, file.path(), lost), afterwards);
    }

    /** The tests are over: a file that stays is no reason to fail them. */
    @Override
    public void close() {
        try {
            backups.remove(file);
        } catch (SQLException e) {
            LOG.warn("The backup {} could not be deleted; delete it by hand: {}", file.path(), ErrorText.of(e));
        }
    }
}
