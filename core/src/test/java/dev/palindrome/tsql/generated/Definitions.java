package dev.palindrome.tsql.generated;

import java.util.ArrayList;
import java.util.List;

/** Makes statements that define what a database has in it. */
final class Definitions {

    private final Choice any;
    private final Expressions expressions;

    Definitions(Choice any, Expressions expressions) {
        this.any = any;
        this.expressions = expressions;
    }

    private String table() {
        return any.of("dbo.parent", "dbo.child", "dbo.heap", "parent", "[dbo].[child]");
    }

    private String newName() {
        return any.of("dbo.n1", "n2", "[dbo].[n 3]", "\"dbo\".\"n4\"", "#n5", "##n6", "dbo.[order]");
    }

    private String keyColumns() {
        return "(" + any.list(3, () -> expressions.plainColumn() + any.of("", "", " ASC", " DESC")) + ")";
    }

    private String columns() {
        return "(" + any.list(3, expressions::plainColumn) + ")";
    }

    private String constraintName() {
        return any.of("CONSTRAINT c1 ", "CONSTRAINT [c 2] ", "", "");
    }

    private String space() {
        return any.of("ON [PRIMARY]", "ON \"default\"", "ON fg1", "ON ps1 (id)");
    }

    private String indexOptions() {
        return any.of(
                "WITH (FILLFACTOR = 80)",
                "WITH (PAD_INDEX = OFF, STATISTICS_NORECOMPUTE = OFF, IGNORE_DUP_KEY = OFF, ALLOW_ROW_LOCKS = ON, ALLOW_PAGE_LOCKS = ON)",
                "WITH (DATA_COMPRESSION = PAGE)",
                "WITH FILLFACTOR = 90",
                "WITH (OPTIMIZE_FOR_SEQUENTIAL_KEY = ON)");
    }

    private String indexOnlyOptions() {
        return any.of(
                "WITH (ONLINE = ON, MAXDOP = 2)",
                "WITH (DROP_EXISTING = ON)",
                "WITH (SORT_IN_TEMPDB = ON, FILLFACTOR = 70)",
                "WITH (DATA_COMPRESSION = ROW ON PARTITIONS (1 TO 3))");
    }

    private String references() {
        return "REFERENCES " + table() + any.of(" (id)", "", " ([id])")
                + any.maybe(
                        20,
                        any.of(
                                "ON DELETE CASCADE",
                                "ON DELETE SET NULL",
                                "ON DELETE NO ACTION ON UPDATE CASCADE",
                                "ON UPDATE SET DEFAULT",
                                "NOT FOR REPLICATION"));
    }

    private String columnConstraint() {
        return constraintName()
                + any.from(
                        () -> any.of("PRIMARY KEY", "PRIMARY KEY CLUSTERED", "UNIQUE", "UNIQUE NONCLUSTERED")
                                + any.maybe(10, this::indexOptions)
                                + any.maybe(8, this::space),
                        () -> "DEFAULT "
                                + any.from(
                                        () -> "(" + expressions.literal() + ")",
                                        expressions::literal,
                                        () -> any.of(
                                                "GETDATE()",
                                                "(NEWID())",
                                                "((0))",
                                                "NEXT VALUE FOR dbo.existing",
                                                "(SYSUTCDATETIME())")),
                        () -> "CHECK " + any.maybe(5, "NOT FOR REPLICATION") + " (" + expressions.condition() + ")",
                        () -> any.of("", "FOREIGN KEY ") + references());
    }

    String column() {
        String name = any.of("c1", "c2", "[c 3]", "\"c4\"", "c5", "id", "name");
        if (any.chance(8)) {
            return name + " AS " + expressions.value() + any.maybe(40, any.of("PERSISTED", "PERSISTED NOT NULL"));
        }
        StringBuilder text = new StringBuilder(name + " " + expressions.type());
        List<String> clauses = new ArrayList<>(List.of(any.of("NULL", "NOT NULL", "NOT NULL")));
        if (any.chance(15)) {
            clauses.add(any.of("IDENTITY", "IDENTITY(1, 1)", "IDENTITY (-5,2) NOT FOR REPLICATION", "IDENTITY(1,1)"));
        }
        if (any.chance(10)) {
            clauses.add(
                    0,
                    "COLLATE "
                            + any.of(
                                    "Latin1_General_CI_AS",
                                    "SQL_Latin1_General_CP1_CI_AS",
                                    "Latin1_General_100_BIN2_UTF8"));
        }
        if (any.chance(5)) {
            clauses.add(any.of(
                    "SPARSE",
                    "ROWGUIDCOL",
                    "FILESTREAM",
                    "MASKED WITH (FUNCTION = 'default()')",
                    "GENERATED ALWAYS AS ROW START",
                    "GENERATED ALWAYS AS ROW END HIDDEN"));
        }
        while (any.chance(30)) {
            clauses.add(columnConstraint());
        }
        clauses.forEach(clause -> text.append(' ').append(clause));
        return text.append(any.maybe(4, () -> "INDEX ix9" + any.of("", " NONCLUSTERED", " UNIQUE")))
                .toString();
    }

    private String tableConstraint() {
        return any.from(
                () -> constraintName() + any.of("PRIMARY KEY", "PRIMARY KEY NONCLUSTERED", "UNIQUE", "UNIQUE CLUSTERED")
                        + " " + keyColumns() + any.maybe(20, this::indexOptions) + any.maybe(10, this::space),
                () -> constraintName() + "FOREIGN KEY " + columns() + " " + references(),
                () -> constraintName() + "CHECK " + any.maybe(5, "NOT FOR REPLICATION") + "(" + expressions.condition()
                        + ")");
    }

    private String tableIndex() {
        return "INDEX ix1" + any.of("", " UNIQUE", " CLUSTERED", " UNIQUE NONCLUSTERED") + " " + keyColumns()
                + any.maybe(20, () -> "INCLUDE " + columns()) + any.maybe(15, "WHERE id > 3")
                + any.maybe(10, this::indexOptions);
    }

    private String element() {
        return any.from(
                this::column,
                this::column,
                this::column,
                this::column,
                this::column,
                this::tableConstraint,
                this::tableConstraint,
                this::tableIndex,
                () -> any.chance(20) ? "PERIOD FOR SYSTEM_TIME (a, b)" : column());
    }

    String createTable() {
        return "CREATE TABLE " + newName() + " (" + column() + ", " + any.list(4, this::element)
                + any.of("", "", "", "", ",") + ")"
                + any.maybe(12, this::space) + any.maybe(4, "TEXTIMAGE_ON [PRIMARY]")
                + any.maybe(
                        8,
                        any.of(
                                "WITH (DATA_COMPRESSION = PAGE)",
                                "WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h1))",
                                "WITH (SYSTEM_VERSIONING = ON)",
                                "WITH (MEMORY_OPTIMIZED = ON, DURABILITY = SCHEMA_ONLY)",
                                "AS NODE",
                                "AS EDGE"));
    }

    String alterTable() {
        return "ALTER TABLE " + table() + " "
                + any.from(
                        () -> "ADD " + any.list(3, this::column),
                        () -> any.of("", "WITH CHECK ", "WITH NOCHECK ") + "ADD " + any.list(2, this::tableConstraint),
                        () -> "ADD " + constraintName() + "DEFAULT "
                                + any.from(() -> "(" + expressions.literal() + ")", expressions::literal) + " FOR "
                                + expressions.plainColumn() + any.maybe(10, "WITH VALUES"),
                        () -> "ADD c1 INT NOT NULL " + columnConstraint() + any.maybe(30, "WITH VALUES"),
                        () -> "ALTER COLUMN " + expressions.plainColumn() + " "
                                + any.from(
                                        () -> expressions.type()
                                                + any.maybe(15, "COLLATE Latin1_General_CI_AS")
                                                + any.of("", " NULL", " NOT NULL")
                                                + any.maybe(8, "WITH (ONLINE = ON)"),
                                        () -> any.of("ADD", "DROP") + " "
                                                + any.of(
                                                        "SPARSE",
                                                        "HIDDEN",
                                                        "ROWGUIDCOL",
                                                        "PERSISTED",
                                                        "MASKED",
                                                        "NOT FOR REPLICATION")),
                        () -> "DROP "
                                + any.list(
                                        2,
                                        () -> any.of("CONSTRAINT ", "CONSTRAINT IF EXISTS ", "")
                                                + any.of("fk_child_parent", "pk_parent", "[c 2]")
                                                + any.maybe(5, "WITH (ONLINE = OFF)")),
                        () -> "DROP COLUMN " + any.of("", "IF EXISTS ") + any.list(2, expressions::plainColumn),
                        () -> any.of("", "WITH CHECK ", "WITH NOCHECK ") + any.of("CHECK", "NOCHECK") + " CONSTRAINT "
                                + any.of("ALL", "fk_child_parent", "c1, c2"),
                        () -> any.of("ENABLE", "DISABLE") + " TRIGGER " + any.of("ALL", "tr1", "tr1, tr2"),
                        () -> any.of(
                                "REBUILD",
                                "REBUILD PARTITION = ALL WITH (DATA_COMPRESSION = PAGE)",
                                "REBUILD WITH (FILLFACTOR = 80)",
                                "SET (LOCK_ESCALATION = AUTO)",
                                "SET (SYSTEM_VERSIONING = OFF)",
                                "SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.h1, DATA_CONSISTENCY_CHECK = ON))",
                                "SWITCH TO dbo.heap",
                                "SWITCH PARTITION 1 TO dbo.heap PARTITION 1",
                                "ADD PERIOD FOR SYSTEM_TIME (a, b)",
                                "DROP PERIOD FOR SYSTEM_TIME",
                                "ENABLE CHANGE_TRACKING WITH (TRACK_COLUMNS_UPDATED = ON)"));
    }

    private String filter() {
        return any.of(
                "id > 3",
                "name IS NOT NULL",
                "code IN ('a', 'b') AND id >= 1",
                "[extra] = N'a'",
                "(a <> 3)",
                "a = -1 AND b IS NULL",
                "a > CONVERT(INT, '3')");
    }

    String createIndex() {
        return "CREATE" + any.maybe(25, "UNIQUE") + any.maybe(30, any.of("CLUSTERED", "NONCLUSTERED")) + " INDEX "
                + any.of("ix1", "[ix 2]") + " ON " + table() + " " + keyColumns()
                + any.maybe(20, () -> "INCLUDE " + columns()) + any.maybe(15, () -> "WHERE " + filter())
                + any.maybe(15, () -> any.from(this::indexOptions, this::indexOnlyOptions)) + any.maybe(8, this::space);
    }

    private String otherIndex() {
        return any.of(
                "CREATE CLUSTERED COLUMNSTORE INDEX cci ON dbo.heap",
                "CREATE NONCLUSTERED COLUMNSTORE INDEX ncci ON dbo.heap (a, b) WHERE a > 1",
                "CREATE PRIMARY XML INDEX px ON dbo.parent (extra)",
                "CREATE XML INDEX sx ON dbo.parent (extra) USING XML INDEX px FOR PATH",
                "CREATE SPATIAL INDEX si ON dbo.parent (extra) USING GEOMETRY_GRID WITH (BOUNDING_BOX = (0, 0, 500, 200), GRIDS = (LOW, LOW, MEDIUM, HIGH))",
                "CREATE FULLTEXT CATALOG ft AS DEFAULT",
                "CREATE FULLTEXT INDEX ON dbo.parent (name LANGUAGE 1033, code) KEY INDEX pk_parent ON ft WITH CHANGE_TRACKING AUTO",
                "ALTER FULLTEXT INDEX ON dbo.parent ADD (extra)",
                "DROP FULLTEXT INDEX ON dbo.parent");
    }

    String index() {
        return any.from(
                this::createIndex,
                this::createIndex,
                this::createIndex,
                this::otherIndex,
                () -> "DROP INDEX " + any.of("", "IF EXISTS ")
                        + any.of(
                                "ix_child_parent ON dbo.child",
                                "dbo.child.ix_child_parent",
                                "a ON dbo.heap, b ON dbo.heap",
                                "ix_child_parent ON dbo.child WITH (ONLINE = ON)"),
                () -> "ALTER INDEX " + any.of("ALL", "ix_child_parent") + " ON " + table() + " "
                        + any.of(
                                "REBUILD",
                                "DISABLE",
                                "REORGANIZE",
                                "REBUILD WITH (FILLFACTOR = 80, ONLINE = ON)",
                                "REORGANIZE WITH (LOB_COMPACTION = ON)",
                                "SET (ALLOW_PAGE_LOCKS = OFF)",
                                "REBUILD PARTITION = 1",
                                "RESUME"),
                () -> "CREATE STATISTICS s1 ON " + table() + " " + columns()
                        + any.maybe(30, any.of("WITH FULLSCAN", "WITH SAMPLE 10 PERCENT, NORECOMPUTE", "WHERE id > 5")),
                () -> "UPDATE STATISTICS " + table() + any.maybe(30, "ix_child_parent")
                        + any.maybe(30, any.of("WITH FULLSCAN", "WITH RESAMPLE", "WITH SAMPLE 50 PERCENT")),
                () -> "DROP STATISTICS dbo.parent.s1");
    }

    String drop() {
        return "DROP "
                + any.of(
                        "TABLE",
                        "VIEW",
                        "PROCEDURE",
                        "PROC",
                        "FUNCTION",
                        "TRIGGER",
                        "SEQUENCE",
                        "SYNONYM",
                        "TYPE",
                        "SCHEMA",
                        "USER",
                        "ROLE",
                        "LOGIN",
                        "DEFAULT",
                        "RULE",
                        "AGGREGATE",
                        "PARTITION FUNCTION",
                        "PARTITION SCHEME",
                        "XML SCHEMA COLLECTION",
                        "FULLTEXT CATALOG",
                        "DATABASE",
                        "TABLE",
                        "TABLE",
                        "VIEW")
                + any.maybe(40, "IF EXISTS") + " "
                + any.of("dbo.n1", "n2", "[n 3]", "dbo.child", "dbo.v1", "dbo.n1, dbo.n2", "existing");
    }

    String sequence() {
        StringBuilder text = new StringBuilder(any.of(
                "CREATE SEQUENCE dbo.s1",
                "ALTER SEQUENCE dbo.existing",
                "CREATE SEQUENCE s2 AS INT",
                "CREATE SEQUENCE s3 AS DECIMAL(9, 0)"));
        boolean alter = text.charAt(0) == 'A';
        text.append(
                any.maybe(50, alter ? any.of("RESTART", "RESTART WITH 5") : any.of("START WITH 1", "START WITH -100")));
        text.append(any.maybe(50, any.of("INCREMENT BY 1", "INCREMENT BY -2")));
        text.append(any.maybe(30, any.of("MINVALUE 1", "NO MINVALUE", "MINVALUE -100 MAXVALUE 100")));
        text.append(any.maybe(30, any.of("CYCLE", "NO CYCLE")));
        return text.append(any.maybe(30, any.of("CACHE 10", "NO CACHE", "CACHE")))
                .toString();
    }

    String view() {
        return any.of("CREATE VIEW ", "CREATE OR ALTER VIEW ", "ALTER VIEW ")
                + any.of("dbo.v1", "dbo.v2", "v3", "[dbo].[v 4]")
                + any.maybe(20, "(x, y)")
                + any.maybe(20, any.of("WITH SCHEMABINDING", "WITH VIEW_METADATA, SCHEMABINDING", "WITH ENCRYPTION"))
                + " AS "
                + any.maybe(10, expressions::common) + " " + expressions.query(2) + any.maybe(8, "WITH CHECK OPTION")
                + any.of("", ";");
    }

    String module(String body) {
        return any.from(
                () -> any.of("CREATE", "ALTER", "CREATE OR ALTER") + " " + any.of("PROCEDURE", "PROC") + " dbo.p1"
                        + any.of("", " @v INT", " (@v INT = 3, @w NVARCHAR(20) OUTPUT)", " @v INT, @t dbo.tt READONLY")
                        + any.maybe(20, any.of("WITH RECOMPILE", "WITH EXECUTE AS OWNER", "WITH ENCRYPTION, RECOMPILE"))
                        + " AS " + any.of(body, "BEGIN " + body + " END", "SET NOCOUNT ON; " + body),
                () -> any.of("CREATE", "ALTER", "CREATE OR ALTER") + " FUNCTION dbo.f1 ("
                        + any.of("", "@v INT", "@v INT = 1, @w VARCHAR(10)") + ") "
                        + any.from(
                                () -> "RETURNS " + expressions.type() + any.maybe(20, "WITH SCHEMABINDING")
                                        + " AS BEGIN RETURN " + expressions.value() + any.of("; END", " END"),
                                () -> "RETURNS TABLE AS RETURN (" + expressions.query(2) + ")",
                                () -> "RETURNS TABLE AS RETURN " + expressions.query(2),
                                () -> "RETURNS @r TABLE (" + column()
                                        + ") AS BEGIN INSERT INTO @r VALUES (1); RETURN; END"),
                () -> any.of("CREATE", "ALTER", "CREATE OR ALTER") + " TRIGGER dbo.tr1 ON "
                        + any.of("dbo.parent", "dbo.child") + " "
                        + any.of("AFTER INSERT", "AFTER INSERT, UPDATE", "FOR DELETE", "INSTEAD OF UPDATE") + " AS "
                        + any.of(body, "BEGIN " + body + " END", "IF UPDATE(name) " + body));
    }

    String other() {
        return any.from(
                () -> "CREATE SCHEMA "
                        + any.of(
                                "s1",
                                "s1 AUTHORIZATION dbo",
                                "AUTHORIZATION dbo",
                                "s1 CREATE TABLE t (a INT) GRANT SELECT ON t TO public"),
                () -> "CREATE SYNONYM dbo.y1 FOR " + any.of("dbo.parent", "other.dbo.parent", "srv.other.dbo.parent"),
                () -> "CREATE TYPE dbo.t1 "
                        + any.from(
                                () -> "FROM " + expressions.type() + any.of("", " NULL", " NOT NULL"),
                                () -> "AS TABLE (" + any.list(3, this::column) + ")"),
                () -> any.of("GRANT", "DENY", "REVOKE", "REVOKE GRANT OPTION FOR") + " "
                        + any.of(
                                "SELECT",
                                "SELECT, INSERT",
                                "EXECUTE",
                                "ALL",
                                "CONTROL",
                                "VIEW DEFINITION",
                                "SELECT (id, name)",
                                "CREATE TABLE",
                                "REFERENCES")
                        + any.of(
                                " ON dbo.parent",
                                " ON SCHEMA::dbo",
                                " ON OBJECT::dbo.parent (id)",
                                "",
                                " ON TYPE::dbo.t1")
                        + any.of(" TO ", " TO ", " FROM ") + any.of("public", "[u 1]", "dbo, public")
                        + any.maybe(15, any.of("WITH GRANT OPTION", "CASCADE", "AS dbo")),
                () -> any.of(
                        "CREATE USER u1",
                        "CREATE USER u1 WITHOUT LOGIN",
                        "CREATE USER [d\\u] FOR LOGIN [d\\u] WITH DEFAULT_SCHEMA = dbo",
                        "CREATE ROLE r1",
                        "CREATE ROLE r1 AUTHORIZATION dbo",
                        "ALTER ROLE r1 ADD MEMBER u1",
                        "ALTER ROLE r1 DROP MEMBER u1",
                        "ALTER USER u1 WITH NAME = u2",
                        "ALTER USER u1 WITH DEFAULT_SCHEMA = dbo, LOGIN = l1",
                        "CREATE LOGIN l1 WITH PASSWORD = 'x'",
                        "CREATE LOGIN l1 WITH PASSWORD = N'x', CHECK_POLICY = OFF, DEFAULT_DATABASE = master",
                        "CREATE APPLICATION ROLE ar WITH PASSWORD = 'x'",
                        "ALTER AUTHORIZATION ON SCHEMA::dbo TO dbo",
                        "ALTER SCHEMA dbo TRANSFER dbo.parent",
                        "ALTER SCHEMA dbo TRANSFER OBJECT::dbo.parent"),
                () -> any.of(
                        "CREATE PARTITION FUNCTION pf (INT) AS RANGE RIGHT FOR VALUES (1, 10, 100)",
                        "CREATE PARTITION FUNCTION pf (DATETIME2(0)) AS RANGE LEFT FOR VALUES ('2024-01-01')",
                        "CREATE PARTITION SCHEME ps AS PARTITION pf ALL TO ([PRIMARY])",
                        "ALTER PARTITION FUNCTION pf () SPLIT RANGE (50)",
                        "ALTER PARTITION SCHEME ps NEXT USED [PRIMARY]",
                        "CREATE XML SCHEMA COLLECTION dbo.xsc AS N'<a/>'",
                        "ALTER DATABASE CURRENT SET RECOVERY SIMPLE",
                        "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE",
                        "ALTER DATABASE CURRENT ADD FILEGROUP fg1",
                        "ALTER DATABASE CURRENT COLLATE Latin1_General_CI_AS",
                        "CREATE DATABASE d1",
                        "USE master",
                        "USE [tempdb]",
                        "DBCC CHECKIDENT ('dbo.parent', RESEED, 10)",
                        "DBCC CHECKIDENT (N'dbo.parent') WITH NO_INFOMSGS",
                        "CHECKPOINT",
                        "ENABLE TRIGGER tr1 ON dbo.parent",
                        "DISABLE TRIGGER ALL ON dbo.parent",
                        "TRUNCATE TABLE dbo.child",
                        "TRUNCATE TABLE dbo.heap WITH (PARTITIONS (1, 2 TO 4))"));
    }
}
