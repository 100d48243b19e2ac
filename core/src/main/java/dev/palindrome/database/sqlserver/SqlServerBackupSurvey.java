package dev.palindrome.database.sqlserver;

import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What there is to know before a database is backed up, asked in one round trip. */
final class SqlServerBackupSurvey {

    private final Answer<String> administrator;
    private final Answer<String> deletion;
    private final Answer<String> files;
    private final Answer<String> notDurable;
    private final Answer<String> lost;
    private final Answer<String> owner;
    private final Answer<String> folder;

    private SqlServerBackupSurvey(SqlServerQueryBatch batch, String database) {
        administrator = text(batch, SqlServerBackupSql.isAdministrator());
        deletion = text(batch, SqlServerBackupSql.canDelete());
        files = text(batch, SqlServerBackupSql.isThere(database));
        notDurable = text(batch, SqlServerBackupSql.tablesThatKeepNoRows(database));
        lost = text(batch, SqlServerBackupSql.lostByRestoring(database));
        owner = text(batch, SqlServerBackupSql.owner(database));
        folder = text(batch, SqlServerBackupSql.folder());
    }

    private static Answer<String> text(SqlServerQueryBatch batch, String query) {
        return batch.add(query, row -> row.getString(1));
    }

    static SqlServerBackupSurvey of(DataSource server, String database) throws SQLException {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        SqlServerBackupSurvey survey = new SqlServerBackupSurvey(batch, database);
        SqlServerStatements.run(server, batch);
        return survey;
    }

    /** Fails where a backup could not be removed again, or nobody could tell whether it was. */
    void requireRemovable() throws SQLException {
        if (!administrator.rows().contains("1")) {
            throw new SQLException("the login is not in the server role sysadmin, and could not remove a backup again");
        }
        if (deletion.rows().isEmpty()) {
            throw new SQLException("the server has no xp_delete_file, and a backup could not be removed again");
        }
        if (files.failure().isPresent()) {
            throw files.failure().get();
        }
    }

    /**
     * Fails where a table has rows that no backup holds.
     *
     * @param inside leads into the database: memory-optimised tables can be read from no other
     */
    void requireAllRows(DataSource inside) throws SQLException {
        List<String> lostRows = notDurable.rows().isEmpty() ? List.of() : withRows(inside);
        if (!lostRows.isEmpty()) {
            throw new SQLException("a backup would not hold the rows of %s, of which only the schema is durable"
                    .formatted(String.join(", ", lostRows)));
        }
    }

    private List<String> withRows(DataSource inside) throws SQLException {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        Map<String, Answer<String>> rows = new LinkedHashMap<>();
        for (String table : notDurable.rows()) {
            rows.put(table, text(batch, SqlServerBackupSql.anyRow(table)));
        }
        SqlServerStatements.run(inside, batch);
        List<String> tables = new ArrayList<>();
        for (Map.Entry<String, Answer<String>> each : rows.entrySet()) {
            if (!each.getValue().rows().isEmpty()) {
                tables.add(each.getKey());
            }
        }
        return tables;
    }

    /** What a restored copy has to be given back. */
    Set<LostByRestoring> lostByRestoring() throws SQLException {
        return lost.rows().stream().map(LostByRestoring::valueOf).collect(Collectors.toSet());
    }

    /** Empty where that login is gone. */
    Optional<String> owner() throws SQLException {
        return owner.rows().stream().findFirst();
    }

    /** Where the server puts backups; empty where it does not tell. */
    String folder() throws SQLException {
        return folder.rows().stream().findFirst().orElse("");
    }
}
