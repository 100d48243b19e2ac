package dev.palindrome.database.sqlserver;

import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The backups of one kind on a server, as its backup history knows them. */
final class SqlServerBackups {

    /**
     * One backup.
     *
     * @param path where it is on the server
     * @param database what it was taken of
     * @param description what is written on it
     */
    record File(String path, String database, String description) {}

    private final DataSource server;
    private final String name;

    SqlServerBackups(DataSource server, String name) {
        this.server = server;
        this.name = name;
    }

    /** The newest first. */
    List<File> list() throws SQLException {
        return SqlServerStatements.rows(server, SqlServerBackupSql.backups(name), SqlServerBackups::file);
    }

    /** The same in a round trip of somebody's. */
    Answer<File> ask(SqlServerQueryBatch batch) {
        return batch.add(SqlServerBackupSql.backups(name), SqlServerBackups::file);
    }

    private static File file(ResultSet row) throws SQLException {
        String description = row.getString("description");
        return new File(
                row.getString("physical_device_name"),
                row.getString("database_name"),
                description == null ? "" : description);
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

    /**
     * Removes a backup. The server forgets all backups of a database at once, so it is told to only when the last of them,
     * of either kind, is gone: an open snapshot's or a template's would not be found any more.
     *
     * @return whether the file was there
     */
    boolean remove(String path, String database) throws SQLException {
        boolean wasThere = isThere(path);
        if (wasThere) {
            delete(path);
        }
        for (String other : SqlServerStatements.texts(server, SqlServerBackupSql.pathsOf(database))) {
            if (isThere(other)) {
                return wasThere;
            }
        }
        SqlServerStatements.run(server, SqlServerBackupSql.forget(database));
        return wasThere;
    }

    /** A file that the server's procedure does not take for a backup stays, without an error. */
    private void delete(String path) throws SQLException {
        SqlServerStatements.run(server, SqlServerBackupSql.delete(path));
        if (isThere(path)) {
            throw new SQLException("xp_delete_file has left it there without saying why");
        }
    }
}
