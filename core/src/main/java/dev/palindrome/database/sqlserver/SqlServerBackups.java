package dev.palindrome.database.sqlserver;

import dev.palindrome.database.definition.DatabaseName;
import dev.palindrome.sql.RowMapper;
import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The backups of one kind on a server that are ours: the server's backup history says that this login made them here, of a
 * database with our prefix, and in a file that is named as we name them. Whoever may back up any database can write over such
 * a file. So before one is restored or deleted, it is looked into: it must hold the backup that the history speaks of, and
 * nothing else.
 */
final class SqlServerBackups {

    /**
     * One backup.
     *
     * @param path where it is on the server
     * @param database what it was taken of
     * @param description what is written on it
     * @param id by which the server knows it
     * @param age by the server's clock
     */
    record File(String path, String database, String description, String id, Duration age) {

        private static final Pattern END = Pattern.compile("(?:_\\d{1,9})?\\.bak");

        /** Whether database and file are named as ours are. */
        boolean isNamedAsOurs() {
            String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
            return database.startsWith(DatabaseName.PREFIX)
                    && name.startsWith(database)
                    && END.matcher(name.substring(database.length())).matches();
        }
    }

    /** What is in a backup file. */
    static final RowMapper<String> ID = row -> row.getString("BackupSetGUID");

    private final DataSource server;
    private final String name;

    SqlServerBackups(DataSource server, String name) {
        this.server = server;
        this.name = name;
    }

    /** The newest first. */
    List<File> list() throws SQLException {
        return ours(SqlServerStatements.rows(server, SqlServerBackupSql.backups(name), SqlServerBackups::file));
    }

    /** The same in a round trip of somebody's, who takes {@link #ours} of them. */
    Answer<File> ask(SqlServerQueryBatch batch) {
        return batch.add(SqlServerBackupSql.backups(name), SqlServerBackups::file);
    }

    /** Those that are named as ours are. */
    static List<File> ours(List<File> files) {
        return files.stream().filter(File::isNamedAsOurs).toList();
    }

    private static File file(ResultSet row) throws SQLException {
        String description = row.getString("description");
        return new File(
                row.getString("physical_device_name"),
                row.getString("database_name"),
                description == null ? "" : description,
                row.getString("backup_set_uuid"),
                Duration.ofMinutes(row.getLong("age")));
    }

    /** Whether the file is still on the server. Fails where it cannot be asked. */
    boolean isThere(String path) throws SQLException {
        return !SqlServerStatements.texts(server, SqlServerBackupSql.isThere(path))
                .isEmpty();
    }

    /**
     * Takes a backup.
     *
     * @param folder where; empty where the server does not tell
     * @param file its name, without a folder
     */
    void take(String database, String folder, String file, String description) throws SQLException {
        SqlServerStatements.run(server, backUp(database, folder, file, description));
    }

    /** The statement that takes one. */
    String backUp(String database, String folder, String file, String description) {
        return SqlServerBackupSql.backUp(database, SqlServerBackupSql.path(folder, file), name, description);
    }

    /** Fails where the file does not hold this backup, or holds others, too. */
    void requireUnchanged(File file) throws SQLException {
        requireUnchanged(file, SqlServerStatements.rows(server, SqlServerBackupSql.contents(file.path()), ID));
    }

    /** @param ids of the backups that are in it */
    static void requireUnchanged(File file, List<String> ids) throws SQLException {
        if (ids.size() != 1 || !file.id().equalsIgnoreCase(ids.get(0))) {
            throw new SQLException(
                    ("somebody has written over it: it does not hold the one backup of %s that was made there;"
                                    + " see by RESTORE HEADERONLY whose it is before you delete it")
                            .formatted(file.database()));
        }
    }

    /**
     * Removes a backup. The server forgets all backups of a database at once, so it is told to only when the last of them,
     * of either kind, is gone, and where none is somebody else's: an open snapshot's or a template's would not be found any
     * more.
     *
     * @return whether the file was there
     */
    boolean remove(File file) throws SQLException {
        boolean wasThere = isThere(file.path());
        if (wasThere) {
            requireUnchanged(file);
            delete(file.path());
        }
        for (Other other : others(file.database())) {
            if (!other.isOurs() || isThere(other.path())) {
                return wasThere;
            }
        }
        SqlServerStatements.run(server, SqlServerBackupSql.forget(file.database()));
        return wasThere;
    }

    private record Other(String path, boolean isOurs) {}

    private List<Other> others(String database) throws SQLException {
        return SqlServerStatements.rows(
                server,
                SqlServerBackupSql.pathsOf(database),
                row -> new Other(row.getString("physical_device_name"), row.getInt("is_ours") == 1));
    }

    /** A file that the server's procedure does not take for a backup stays, without an error. */
    private void delete(String path) throws SQLException {
        SqlServerStatements.run(server, SqlServerBackupSql.delete(path));
        if (isThere(path)) {
            throw new SQLException("xp_delete_file has left it there without saying why");
        }
    }
}
