package dev.palindrome.database.sqlserver;

import static dev.palindrome.SqlRecording.made;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlServerSnapshotSqlTest {

    @Test
    void aSnapshotOfTwoFiles() {
        assertThat(made(SqlServerSnapshotSql.create(
                        "snap",
                        "db]",
                        List.of(
                                new SqlServerFile("db", "/var/opt/mssql/data/db.mdf"),
                                new SqlServerFile("o'2", "C:\\data\\o.ndf")))))
                .isEqualTo("CREATE DATABASE [snap] ON"
                        + " (NAME = [db], FILENAME = N'/var/opt/mssql/data/snap_1.ss'),"
                        + " (NAME = [o'2], FILENAME = N'C:\\data\\snap_2.ss') AS SNAPSHOT OF [db]]]");
    }

    @Test
    void files() {
        assertThat(made(SqlServerSnapshotSql.dataFiles("db]")))
                .isEqualTo("SELECT name, physical_name FROM [db]]].sys.database_files WHERE type = 0 ORDER BY file_id");
    }

    @Test
    void whatThereIsNoWayBackTo() {
        assertThat(made(SqlServerSnapshotSql.lostByReverting("db]"))).isEqualTo("""
                SELECT N'the FILESTREAM or memory-optimised folder ' + name COLLATE DATABASE_DEFAULT
                FROM [db]]].sys.database_files WHERE type = 2
                UNION ALL
                SELECT N'the read-only filegroup ' + name COLLATE DATABASE_DEFAULT
                FROM [db]]].sys.filegroups WHERE is_read_only = 1
                UNION ALL
                SELECT N'the full-text catalogue ' + name COLLATE DATABASE_DEFAULT
                FROM [db]]].sys.fulltext_catalogs""");
    }

    @Test
    void revert() {
        assertThat(made(SqlServerSnapshotSql.revert("db", "snap")))
                .isEqualTo("RESTORE DATABASE [db] FROM DATABASE_SNAPSHOT = 'snap'");
        assertThat(made(SqlServerSnapshotSql.others("db", "snap")))
                .isEqualTo("SELECT name FROM sys.databases WHERE source_database_id = DB_ID(N'db')"
                        + " AND name <> N'snap' ORDER BY name");
    }
}
