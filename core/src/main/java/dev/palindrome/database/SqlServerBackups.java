package dev.palindrome.database;

import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** Only who is an administrator can remove a backup again. */
    boolean canBeRemoved() throws SQLException {
        return SqlServerStatements.texts(server, SqlServerBackupSql.isAdministrator())
                .contains("1");
    }

    void take(String database, String file, String description) throws SQLException {
        SqlServerStatements.run(server, SqlServerBackupSql.backUp(database, file, name, description));
    }

    void remove(String path, String database) throws SQLException {
        SqlServerStatements.run(server, SqlServerBackupSql.delete(path));
        SqlServerStatements.run(server, SqlServerBackupSql.forget(database, name));
    }

    static Set<LostByRestoring> lostByRestoring(DataSource server, String database) throws SQLException {
        return SqlServerStatements.texts(server, SqlServerBackupSql.lostByRestoring(database)).stream()
                .map(LostByRestoring::valueOf)
                .collect(Collectors.toSet());
    }
}
