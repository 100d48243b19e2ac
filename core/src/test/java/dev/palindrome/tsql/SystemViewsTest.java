package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemViewsTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void make() throws SQLException {
        database = new EmbeddedDatabase().run("""
                CREATE SCHEMA shop
                GO
                CREATE TABLE dbo.users (
                    id INT IDENTITY(10, 5) CONSTRAINT pk_users PRIMARY KEY,
                    name NVARCHAR(50) NOT NULL CONSTRAINT uq_users_name UNIQUE,
                    balance DECIMAL(10, 2) NULL CONSTRAINT df_users_balance DEFAULT 0,
                    note VARCHAR(MAX) NULL,
                    born DATE NULL,
                    seen DATETIME2(3) NULL,
                    active BIT NOT NULL CONSTRAINT df_users_active DEFAULT 1,
                    label AS CAST(id AS NVARCHAR(20)),
                    CONSTRAINT ck_users CHECK (balance >= 0))
                CREATE TABLE shop.orders (
                    no BIGINT NOT NULL,
                    user_id INT NOT NULL CONSTRAINT fk_orders_users REFERENCES dbo.users (id) ON DELETE CASCADE,
                    token UNIQUEIDENTIFIER NULL)
                CREATE UNIQUE INDEX ix_orders_no ON shop.orders (no) INCLUDE (token) WHERE no > 5
                CREATE SEQUENCE dbo.numbers AS INT START WITH 3
                GO
                CREATE VIEW dbo.names WITH SCHEMABINDING AS SELECT name FROM dbo.users
                GO
                CREATE PROCEDURE dbo.rename_user @id INT AS UPDATE dbo.users SET name = N'x' WHERE id = @id
                GO
                """.replace(" WHERE no > 5", ""));
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private List<String> asked(String query) throws SQLException {
        return database.rows(TranslatedScript.query("V1__test.sql", query));
    }

    private boolean holds(String condition) throws SQLException {
        database.plain("CREATE TABLE seen (n INT)");
        database.run("IF " + condition + " INSERT INTO seen (n) VALUES (1)");
        boolean holds = !database.rows("SELECT n FROM seen").isEmpty();
        database.plain("DROP TABLE seen");
        return holds;
    }

    @Test
    void rowsAreCountedWithoutAnAlias() throws SQLException {
        database.run("INSERT INTO dbo.users (name) VALUES (N'ann'), (N'bob')");

        assertThat(
                        asked(
                                "SELECT SUM(rows) FROM sys.partitions WHERE object_id = OBJECT_ID('dbo.users') AND index_id < 2"))
                .containsExactly("2");
        assertThat(asked("SELECT SUM(row_count) FROM sys.dm_db_partition_stats"
                        + " WHERE object_id = OBJECT_ID('dbo.users') AND index_id IN (0, 1)"))
                .containsExactly("2");
        assertThat(asked("SELECT OBJECT_NAME(object_id) FROM sys.partitions WHERE index_id < 2 AND rows > 0"
                        + " ORDER BY rows DESC OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY"))
                .containsExactly("users");
    }

    @Test
    void theFirstOfThemMayBeAsked() throws SQLException {
        assertThat(asked("SELECT TOP 1 name FROM sys.objects ORDER BY name")).containsExactly("ck_users");
        assertThat(asked("SELECT DISTINCT TOP (1) o.name, o.type t FROM sys.objects o ORDER BY o.name"))
                .containsExactly("ck_users|C");
        assertThat(asked("SELECT TOP 1 PERCENT name FROM sys.objects ORDER BY name"))
                .containsExactly("ck_users");
        assertThat(asked("SELECT TOP 1 WITH TIES name FROM sys.objects ORDER BY name"))
                .containsExactly("ck_users");
    }

    @Test
    void objectsHaveNamesTypesAndParents() throws SQLException {
        assertThat(asked("""
                        SELECT o.name, o.type, o.type_desc, OBJECT_NAME(o.parent_object_id) FROM sys.objects AS o ORDER BY o.name"""))
                .containsExactly(
                        "ck_users|C|CHECK_CONSTRAINT|users",
                        "df_users_active|D|DEFAULT_CONSTRAINT|users",
                        "df_users_balance|D|DEFAULT_CONSTRAINT|users",
                        "fk_orders_users|F|FOREIGN_KEY_CONSTRAINT|orders",
                        "names|V|VIEW|null",
                        "numbers|SO|SEQUENCE_OBJECT|null",
                        "orders|U|USER_TABLE|null",
                        "pk_users|PK|PRIMARY_KEY_CONSTRAINT|users",
                        "rename_user|P|SQL_STORED_PROCEDURE|null",
                        "uq_users_name|UQ|UNIQUE_CONSTRAINT|users",
                        "users|U|USER_TABLE|null");
    }

    @Test
    void numbersAreTheSameInEveryViewAndFunction() throws SQLException {
        assertThat(asked("""
                        SELECT COUNT(*), COUNT(DISTINCT object_id), MIN(OBJECT_ID(SCHEMA_NAME(schema_id) + '.' + name) - object_id)
                        FROM sys.objects""")).containsExactly("11|11|0");
        assertThat(asked("""
                        SELECT t.name FROM sys.columns c JOIN sys.tables t ON t.object_id = c.object_id
                        JOIN sys.schemas s ON s.schema_id = t.schema_id
                        WHERE s.name = 'shop' AND c.name = 'TOKEN'""")).containsExactly("orders");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OBJECT_ID('users', 'u') IS NOT NULL",
                "OBJECT_ID(N'dbo.rename_user', N'p ') IS NOT NULL",
                "OBJECT_ID('pk_users', 'pk') IS NOT NULL",
                "OBJECT_ID('df_users_balance', 'd') IS NOT NULL",
                "OBJECT_ID('users', 'v') IS NULL",
                "OBJECT_ID('users', 'table') IS NULL"
            })
    void theTypeOfAnObjectIsWrittenInAnyCase(String condition) throws SQLException {
        assertThat(holds(condition)).isTrue();
    }

    @Test
    void columnsHaveTheirTypesInBytes() throws SQLException {
        assertThat(asked("""
                        SELECT c.name, t.name, c.max_length, c.precision, c.scale, c.is_nullable, c.is_identity, c.is_computed
                        FROM sys.columns c JOIN sys.types t ON t.user_type_id = c.user_type_id
                        WHERE c.object_id = OBJECT_ID(N'[dbo].[users]') ORDER BY c.column_id"""))
                .containsExactly(
                        "id|int|4|10|0|FALSE|TRUE|FALSE",
                        "name|nvarchar|100|0|0|FALSE|FALSE|FALSE",
                        "balance|decimal|9|10|2|TRUE|FALSE|FALSE",
                        "note|varchar|-1|0|0|TRUE|FALSE|FALSE",
                        "born|date|3|10|0|TRUE|FALSE|FALSE",
                        "seen|datetime2|7|23|3|TRUE|FALSE|FALSE",
                        "active|bit|1|1|0|FALSE|FALSE|FALSE",
                        "label|nvarchar|40|0|0|TRUE|FALSE|TRUE");
    }

    @Test
    void theInformationSchemaSpeaksTsql() throws SQLException {
        assertThat(asked("""
                        SELECT COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE,
                               DATETIME_PRECISION, IS_NULLABLE, COLUMN_DEFAULT
                        FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 'USERS' AND TABLE_SCHEMA = 'dbo'
                        ORDER BY ORDINAL_POSITION"""))
                .containsExactly(
                        "id|int|null|10|0|null|NO|null",
                        "name|nvarchar|50|null|null|null|NO|null",
                        "balance|decimal|null|10|2|null|YES|((0))",
                        "note|varchar|-1|null|null|null|YES|null",
                        "born|date|null|null|null|0|YES|null",
                        "seen|datetime2|null|null|null|3|YES|null",
                        "active|bit|null|null|null|null|NO|((1))",
                        "label|nvarchar|20|null|null|null|YES|null");
    }

    @Test
    void indexesAndTheirColumns() throws SQLException {
        assertThat(asked("""
                        SELECT OBJECT_NAME(i.object_id), i.name, i.index_id, i.type_desc, i.is_unique, i.is_primary_key,
                               i.is_unique_constraint
                        FROM sys.indexes i ORDER BY 1, 3"""))
                .containsExactly(
                        "orders|null|0|HEAP|FALSE|FALSE|FALSE",
                        "orders|ix_orders_no|2|NONCLUSTERED|TRUE|FALSE|FALSE",
                        "users|pk_users|1|CLUSTERED|TRUE|TRUE|FALSE",
                        "users|uq_users_name|2|NONCLUSTERED|TRUE|FALSE|TRUE");
        assertThat(asked("""
                        SELECT i.name, COL_NAME(ic.object_id, ic.column_id), ic.key_ordinal, ic.is_included_column
                        FROM sys.index_columns ic JOIN sys.indexes i ON i.object_id = ic.object_id AND i.index_id = ic.index_id
                        WHERE i.object_id = OBJECT_ID('shop.orders') ORDER BY ic.index_column_id""")).containsExactly("ix_orders_no|no|1|FALSE", "ix_orders_no|token|0|TRUE");
    }

    @Test
    void onlyTheTableThatAJoinIsAboutIsRead() throws SQLException {
        String query = """
                SELECT i.name, c.name FROM sys.tables t
                LEFT JOIN sys.indexes i ON t.object_id = i.object_id
                LEFT JOIN sys.index_columns ic ON ic.object_id = i.object_id AND ic.index_id = i.index_id
                LEFT JOIN sys.columns c ON c.object_id = ic.object_id AND c.column_id = ic.column_id
                WHERE t.name = 'orders' ORDER BY i.index_id, ic.index_column_id""";

        assertThat(asked(query)).containsExactly("null|null", "ix_orders_no|no", "ix_orders_no|token");
        assertThat(TranslatedScript.query("V1__test.sql", query))
                .contains(
                        "'sys.tables', 'name,object_id', 'orders', NULL",
                        "'sys.indexes', 'index_id,name,object_id', NULL, 'orders'",
                        "'sys.index_columns', 'column_id,index_column_id,index_id,object_id', NULL, 'orders'",
                        "'sys.columns', 'column_id,name,object_id', NULL, 'orders'");
    }

    @Test
    void whatNeedNotHoldLeavesNothingOut() throws SQLException {
        assertThat(asked("""
                        SELECT t.name, COUNT(*) FROM sys.tables t JOIN sys.columns c ON c.object_id = t.object_id
                        WHERE t.name = 'orders' OR c.name = 'born' GROUP BY t.name ORDER BY 1""")).containsExactly("orders|3", "users|1");
        assertThat(asked("""
                        SELECT COUNT(DISTINCT c.object_id) FROM sys.tables t JOIN sys.columns c ON c.object_id = t.object_id OR 1 = 1
                        WHERE t.name = 'orders'""")).containsExactly("3");
        assertThat(asked("""
                        SELECT COUNT(DISTINCT c.object_id) FROM sys.tables t JOIN sys.columns c ON c.object_id <> t.object_id
                        WHERE t.name = 'orders'""")).containsExactly("2");
    }

    @Test
    void foreignKeys() throws SQLException {
        assertThat(asked("""
                        SELECT fk.name, OBJECT_SCHEMA_NAME(fk.parent_object_id), OBJECT_NAME(fk.referenced_object_id),
                               fk.delete_referential_action_desc, COL_NAME(c.parent_object_id, c.parent_column_id),
                               COL_NAME(c.referenced_object_id, c.referenced_column_id)
                        FROM sys.foreign_keys fk
                        JOIN sys.foreign_key_columns c ON c.constraint_object_id = fk.object_id""")).containsExactly("fk_orders_users|shop|users|CASCADE|user_id|id");
    }

    @Test
    void otherViews() throws SQLException {
        assertThat(asked("SELECT name, definition FROM sys.computed_columns"))
                .containsExactly("label|(CAST(id AS NVARCHAR(20)))");
        assertThat(asked("SELECT name, seed_value, increment_value FROM sys.identity_columns"))
                .containsExactly("id|10|5");
        assertThat(asked("SELECT name, definition, parent_column_id FROM sys.default_constraints ORDER BY name"))
                .containsExactly("df_users_active|((1))|7", "df_users_balance|((0))|3");
        assertThat(asked("SELECT constraint_name, check_clause FROM information_schema.check_constraints"))
                .containsExactly("ck_users|(balance >= 0)");
        assertThat(asked("SELECT name, start_value, is_cycling FROM sys.sequences"))
                .containsExactly("numbers|3|FALSE");
        assertThat(asked("SELECT is_schema_bound FROM sys.sql_modules WHERE object_id = OBJECT_ID('names')"))
                .containsExactly("TRUE");
        assertThat(asked("SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE FROM INFORMATION_SCHEMA.TABLES ORDER BY 2"))
                .containsExactly("dbo|names|VIEW", "shop|orders|BASE TABLE", "dbo|users|BASE TABLE");
        assertThat(asked("SELECT name FROM sys.schemas WHERE name <> N'INFORMATION_SCHEMA' ORDER BY name"))
                .containsExactly("dbo", "guest", "shop", "sys");
        assertThat(asked("SELECT COUNT(*) FROM sys.databases WHERE name = DB_NAME()"))
                .containsExactly("1");
        assertThat(asked("SELECT ROUTINE_NAME, ROUTINE_TYPE FROM INFORMATION_SCHEMA.ROUTINES"))
                .containsExactly("rename_user|PROCEDURE");
        assertThat(asked("SELECT TABLE_NAME, CONSTRAINT_NAME, CONSTRAINT_TYPE FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS"
                        + " WHERE CONSTRAINT_SCHEMA = 'shop'"))
                .containsExactly("orders|fk_orders_users|FOREIGN KEY");
    }

    @Test
    void aCheckBelongsToTheOneColumnThatItNamesWhereverItWasWritten() throws SQLException {
        database.run("""
                CREATE TABLE dbo.stays (
                    id INT NOT NULL CHECK (id > 0),
                    arrived DATE NOT NULL,
                    gone DATE NULL,
                    guests INT NOT NULL CONSTRAINT ck_guests CHECK (guests BETWEEN 1 AND 9 AND [guests] <> 7),
                    CONSTRAINT ck_dates CHECK (gone >= arrived),
                    CONSTRAINT ck_arrived CHECK (YEAR(arrived) > 1999))
                ALTER TABLE dbo.stays ADD CONSTRAINT ck_gone CHECK (gone > '20000101')
                ALTER TABLE dbo.stays ADD CONSTRAINT ck_off CHECK (DATEDIFF(DAY, '20000101', [gone]) < 99999)
                ALTER TABLE dbo.stays NOCHECK CONSTRAINT ck_off, ck_dates
                """);
        String checks = "SELECT CASE WHEN is_system_named = 1 THEN 'made up' ELSE name END, parent_column_id,"
                + " COL_NAME(parent_object_id, parent_column_id) FROM sys.check_constraints"
                + " WHERE parent_object_id = OBJECT_ID('dbo.stays') ORDER BY 1";
        assertThat(asked(checks))
                .containsExactly(
                        "ck_arrived|2|arrived",
                        "ck_dates|0|null",
                        "ck_gone|3|gone",
                        "ck_guests|4|guests",
                        "ck_off|3|gone",
                        "made up|1|id");
        assertThat(asked("SELECT parent_column_id FROM sys.check_constraints WHERE name = 'ck_users'"))
                .containsExactly("3");
    }

    @Test
    void viewsOfSqlServer2000() throws SQLException {
        assertThat(
                        asked(
                                "SELECT name, xtype, type, sysstat & 0xf FROM sysobjects WHERE xtype IN ('U', 'PK') ORDER BY name"))
                .containsExactly("orders|U|U|3", "pk_users|PK|K|9", "users|U|U|3");
        assertThat(
                        asked(
                                "SELECT name, length, isnullable FROM dbo.syscolumns WHERE id = OBJECT_ID('users') AND colid < 3"))
                .containsExactly("id|4|0", "name|100|0");
        assertThat(asked("SELECT name FROM sysindexes WHERE name = 'IX_orders_no'"))
                .containsExactly("ix_orders_no");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 'orders' AND COLUMN_NAME = 'token'"
                        + " AND DATA_TYPE = 'uniqueidentifier')",
                "EXISTS (SELECT * FROM sys.objects WHERE object_id = OBJECT_ID(N'[dbo].[users]') AND type IN (N'U'))",
                "EXISTS (SELECT * FROM sys.objects WHERE object_id = OBJECT_ID(N'[dbo].[rename_user]') AND type in (N'P', N'PC'))",
                "EXISTS (SELECT * FROM dbo.sysobjects WHERE id = OBJECT_ID(N'dbo.users') AND OBJECTPROPERTY(id, N'IsUserTable') = 1)",
                "EXISTS (SELECT * FROM sysobjects WHERE id = object_id('dbo.names') AND sysstat & 0xf = 2)",
                "NOT EXISTS (SELECT 1 FROM sysobjects WHERE name = 'missing' AND xtype = 'U')",
                "EXISTS (SELECT 1 FROM sys.objects WHERE type = 'D ' AND parent_object_id = OBJECT_ID('users', 'U'))",
                "EXISTS (SELECT 1 FROM sys.columns col JOIN sys.types t ON col.user_type_id = t.user_type_id"
                        + " WHERE col.object_id = OBJECT_ID('users') AND col.name = 'note' AND t.name = 'varchar')",
                "(SELECT COUNT(*) FROM sys.columns WHERE object_id = OBJECT_ID('dbo.' + 'users')) = 8",
                "EXISTS (SELECT * FROM sys.schemas WHERE schemas.name = 'shop')",
                "EXISTS (SELECT * FROM sys.tables WHERE sys.tables.name = 'users')",
                "EXISTS (SELECT name FROM sys.indexes WHERE object_id = OBJECT_ID('shop.orders', 'U') AND name = 'ix_orders_no')",
                "EXISTS (SELECT 1 FROM dbo.users WHERE name = 'x') OR COL_LENGTH('dbo.users', 'name') = 100",
                "COL_LENGTH('users', 'missing') IS NULL AND OBJECT_ID('dbo.df_users_active', 'D') IS NOT NULL",
                "OBJECT_ID('dbo.ck_users') IS NOT NULL AND OBJECT_ID('dbo.ck_users', 'U') IS NULL",
                "OBJECT_ID('users', 'P') IS NULL AND OBJECT_ID('RENAME_USER', 'P') IS NOT NULL",
                "COLUMNPROPERTY(OBJECT_ID('users'), 'id', 'IsIdentity') = 1",
                "INDEXPROPERTY(OBJECT_ID('users'), 'pk_users', 'IsClustered') = 1",
                "OBJECTPROPERTY(OBJECT_ID('users'), 'TableHasPrimaryKey') = 1",
                "INDEX_COL('users', 1, 1) = 'id' AND TYPE_ID('nvarchar') = 231 AND TYPE_NAME(56) = 'int'",
                "SCHEMA_ID('shop') IS NOT NULL AND SCHEMA_ID('none') IS NULL AND SCHEMA_NAME() = 'dbo' AND SCHEMA_ID() = 1",
                "SERVERPROPERTY('EngineEdition') <> 5 AND CAST(SERVERPROPERTY('ProductMajorVersion') AS INT) >= 15",
                "DB_ID(DB_NAME()) IS NOT NULL AND DB_ID('other') IS NULL",
                "DATABASEPROPERTYEX(DB_NAME(), 'Collation') = 'SQL_Latin1_General_CP1_CI_AS'",
                "QUOTENAME('a]b') = '[a]]b]' AND PARSENAME('dbo.users', 1) = 'users'",
                "NOT EXISTS (SELECT 1 FROM sys.databases WHERE name = 'other')",
                "OBJECT_ID(DB_NAME() + '..users') IS NOT NULL AND OBJECT_ID(' [dbo] . [users] ') IS NOT NULL",
                "OBJECT_ID('dbo.[users') IS NULL AND NOT EXISTS (SELECT 1 FROM sys.columns WHERE object_id = OBJECT_ID(N'dbo.[users'))",
                "FULLTEXTSERVICEPROPERTY('IsFullTextInstalled') = 0",
                "OBJECT_ID('users of shop') IS NULL AND OBJECT_ID('') IS NULL AND OBJECT_ID('users''') IS NULL",
                "PARSENAME('[a]]b.c].x.\"d.e\"', 3) = 'a]b.c' AND PARSENAME('a..b', 2) IS NULL",
            })
    void guardsHold(String condition) throws SQLException {
        assertThat(holds(condition)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXISTS (SELECT 1 FROM sys.dm_exec_sessions)",
                "EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.VIEW_TABLE_USAGE)",
                "EXISTS (SELECT 1 FROM sys.tables WHERE create_date > '2020-01-01')",
                "EXISTS (SELECT 1 FROM sys.tables t WHERE t.ledger_view_id IS NULL)",
                "EXISTS (SELECT 1 FROM sys.columns c JOIN sys.tables t ON t.object_id = c.object_id WHERE c.is_masked = 1)",
                "OBJECTPROPERTY(OBJECT_ID('users'), 'TableIsFake') = 1",
                "STATS_DATE(1, 2) IS NULL",
            })
    void whatIsNotAnsweredIsRefusedBeforeAnythingRuns(String condition) {
        assertThatThrownBy(() -> TranslatedScript.rewrite(
                        "V1__test.sql", "CREATE TABLE t (id INT)\nGO\nIF " + condition + " DROP TABLE t"))
                .isInstanceOf(NeedsSqlServerException.class)
                .hasMessageContaining("needs SQL Server");
    }

    @Test
    void whatSqlServerDoesNotHaveEitherIsItsError() {
        assertThatThrownBy(() -> TranslatedScript.rewrite(
                        "V1__test.sql", "IF EXISTS (SELECT 1 FROM sys.objects o WHERE o.colour = 1) PRINT 'x'"))
                .hasMessageContaining("is refused by SQL Server (error 207: sys.objects has no column colour)");
    }

    @Test
    void everyColumnIsAnswered() throws SQLException {
        database.run("""
                CREATE TYPE dbo.ids AS TABLE (id INT NOT NULL)
                CREATE TABLE dbo.papers (id INT NOT NULL CONSTRAINT pk_papers PRIMARY KEY, text_ VARCHAR(100))
                CREATE PARTITION FUNCTION numbers (INT) AS RANGE FOR VALUES (1)
                CREATE PARTITION SCHEME by_number AS PARTITION numbers ALL TO ([PRIMARY])
                CREATE XML SCHEMA COLLECTION dbo.forms AS N'<schema xmlns="http://www.w3.org/2001/XMLSchema"/>'
                CREATE TABLE dbo.sheets (id INT PRIMARY KEY, form XML(dbo.forms), place GEOGRAPHY)
                CREATE PRIMARY XML INDEX ix_form ON dbo.sheets (form)
                CREATE SPATIAL INDEX ix_place ON dbo.sheets (place)
                CREATE TABLE dbo.notes (note VARCHAR(10) NOT NULL, whole AS note + 'x')
                CREATE INDEX ix_notes ON dbo.notes (note) WHERE note = 'x'
                CREATE SEQUENCE dbo.more CACHE 5
                CREATE TABLE dbo.dated (id INT NOT NULL PRIMARY KEY, a DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL,
                    b DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL, PERIOD FOR SYSTEM_TIME (a, b)) WITH (SYSTEM_VERSIONING = ON)
                EXEC sp_addextendedproperty 'a', 'b', 'SCHEMA', 'dbo', 'TABLE', 'notes'
                GO
                CREATE TRIGGER dbo.noted ON dbo.notes AFTER INSERT AS SELECT 1
                GO
                CREATE SYNONYM dbo.people FOR dbo.users
                """);
        database.run("""
                CREATE FULLTEXT CATALOG words
                CREATE FULLTEXT INDEX ON dbo.papers (text_) KEY INDEX pk_papers ON words
                """);
        List<String> empty = new ArrayList<>();
        for (SystemView view : SystemView.all()) {
            for (String column : view.columns().keySet()) {
                if (asked("SELECT COUNT([" + column + "]) FROM " + view.name()).contains("0")) {
                    empty.add(view.simpleName() + "." + column);
                }
            }
        }
        assertThat(empty)
                .as("only what is NULL on SQL Server, too")
                .containsExactly(
                        "identity_columns.collation_name",
                        "table_types.collation_name",
                        "dm_db_persisted_sku_features.feature_name",
                        "dm_db_persisted_sku_features.feature_id",
                        "columns.character_set_catalog",
                        "columns.character_set_schema",
                        "columns.collation_catalog",
                        "columns.collation_schema");
    }
}
