package dev.palindrome.database.sqlserver;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;
import java.util.ArrayList;
import java.util.List;

/** Statements about database snapshots. The page of Microsoft's documentation stands beside each. */
final class SqlServerSnapshotSql {

    private SqlServerSnapshotSql() {}

    /** Pages "sys.database_files" and "CREATE DATABASE": a snapshot needs a counterpart of each file with rows (type 0). */
    static String dataFiles(String database) {
        return "SELECT name, physical_name FROM %s.sys.database_files WHERE type = 0 ORDER BY file_id"
                .formatted(BracketedName.of(database));
    }

    /**
     * What there is no way back to. Page "Database snapshots": with a folder of memory-optimised tables there can be no
     * snapshot, and with one of FILESTREAM (type 2 is either, page "sys.database_files") no return to it. Page "Revert a
     * database to a database snapshot": not with read-only filegroups (page "sys.filegroups"), and full-text catalogues
     * (page "sys.fulltext_catalogs") are dropped.
     */
    static String lostByReverting(String database) {
        return """
                SELECT N'the FILESTREAM or memory-optimised folder ' + name COLLATE DATABASE_DEFAULT
                FROM %1$s.sys.database_files WHERE type = 2
                UNION ALL
                SELECT N'the read-only filegroup ' + name COLLATE DATABASE_DEFAULT
                FROM %1$s.sys.filegroups WHERE is_read_only = 1
                UNION ALL
                SELECT N'the full-text catalogue ' + name COLLATE DATABASE_DEFAULT
                FROM %1$s.sys.fulltext_catalogs""".formatted(BracketedName.of(database));
    }

    /** Page "CREATE DATABASE": a sparse file for each data file, none for the log. */
    static String create(String snapshot, String database, List<SqlServerFile> files) {
        List<String> sparse = new ArrayList<>();
        for (SqlServerFile file : files) {
            // In the directory of the file that it stands beside: there the server may write.
            String path = "%s%s_%d.ss".formatted(file.folder(), snapshot, sparse.size() + 1);
            sparse.add(
                    "(NAME = %s, FILENAME = %s)".formatted(BracketedName.of(file.logicalName()), SqlLiteral.of(path)));
        }
        return "CREATE DATABASE %s ON %s AS SNAPSHOT OF %s"
                .formatted(BracketedName.of(snapshot), String.join(", ", sparse), BracketedName.of(database));
    }

    /** Page "sys.databases": source_database_id. */
    static String others(String database, String snapshot) {
        return "SELECT name FROM sys.databases WHERE source_database_id = DB_ID(%s) AND name <> %s ORDER BY name"
                .formatted(SqlLiteral.of(database), SqlLiteral.of(snapshot));
    }

    /** Page "Revert a database to a database snapshot". */
    static String revert(String database, String snapshot) {
        return "RESTORE DATABASE %s FROM DATABASE_SNAPSHOT = '%s'"
                .formatted(BracketedName.of(database), SqlLiteral.doubled(snapshot));
    }
}
