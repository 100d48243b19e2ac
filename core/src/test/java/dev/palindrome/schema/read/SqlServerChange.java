package dev.palindrome.schema.read;

import java.util.List;
import java.util.stream.Stream;

/**
 * A change that a migration can make on SQL Server.
 *
 * @param before what has to be there first
 * @param shown a query that has a row where the server's catalogue knows of the change at all
 * @param difference part of the text of the difference
 */
record SqlServerChange(String name, List<String> before, List<String> change, String shown, String difference) {

    @Override
    public String toString() {
        return name;
    }

    private static SqlServerChange of(String name, String before, String change, String shown, String difference) {
        return new SqlServerChange(name, statements(before), statements(change), shown, difference);
    }

    private static List<String> statements(String script) {
        return Stream.of(script.split("\\bGO\\b"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }

    static Stream<SqlServerChange> all() {
        return Stream.of(tables(), constraints(), indexes(), modules(), types(), security(), options())
                .flatMap(List::stream);
    }

    private static List<SqlServerChange> tables() {
        return List.of(
                of("a table", "", "CREATE TABLE dbo.t (a INT)", "SELECT 1", "unexpected table dbo.t"),
                of("a dropped table", "", "DROP TABLE dbo.todos", "SELECT 1", "missing table dbo.todos"),
                of(
                        "a column",
                        "",
                        "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL",
                        "SELECT 1",
                        "unexpected column phone NVARCHAR(20) NULL"),
                of(
                        "a length",
                        "",
                        "ALTER TABLE dbo.todos ALTER COLUMN title VARCHAR(30) NULL",
                        "SELECT * FROM sys.columns WHERE name = 'title' AND max_length = 30",
                        "column title: expected VARCHAR(20) but was VARCHAR(30)"),
                of(
                        "a nullability",
                        "",
                        "ALTER TABLE dbo.users ALTER COLUMN bio NVARCHAR(MAX) NOT NULL",
                        "SELECT * FROM sys.columns WHERE name = 'bio' AND is_nullable = 0",
                        "column bio: expected NULL but was NOT NULL"),
                of(
                        "a collation",
                        "",
                        "ALTER TABLE dbo.users ADD code VARCHAR(9) COLLATE Latin1_General_BIN2 NULL",
                        "SELECT * FROM sys.columns WHERE collation_name = 'Latin1_General_BIN2'",
                        "COLLATE Latin1_General_BIN2"),
                of(
                        "a computed column",
                        "",
                        "ALTER TABLE dbo.users ADD twice AS (balance * 2) PERSISTED",
                        "SELECT * FROM sys.computed_columns WHERE is_persisted = 1",
                        "unexpected column twice AS"),
                of(
                        "a sparse column",
                        "",
                        "ALTER TABLE dbo.users ADD x INT SPARSE NULL",
                        "SELECT * FROM sys.columns WHERE is_sparse = 1",
                        "column x INT NULL SPARSE"),
                of(
                        "a ROWGUIDCOL",
                        "",
                        "ALTER TABLE dbo.users ADD g UNIQUEIDENTIFIER ROWGUIDCOL NULL",
                        "SELECT * FROM sys.columns WHERE is_rowguidcol = 1",
                        "ROWGUIDCOL"),
                of(
                        "a mask",
                        "",
                        "ALTER TABLE dbo.users ALTER COLUMN bio ADD MASKED WITH (FUNCTION = 'default()')",
                        "SELECT * FROM sys.masked_columns WHERE is_masked = 1",
                        "column bio, MASKED WITH: expected none but was default()"),
                of(
                        "a temporal table",
                        "",
                        "ALTER TABLE dbo.users ADD f DATETIME2 GENERATED ALWAYS AS ROW START HIDDEN NOT NULL"
                                + " CONSTRAINT df_f DEFAULT '2000-01-01', u DATETIME2 GENERATED ALWAYS AS ROW END HIDDEN"
                                + " NOT NULL CONSTRAINT df_u DEFAULT '9999-12-31 23:59:59.9999999',"
                                + " PERIOD FOR SYSTEM_TIME (f, u) GO ALTER TABLE dbo.users SET (SYSTEM_VERSIONING = ON)",
                        "SELECT * FROM sys.tables WHERE temporal_type = 2",
                        "SYSTEM_VERSIONING: expected none but was (ON)"),
                of(
                        "a ledger table",
                        "",
                        "CREATE TABLE dbo.l (a INT) WITH (LEDGER = ON (APPEND_ONLY = ON))",
                        "SELECT * FROM sys.tables WHERE ledger_type = 3",
                        "unexpected table dbo.l"),
                of(
                        "lock escalation",
                        "",
                        "ALTER TABLE dbo.users SET (LOCK_ESCALATION = DISABLE)",
                        "SELECT * FROM sys.tables WHERE lock_escalation_desc = 'DISABLE'",
                        "LOCK_ESCALATION: expected none but was DISABLE"),
                of(
                        "compression",
                        "",
                        "ALTER TABLE dbo.users REBUILD WITH (DATA_COMPRESSION = PAGE)",
                        "SELECT * FROM sys.partitions WHERE data_compression_desc = 'PAGE'",
                        "COMPRESSION: expected none but was PAGE"),
                of(
                        "a renamed column",
                        "",
                        "EXEC sp_rename 'dbo.todos.title', 'heading', 'COLUMN'",
                        "SELECT 1",
                        "missing column title"));
    }

    private static List<SqlServerChange> constraints() {
        return List.of(
                of(
                        "a default",
                        "",
                        "ALTER TABLE dbo.users DROP CONSTRAINT df_users_name",
                        "SELECT 1 WHERE NOT EXISTS (SELECT * FROM sys.default_constraints)",
                        "column name, DEFAULT: expected "),
                of(
                        "the name of a default",
                        "",
                        "EXEC sp_rename 'dbo.df_users_name', 'df_other', 'OBJECT'",
                        "SELECT * FROM sys.default_constraints WHERE name = 'df_other'",
                        "CONSTRAINT: expected [df_users_name] but was [df_other]"),
                of(
                        "a check",
                        "",
                        "ALTER TABLE dbo.users DROP CONSTRAINT ck_users_balance",
                        "SELECT 1",
                        "missing check ck_users_balance"),
                of(
                        "a disabled check",
                        "",
                        "ALTER TABLE dbo.users NOCHECK CONSTRAINT ck_users_balance",
                        "SELECT * FROM sys.check_constraints WHERE is_disabled = 1",
                        "check ck_users_balance: expected enabled but was DISABLED"),
                of(
                        "an untrusted foreign key",
                        "",
                        "ALTER TABLE dbo.todos NOCHECK CONSTRAINT fk_todos_users"
                                + " GO ALTER TABLE dbo.todos CHECK CONSTRAINT fk_todos_users",
                        "SELECT * FROM sys.foreign_keys WHERE is_not_trusted = 1",
                        "foreign key fk_todos_users: expected trusted but was NOT TRUSTED"),
                of(
                        "a foreign key's action",
                        "",
                        "ALTER TABLE dbo.todos DROP CONSTRAINT fk_todos_users GO ALTER TABLE dbo.todos ADD CONSTRAINT"
                                + " fk_todos_users FOREIGN KEY (user_id) REFERENCES dbo.users (id)",
                        "SELECT * FROM sys.foreign_keys WHERE name = 'fk_todos_users' AND delete_referential_action = 0",
                        "ON DELETE: expected CASCADE but was none"),
                of(
                        "a UNIQUE constraint",
                        "",
                        "ALTER TABLE dbo.users DROP CONSTRAINT uq_users_name",
                        "SELECT 1",
                        "missing unique key uq_users_name ([name])"));
    }

    private static List<SqlServerChange> indexes() {
        return List.of(
                of(
                        "a filtered index",
                        "",
                        "CREATE INDEX ix ON dbo.todos (title DESC) INCLUDE (user_id) WHERE title IS NOT NULL",
                        "SELECT * FROM sys.indexes WHERE has_filter = 1",
                        "unexpected index ix ([title] DESC) INCLUDE ([user_id]) WHERE"),
                of(
                        "a dropped index",
                        "",
                        "DROP INDEX ix_todos_title ON dbo.todos",
                        "SELECT 1",
                        "missing index ix_todos_title"),
                of(
                        "a disabled index",
                        "",
                        "ALTER INDEX ix_todos_title ON dbo.todos DISABLE",
                        "SELECT * FROM sys.indexes WHERE is_disabled = 1",
                        "index ix_todos_title: expected enabled but was DISABLED"),
                of(
                        "an index's options",
                        "CREATE INDEX ix ON dbo.todos (user_id)",
                        "ALTER INDEX ix ON dbo.todos REBUILD WITH (FILLFACTOR = 80, PAD_INDEX = ON)",
                        "SELECT * FROM sys.indexes WHERE fill_factor = 80",
                        "index ix, WITH: expected none but was (FILLFACTOR = 80, PAD_INDEX = ON)"),
                of(
                        "a columnstore index",
                        "",
                        "CREATE NONCLUSTERED COLUMNSTORE INDEX ix ON dbo.todos (id, user_id)",
                        "SELECT * FROM sys.indexes WHERE type = 6",
                        "unexpected index ix ([id], [user_id]) KIND NONCLUSTERED_COLUMNSTORE"),
                of(
                        "an XML index",
                        "ALTER TABLE dbo.todos ADD x XML NULL",
                        "CREATE PRIMARY XML INDEX ix ON dbo.todos (x)",
                        "SELECT * FROM sys.xml_indexes",
                        "unexpected index ix ([x]) KIND XML DETAILS (PRIMARY)"),
                of(
                        "a spatial index",
                        "ALTER TABLE dbo.todos ADD g GEOGRAPHY NULL",
                        "CREATE SPATIAL INDEX ix ON dbo.todos (g)",
                        "SELECT * FROM sys.spatial_indexes",
                        "unexpected index ix ([g]) KIND SPATIAL"),
                of(
                        "a full-text index",
                        "CREATE FULLTEXT CATALOG c",
                        "CREATE FULLTEXT INDEX ON dbo.users (bio) KEY INDEX pk_users ON c",
                        "SELECT * FROM sys.fulltext_indexes",
                        "unexpected full text index c"),
                of(
                        "a partition function",
                        "",
                        "CREATE PARTITION FUNCTION pf (INT) AS RANGE RIGHT FOR VALUES (1, 2)"
                                + " GO CREATE PARTITION SCHEME ps AS PARTITION pf ALL TO ([PRIMARY])",
                        "SELECT * FROM sys.partition_schemes",
                        "unexpected partition function pf"));
    }

    private static List<SqlServerChange> modules() {
        return List.of(
                of(
                        "a view",
                        "CREATE VIEW dbo.v AS SELECT id FROM dbo.users",
                        "ALTER VIEW dbo.v AS SELECT id, name FROM dbo.users",
                        "SELECT 1",
                        "view dbo.v:\n  expected CREATE"),
                of(
                        "a procedure",
                        "CREATE PROCEDURE dbo.p AS SELECT 1",
                        "DROP PROCEDURE dbo.p",
                        "SELECT 1",
                        "missing procedure dbo.p"),
                of(
                        "a procedure's QUOTED_IDENTIFIER",
                        "CREATE PROCEDURE dbo.p AS SELECT 1",
                        "SET QUOTED_IDENTIFIER OFF GO ALTER PROCEDURE dbo.p AS SELECT 1 GO SET QUOTED_IDENTIFIER ON",
                        "SELECT * FROM sys.sql_modules WHERE uses_quoted_identifier = 0",
                        "expected QUOTED_IDENTIFIER ON but was QUOTED_IDENTIFIER OFF"),
                of(
                        "a function",
                        "",
                        "CREATE FUNCTION dbo.f (@x INT) RETURNS INT AS BEGIN RETURN @x END",
                        "SELECT 1",
                        "unexpected function dbo.f"),
                of(
                        "a trigger",
                        "",
                        "CREATE TRIGGER dbo.tr ON dbo.users AFTER INSERT AS SELECT 1",
                        "SELECT 1",
                        "unexpected trigger tr"),
                of(
                        "a dropped trigger",
                        "CREATE TRIGGER dbo.tr ON dbo.users AFTER INSERT AS SELECT 1",
                        "DROP TRIGGER dbo.tr",
                        "SELECT 1",
                        "missing trigger tr"),
                of(
                        "a disabled trigger",
                        "CREATE TRIGGER dbo.tr ON dbo.users AFTER INSERT AS SELECT 1",
                        "DISABLE TRIGGER dbo.tr ON dbo.users",
                        "SELECT * FROM sys.triggers WHERE is_disabled = 1",
                        "trigger tr: expected enabled but was DISABLED"),
                of(
                        "a sequence",
                        "CREATE SEQUENCE dbo.s AS INT START WITH 5",
                        "ALTER SEQUENCE dbo.s INCREMENT BY 3",
                        "SELECT * FROM sys.sequences WHERE name = 's' AND increment = 3",
                        "INCREMENT BY: expected 1 but was 3"),
                of(
                        "a synonym",
                        "",
                        "CREATE SYNONYM dbo.people FOR dbo.users",
                        "SELECT 1",
                        "unexpected synonym dbo.people"));
    }

    private static List<SqlServerChange> types() {
        return List.of(
                of("a schema", "", "CREATE SCHEMA sales", "SELECT 1", "unexpected schema sales"),
                of(
                        "an alias type",
                        "",
                        "CREATE TYPE dbo.email FROM NVARCHAR(100) NOT NULL",
                        "SELECT 1",
                        "unexpected alias type dbo.email"),
                of(
                        "a table type",
                        "",
                        "CREATE TYPE dbo.ids AS TABLE (id INT NOT NULL PRIMARY KEY)",
                        "SELECT 1",
                        "unexpected table type dbo.ids"),
                of(
                        "an XML schema collection",
                        "",
                        "CREATE XML SCHEMA COLLECTION dbo.x AS N'<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">"
                                + "<xs:element name=\"a\" type=\"xs:string\"/></xs:schema>'",
                        "SELECT * FROM sys.xml_schema_collections WHERE name = 'x'",
                        "unexpected xml schema collection dbo.x"),
                of(
                        "an extended property",
                        "",
                        "EXEC sp_addextendedproperty 'MS_Description', 'people', 'SCHEMA', 'dbo', 'TABLE', 'users', 'COLUMN', 'name'",
                        "SELECT * FROM sys.extended_properties WHERE name = 'MS_Description'",
                        "unexpected extended property MS_Description.COLUMN.name people"));
    }

    private static List<SqlServerChange> security() {
        return List.of(
                of(
                        "a role",
                        "",
                        "CREATE ROLE app",
                        "SELECT * FROM sys.database_principals WHERE name = 'app' AND is_fixed_role = 0",
                        "unexpected role app"),
                of(
                        "a user",
                        "",
                        "CREATE USER ann WITHOUT LOGIN",
                        "SELECT * FROM sys.database_principals WHERE name = 'ann'",
                        "unexpected user ann"),
                of(
                        "a permission",
                        "CREATE ROLE app",
                        "GRANT SELECT ON dbo.users TO app",
                        "SELECT * FROM sys.database_permissions WHERE permission_name = 'SELECT' AND class = 1 AND major_id = OBJECT_ID('dbo.users')",
                        "unexpected permission app.SELECT"),
                of(
                        "a member",
                        "CREATE ROLE app GO CREATE USER ann WITHOUT LOGIN",
                        "ALTER ROLE app ADD MEMBER ann",
                        "SELECT * FROM sys.database_role_members m JOIN sys.database_principals p ON p.principal_id = m.member_principal_id WHERE p.name = 'ann'",
                        "unexpected member ann"));
    }

    private static List<SqlServerChange> options() {
        return List.of(
                of(
                        "a database option",
                        "",
                        "ALTER DATABASE {database} SET RECURSIVE_TRIGGERS ON",
                        "SELECT * FROM sys.databases WHERE name = DB_NAME() AND is_recursive_triggers_on = 1",
                        "RECURSIVE_TRIGGERS = ON"),
                of(
                        "change tracking",
                        "ALTER DATABASE {database} SET CHANGE_TRACKING = ON",
                        "ALTER TABLE dbo.users ENABLE CHANGE_TRACKING",
                        "SELECT * FROM sys.change_tracking_tables",
                        "CHANGE_TRACKING: expected none but was (ON)"));
    }
}
