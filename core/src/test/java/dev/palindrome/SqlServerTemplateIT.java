package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.settings.Settings;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@RequiresSqlServer
class SqlServerTemplateIT extends TemplateTestCase {

    private static final Settings SYSTEM = Settings.system();

    @Override
    TestDatabase.Builder onEngine() {
        return TestDatabase.builder().engine(EngineKind.SQL_SERVER).settings(SYSTEM);
    }

    @Test
    void aCloneCarriesTheMarkOfThisProcessAndBelongsToItsLogin() throws SQLException {
        TestDatabase clone = startCloned();
        assertThat(texts(
                        clone,
                        "SELECT CAST(value AS nvarchar(4000)) FROM sys.extended_properties"
                                + " WHERE class = 0 AND name = N'palindrome'"))
                .singleElement()
                .asString()
                .contains("process=" + ProcessHandle.current().pid() + ";");
        assertThat(texts(
                        clone,
                        "SELECT CONCAT(CASE WHEN d.owner_sid = SUSER_SID() THEN 1 ELSE 0 END,"
                                + " CASE WHEN p.sid = SUSER_SID() THEN 1 ELSE 0 END)"
                                + " FROM sys.databases d CROSS JOIN sys.database_principals p"
                                + " WHERE d.name = DB_NAME() AND p.name = N'dbo'"))
                .containsExactly("11");
    }

    @Test
    void aCloneHasTheOptionsOfTheFirst() throws Exception {
        startCloned();
        TestDatabase first = start(optioned());
        TestDatabase clone = start(optioned());
        String query = "SELECT CONCAT(is_read_committed_snapshot_on, is_trustworthy_on, is_db_chaining_on,"
                + " is_broker_enabled, collation_name, compatibility_level) FROM sys.databases WHERE name = DB_NAME()";
        assertThat(birth(clone)).isEqualTo(birth(first));
        assertThat(texts(clone, query)).isEqualTo(texts(first, query));
        assertThat(texts(clone, "SELECT service_broker_guid FROM sys.databases WHERE name = DB_NAME()"))
                .isNotEqualTo(texts(first, "SELECT service_broker_guid FROM sys.databases WHERE name = DB_NAME()"));
    }

    @Test
    void aCloneOfADatabaseWithSeveralFilesHasItsOwn() throws Exception {
        startCloned();
        addFiles("ADD FILE (NAME = ''second'', FILENAME = ''' + @folder + N'_second.ndf''),"
                + " (NAME = ''third'', FILENAME = ''' + @folder + N'_third.ndf'')");
        script("V5__log.sql", addition("ADD LOG FILE (NAME = ''log2'', FILENAME = ''' + @folder + N'_log2.ldf'')"));
        filesDiffer();
    }

    @Test
    void aCloneOfADatabaseWithMemoryOptimisedTablesHasItsOwnFolder() throws Exception {
        startCloned();
        addFiles("ADD FILEGROUP memory CONTAINS MEMORY_OPTIMIZED_DATA");
        script(
                "V5__memory_file.sql",
                addition("ADD FILE (NAME = ''memory'', FILENAME = ''' + @folder + N'_memory'') TO FILEGROUP memory"));
        script(
                "V6__memory_table.sql",
                "CREATE TABLE hot (id INT NOT NULL PRIMARY KEY NONCLUSTERED) WITH (MEMORY_OPTIMIZED = ON);\n");
        script("V6__memory_table.sql.conf", "executeInTransaction=false\n");
        filesDiffer();
    }

    private void addFiles(String what) throws IOException {
        script("V4__files.sql", addition(what));
        script("V4__files.sql.conf", "executeInTransaction=false\n");
        script("V5__log.sql.conf", "executeInTransaction=false\n");
        script("V5__memory_file.sql.conf", "executeInTransaction=false\n");
    }

    /** The files go beside the database's first one, wherever the server keeps it. */
    private static String addition(String what) {
        return """
                DECLARE @folder nvarchar(260) = (SELECT REPLACE(physical_name, '.mdf', '') FROM sys.database_files WHERE file_id = 1);
                DECLARE @sql nvarchar(max) = N'ALTER DATABASE CURRENT %s';
                EXEC (@sql);
                """.formatted(what);
    }

    private void filesDiffer() throws SQLException {
        TestDatabase first = start();
        TestDatabase clone = start();
        String logical = "SELECT name FROM sys.database_files ORDER BY name";
        String physical = "SELECT physical_name FROM sys.database_files";
        assertThat(birth(clone)).isEqualTo(birth(first));
        assertThat(texts(clone, logical)).isEqualTo(texts(first, logical));
        assertThat(texts(clone, physical)).doesNotContainAnyElementsOf(texts(first, physical));
    }

    private TestDatabase.Builder optioned() {
        return builder()
                .collation("Latin1_General_100_CI_AS")
                .option("READ_COMMITTED_SNAPSHOT", "ON")
                .option("TRUSTWORTHY", "ON")
                .option("DB_CHAINING", "ON");
    }
}
