package dev.palindrome.database.sqlserver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static File file(ResultSet row) throws SQLException {
        String description = row.getString("description");
        return new File(
                row.getString("physical_device_name"),
                row.getString("database_name"),
                description == null ? "" : description);
    }

    /** Fails where a backup could not be removed again, or nobody could tell whether it was. */
    void requireRemovable() throws SQLException {
        if (!SqlServerStatements.texts(server, SqlServerBackupSql.isAdministrator())
                .contains("1")) {
            throw new SQLException("the login is not in the server role sysadmin, and could not remove a backup again");
        }
        if (SqlServerStatements.texts(server, SqlServerBackupSql.canDelete()).isEmpty()) {
            throw new SQLException("the server has no xp_delete_file, and a backup could not be removed again");
        }
        isThere(name);
    }

    /** Whether the file is still on the server. Fails where it cannot be asked. */
    boolean isThere(String path) throws SQLException {
        return !SqlServerStatements.texts(server, SqlServerBackupSql.isThere(path))
                .isEmpty();
    }

    /**
     * Fails where a table has rows that no backup holds.
     *
     * @param database leads into it: memory-optimised tables can be read from no other
     */
    static void requireAllRows(DataSource database) throws SQLException {
        List<String> lost = new ArrayList<>();
        for (String table : SqlServerStatements.texts(database, SqlServerBackupSql.tablesThatKeepNoRows())) {
            if (!SqlServerStatements.texts(database, SqlServerBackupSql.anyRow(table))
                    .isEmpty()) {
                lost.add(table);
            }
        }
        if (!lost.isEmpty()) {
            throw new SQLException("a backup would not hold the rows of %s, of which only the schema is durable"
                    .formatted(String.join(", ", lost)));
        }
    }

    /**
     * Takes a backup.
     *
     * @param file its name, without a folder
     */
    void take(String database, String file, String description) throws SQLException {
        String path = SqlServerBackupSql.path(folder(), file);
        SqlServerStatements.run(server, SqlServerBackupSql.backUp(database, path, name, description));
    }

    private String folder() throws SQLException {
        return SqlServerStatements.texts(server, SqlServerBackupSql.folder()).stream()
                .findFirst()
                .orElse("");
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

    static Set<LostByRestoring> lostByRestoring(DataSource server, String database) throws SQLException {
        return SqlServerStatements.texts(server, SqlServerBackupSql.lostByRestoring(database)).stream()
                .map(LostByRestoring::valueOf)
                .collect(Collectors.toSet());
    }
}
