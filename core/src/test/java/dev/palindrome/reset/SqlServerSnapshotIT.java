package dev.palindrome.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.palindrome.EngineDatabases;
import dev.palindrome.RequiresSqlServer;
import dev.palindrome.ServerFeature;
import dev.palindrome.database.Databases;
import dev.palindrome.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RequiresSqlServer
class SqlServerSnapshotIT extends SnapshotTestCase {

    private static final String CATALOGUE = """
            IF FULLTEXTSERVICEPROPERTY('IsFullTextInstalled') <> 1 THROW 50000, 'no full-text search', 1;
            GO
            CREATE FULLTEXT CATALOG words;
            """;

    private static final String READ_ONLY_FILEGROUP = """
            ALTER DATABASE CURRENT ADD FILEGROUP frozen;
            DECLARE @add nvarchar(max) = (
                SELECT TOP 1 N'ALTER DATABASE CURRENT ADD FILE (NAME = N''frozen'', FILENAME = N'''
                    + REPLACE(physical_name, N'''', N'''''') + N'_frozen'') TO FILEGROUP frozen'
                FROM sys.database_files WHERE type = 0);
            EXEC (@add);
            ALTER DATABASE CURRENT MODIFY FILEGROUP frozen READ_ONLY;
            """;

    @Override
    Databases databases() {
        return EngineDatabases.sqlServer();
    }

    @Override
    boolean can(Feature feature) {
        SqlServerProbe server = new SqlServerProbe(connection());
        return switch (feature) {
            case TELL_WHAT_WAS_WRITTEN -> server.tellsWhatWasWritten();
            case SWITCH_FOREIGN_KEYS_OFF -> server.switchesOff("fk_todos_users", "dbo.todos");
            case TELL_IDENTITIES -> server.tellsIdentities("dbo.down");
            case TELL_SEQUENCES -> server.tellsSequences("dbo.used");
            case TELL_OPEN_TRANSACTIONS -> server.tellsOpenTransactions();
            case CHANGE_SCHEMAS -> server.changesSchemas();
        };
    }

    private void requires(String sql) {
        assumeTrue(takes(sql), () -> "this server cannot run " + sql);
    }

    private boolean takes(String sql) {
        return new SqlServerProbe(connection()).takes(sql);
    }

    /** NOCHECK, triggers and disabled constraints are SQL Server's alone. */
    @Test
    void constraintsAndTriggersStayAsTheyWere() throws SQLException {
        requires(Feature.SWITCH_FOREIGN_KEYS_OFF);
        run("""
                CREATE TABLE dbo.fired (n INT NULL);
                ALTER TABLE dbo.notes ADD owner INT NULL CONSTRAINT fk_notes_users REFERENCES dbo.users (id);
                ALTER TABLE dbo.notes NOCHECK CONSTRAINT fk_notes_users;
                GO
                ALTER TABLE dbo.users WITH NOCHECK ADD CONSTRAINT ck_users CHECK (name <> N'Ann');
                GO
                CREATE TRIGGER dbo.users_fire ON dbo.users AFTER INSERT, DELETE AS INSERT INTO dbo.fired (n) VALUES (1);
                GO
                CREATE TRIGGER dbo.users_sleep ON dbo.users AFTER INSERT AS INSERT INTO dbo.fired (n) VALUES (2);
                GO
                DISABLE TRIGGER dbo.users_sleep ON dbo.users;
                """);
        try (Snapshot snapshot = snapshot()) {
            List<String> before = contents();
            SchemaSnapshot schema = schema();
            run("UPDATE dbo.users SET name = N'Eve' WHERE name = N'Bob'");

            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.TABLES);
            assertThat(schema()).isEqualTo(schema);
            assertThat(contents()).isEqualTo(before);
        }
    }

    /** A revert would drop the first, and is refused beside the second. */
    @ParameterizedTest
    @ValueSource(strings = {CATALOGUE, READ_ONLY_FILEGROUP})
    void whatARevertDoesNotBringBackComesBackInAnotherWay(String tsql) throws SQLException {
        requires(Feature.CHANGE_SCHEMAS);
        ServerFeature.requires(databases(), tsql);
        run(tsql);
        try (Snapshot snapshot = snapshot()) {
            List<String> before = contents();
            SchemaSnapshot schema = schema();
            run("ALTER TABLE dbo.notes ADD author NVARCHAR(50) NULL");

            ResetReport report = snapshot.restore();

            assertThat(report.strategy()).isEqualTo(ResetStrategy.DATABASE);
            assertThat(report.reason()).doesNotContain("database snapshot");
            assertThat(contents()).isEqualTo(before);
            assertThat(schema()).isEqualTo(schema);
        }
    }

    @Test
    void triggersOfTheDatabaseDoNotSeeAReset() throws SQLException {
        requires("CREATE TRIGGER calm ON DATABASE FOR CREATE_VIEW AS PRINT 'calm'");
        run("""
                CREATE TABLE dbo.audit (n INT NULL);
                CREATE SEQUENCE dbo.asked AS INT START WITH 5;
                GO
                CREATE TRIGGER audit_all ON DATABASE FOR DDL_DATABASE_LEVEL_EVENTS AS INSERT INTO dbo.audit (n) VALUES (1);
                GO
                CREATE TRIGGER safety ON DATABASE FOR ALTER_TABLE, ALTER_SEQUENCE AS ROLLBACK;
                GO
                DISABLE TRIGGER calm ON DATABASE;
                DELETE FROM dbo.audit;
                """);
        try (Snapshot snapshot = snapshot()) {
            List<String> before = contents();
            SchemaSnapshot schema = schema();
            run("UPDATE dbo.users SET name = N'Eve' WHERE name = N'Bob'; SELECT NEXT VALUE FOR dbo.asked;");

            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.TABLES);
            assertThat(contents()).isEqualTo(before);
            assertThat(schema()).isEqualTo(schema);
        }
    }

    /** To the snapshot's own session all rows but one are hidden. */
    @Test
    void rowsThatASecurityPolicyHidesComeBack() throws SQLException {
        requires("SELECT COUNT(*) FROM sys.security_predicates");
        run("""
                CREATE TABLE dbo.secrets (id INT NOT NULL PRIMARY KEY, name NVARCHAR(20) NOT NULL);
                INSERT INTO dbo.secrets (id, name) VALUES (1, N'one'), (2, N'two'), (3, N'three');
                GO
                CREATE FUNCTION dbo.may_see (@id INT) RETURNS TABLE WITH SCHEMABINDING AS
                    RETURN SELECT 1 AS yes WHERE @id = 1 OR SESSION_CONTEXT(N'all') = 1;
                GO
                CREATE SECURITY POLICY dbo.secrecy ADD FILTER PREDICATE dbo.may_see (id) ON dbo.secrets;
                """);
        String all = "EXEC sp_set_session_context N'all', 1; ";
        String secrets = "SELECT id, name FROM dbo.secrets ORDER BY id";
        try (Snapshot snapshot = snapshot()) {
            run(all + "UPDATE dbo.secrets SET name = N'Eve'; DELETE FROM dbo.secrets WHERE id = 3;");

            ResetReport report = snapshot.restore();
            reconnect();

            assertThat(report.strategy()).isEqualTo(ResetStrategy.DATABASE);
            assertThat(report.reason()).contains("dbo.secrets, which is under a security policy");
            run(all);
            assertThat(rows(secrets)).containsExactly("1|one", "2|two", "3|three");

            run("ALTER SECURITY POLICY dbo.secrecy WITH (STATE = OFF)");
            assertThat(snapshot.restore().reason()).contains("the security policies changed");
            reconnect();
            assertThat(rows(secrets)).containsExactly("1|one");
        }
    }

    @Test
    void rowsOfATableWithAPeriodAndNoHistoryComeBack() throws SQLException {
        requires("SELECT COUNT(*) FROM sys.periods");
        run("""
                CREATE TABLE dbo.rates (id INT NOT NULL PRIMARY KEY, rate INT NOT NULL,
                    since DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL,
                    till DATETIME2 GENERATED ALWAYS AS ROW END HIDDEN NOT NULL,
                    PERIOD FOR SYSTEM_TIME (since, till));
                INSERT INTO dbo.rates (id, rate) VALUES (1, 10);
                """);
        try (Snapshot snapshot = snapshot()) {
            List<String> before = rows("SELECT id, rate, since, till FROM dbo.rates");
            SchemaSnapshot schema = schema();
            run("UPDATE dbo.rates SET rate = 12");

            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.TABLES);
            assertThat(schema()).isEqualTo(schema);
            assertThat(rows("SELECT id, rate, since, till FROM dbo.rates")).isEqualTo(before);
        }
    }

    /** Then it has forgotten what it counted, and counts of before and after look alike. */
    @Test
    void whatWasWrittenBeforeTheDatabaseWasOfflineComesBack() throws SQLException {
        requires(Feature.TELL_WHAT_WAS_WRITTEN);
        forgetWhatWasCounted();
        try (Snapshot snapshot = snapshot()) {
            List<String> before = contents();
            run("UPDATE dbo.users SET name = N'Eve' WHERE name = N'Bob'");
            forgetWhatWasCounted();

            snapshot.restore();
            reconnect();

            assertThat(contents()).isEqualTo(before);
        }
    }

    /** Before the snapshot as well: what was never counted and what was forgotten look the same. */
    private void forgetWhatWasCounted() throws SQLException {
        String database = rows("SELECT QUOTENAME(DB_NAME())").get(0);
        run("USE [master]");
        run("ALTER DATABASE " + database + " SET OFFLINE WITH ROLLBACK IMMEDIATE");
        run("ALTER DATABASE " + database + " SET ONLINE");
        reconnect();
    }

    @Test
    void historyComesBack() throws SQLException {
        requires("SELECT COUNT(*) FROM sys.periods");
        run("""
                CREATE TABLE dbo.prices (id INT NOT NULL PRIMARY KEY, price INT NOT NULL,
                    since DATETIME2 GENERATED ALWAYS AS ROW START HIDDEN NOT NULL,
                    till DATETIME2 GENERATED ALWAYS AS ROW END HIDDEN NOT NULL,
                    PERIOD FOR SYSTEM_TIME (since, till))
                WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.prices_before, HISTORY_RETENTION_PERIOD = 6 MONTHS));
                INSERT INTO dbo.prices (id, price) VALUES (1, 10);
                UPDATE dbo.prices SET price = 11;
                """);
        try (Snapshot snapshot = snapshot()) {
            List<String> before = rows("SELECT *, since, till FROM dbo.prices FOR SYSTEM_TIME ALL ORDER BY since");
            SchemaSnapshot schema = schema();
            run("UPDATE dbo.prices SET price = 12; DELETE FROM dbo.prices;");

            snapshot.restore();

            assertThat(schema()).isEqualTo(schema);
            assertThat(rows("SELECT *, since, till FROM dbo.prices FOR SYSTEM_TIME ALL ORDER BY since"))
                    .isEqualTo(before);
        }
    }

    @Test
    void proceduresOptionsAndPermissionsComeBack() throws SQLException {
        requires(Feature.CHANGE_SCHEMAS);
        run("CREATE PROCEDURE dbo.answer AS SELECT 42;");
        try (Snapshot snapshot = snapshot()) {
            SchemaSnapshot schema = schema();
            run("""
                    ALTER PROCEDURE dbo.answer AS SELECT 43;
                    GO
                    GRANT SELECT ON dbo.users TO public;
                    ALTER DATABASE CURRENT SET RECURSIVE_TRIGGERS ON;
                    """);

            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.DATABASE);
            reconnect();
            assertThat(schema()).isEqualTo(schema);
        }
    }

    @Test
    void rowsOfARowversionComeBack() throws SQLException {
        requires("SELECT 1 / COUNT(*) FROM sys.types WHERE name = 'timestamp' AND system_type_id = 189");
        requires("CREATE TABLE dbo.versions (id INT NOT NULL PRIMARY KEY, stamp ROWVERSION NOT NULL)");
        run("INSERT INTO dbo.versions (id) VALUES (1)");
        try (Snapshot snapshot = snapshot()) {
            run("DELETE FROM dbo.versions");
            snapshot.restore();

            assertThat(rows("SELECT id FROM dbo.versions")).containsExactly("1");
        }
    }

    /** There is no revert beside another database snapshot. */
    @Test
    void aChangedSchemaComesBackBesideAnotherSnapshot() throws SQLException {
        requires(Feature.CHANGE_SCHEMAS);
        try (Snapshot first = snapshot()) {
            List<String> atFirst = contents();
            run("INSERT INTO dbo.notes (text) VALUES (N'more')");
            try (Snapshot second = snapshot()) {
                List<String> atSecond = contents();
                SchemaSnapshot schema = schema();
                run("DROP TABLE dbo.todos; ALTER TABLE dbo.notes ADD author INT NULL; DELETE FROM dbo.users;");

                ResetReport report = second.restore();

                assertThat(report.strategy()).isEqualTo(ResetStrategy.DATABASE);
                assertThat(contents()).isEqualTo(atSecond);
                assertThat(schema()).isEqualTo(schema);
            }
            first.restore();
            assertThat(contents()).isEqualTo(atFirst);
        }
    }

    @Test
    void rowsOfTypedXmlComeBack() throws SQLException {
        requires("CREATE XML SCHEMA COLLECTION dbo.papers AS N'"
                + "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">"
                + "<xs:element name=\"pages\" type=\"xs:int\"/></xs:schema>'");
        run("CREATE TABLE dbo.printed (id INT NOT NULL PRIMARY KEY, paper XML (DOCUMENT dbo.papers) NULL);"
                + " INSERT INTO dbo.printed (id, paper) VALUES (1, N'<pages>7</pages>'), (2, NULL);");
        try (Snapshot snapshot = snapshot()) {
            List<String> before = contents();
            run("DELETE FROM dbo.printed");

            assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.TABLES);
            assertThat(contents()).isEqualTo(before);
        }
    }

    @Test
    void rowsOfAGraphComeBack() throws SQLException {
        requires("CREATE TABLE dbo.person (id INT NOT NULL PRIMARY KEY) AS NODE");
        run("""
                CREATE TABLE dbo.knows (since INT NULL) AS EDGE;
                INSERT INTO dbo.person (id) VALUES (1), (2);
                INSERT INTO dbo.knows ($from_id, $to_id, since)
                    SELECT a.$node_id, b.$node_id, 1999 FROM dbo.person a, dbo.person b WHERE a.id = 1 AND b.id = 2;
                """);
        String known = "SELECT b.id, k.since FROM dbo.person a, dbo.knows k, dbo.person b WHERE MATCH(a-(k)->b)";
        try (Snapshot snapshot = snapshot()) {
            run("DELETE FROM dbo.knows; DELETE FROM dbo.person;");

            ResetReport report = snapshot.restore();
            reconnect();

            assertThat(report.reason())
                    .contains("dbo.knows, which is part of a graph; dbo.person, which is part of a graph");
            assertThat(rows(known)).containsExactly("2|1999");
        }
    }
}
