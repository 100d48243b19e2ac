package dev.palindrome.roundtrip;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What scripts need that a server may lack which speaks SQL Server's protocol: how it is written, and a script that a
 * server with it can run in an empty database. So a case of many needs not say itself what it is written with.
 */
enum ScriptFeature {
    ALTER_COLUMN_NOT_NULL("(?i)ALTER COLUMN [^;]*?(?<!IS )\\bNOT NULL", MigrationsInFolder.NOT_NULL_IN_ALTER_COLUMN),
    ALTER_COLUMN_NULL(
            "(?i)ALTER COLUMN [^;]*?(?<!NOT |IS )\\bNULL",
            "CREATE TABLE dbo.probe (a NVARCHAR(5) NULL); ALTER TABLE dbo.probe ALTER COLUMN a NVARCHAR(9) NULL;"),
    VIEW_ONCE_MORE("(?i)\\bALTER VIEW\\b", MigrationsInFolder.VIEW_ONCE_MORE),
    RENAMED_TABLE("(?i)sp_rename N?'[^']+', N?'[^']+'(?!,)", MigrationsInFolder.RENAMED_TABLE),
    RENAMED_CONSTRAINT("(?i)sp_rename [^\\n]*'OBJECT'", MigrationsInFolder.RENAMED_CONSTRAINT),
    RENAMED_COLUMN("(?i)sp_rename [^\\n]*'COLUMN'", MigrationsInFolder.RENAMED_COLUMN),
    RENAMED_INDEX(
            "(?i)sp_rename [^\\n]*'INDEX'",
            "CREATE TABLE dbo.probe (a INT NOT NULL); CREATE INDEX ix_probe ON dbo.probe (a);\nGO\n"
                    + "EXEC sp_rename 'dbo.probe.ix_probe', 'ix_other', 'INDEX'"),
    /** The same letters, small and large. */
    RENAMED_IN_OTHER_CAPITALS(
            "(?i)sp_rename '(?:\\w+\\.)*(\\w+)', '\\1'",
            "CREATE TABLE dbo.probe (a INT NOT NULL);\nGO\nEXEC sp_rename 'dbo.probe.a', 'A', 'COLUMN';\nGO\n"
                    + "SELECT 1 / COUNT(*) AS n INTO #probe FROM sys.columns WHERE object_id = OBJECT_ID('dbo.probe')"
                    + " AND name = 'A' COLLATE Latin1_General_BIN2;"),
    NAMED_DEFAULT("(?is)CONSTRAINT (\\w+) DEFAULT.*DROP CONSTRAINT \\1\\b", MigrationsInFolder.NAMED_DEFAULT),
    CHECKED_WHEN_ADDED(
            "(?i)WITH (?:NO)?CHECK ADD",
            "CREATE TABLE dbo.probe (a INT NOT NULL);"
                    + " ALTER TABLE dbo.probe WITH CHECK ADD CONSTRAINT ck_probe CHECK (a > 0);"),
    MERGE(
            "(?i)\\bMERGE\\b",
            "CREATE TABLE dbo.probe (a INT NOT NULL);\nGO\nMERGE INTO dbo.probe AS t USING (SELECT 1 AS a) AS s"
                    + " ON s.a = t.a WHEN NOT MATCHED THEN INSERT (a) VALUES (s.a);"),
    COLUMNS_DROPPED_TOGETHER(
            "(?i)DROP COLUMN (?:\\w+|\\[[^\\]]+\\]), ",
            "CREATE TABLE dbo.probe (a INT NULL, b INT NULL, c INT NULL);"
                    + " ALTER TABLE dbo.probe DROP COLUMN b, c;"),
    IDENTITY_IN_ANOTHER_SCHEMA(
            "(?is)CREATE TABLE (?!dbo\\.)\\w+\\.\\w+ \\([^;]*\\bIDENTITY\\b",
            "CREATE SCHEMA other;\nGO\nCREATE TABLE other.probe (a INT IDENTITY(1,1) NOT NULL);\nGO\n"
                    + "SELECT 1 / COUNT(seed_value) AS n INTO #probe FROM sys.identity_columns"
                    + " WHERE object_id = OBJECT_ID('other.probe');"),
    IDENTITY_OF_A_QUOTED_NAME(
            "(?is)CREATE TABLE dbo\\.\"[^;]*\\bIDENTITY\\b",
            "CREATE TABLE dbo.\"my \"\"own\"\" table\" (a INT IDENTITY(1,1) NOT NULL);\nGO\n"
                    + "SELECT 1 / COUNT(seed_value) AS n INTO #probe FROM sys.identity_columns"
                    + " WHERE object_id = OBJECT_ID('dbo.\"my \"\"own\"\" table\"');"),
    RESEED_BELOW_THE_FIRST(
            "(?i)\\bRESEED, 0\\)",
            "CREATE TABLE dbo.probe (a INT IDENTITY(1,1) NOT NULL);\nGO\nDBCC CHECKIDENT ('dbo.probe', RESEED, 0);"),
    BRACKET_IN_A_NAME("\\]\\]", MigrationsInFolder.BRACKET_IN_A_NAME),
    TEXTS_IN_A_CHECK("(?i)\\bCHECK \\([^\\n]*\\bIN \\(N'", MigrationsInFolder.TEXTS_IN_A_CHECK),
    DATETIMEOFFSET(
            "(?i)\\bDATETIMEOFFSET\\b",
            "CREATE TABLE dbo.probe (a DATETIMEOFFSET NULL);\nGO\n"
                    + "INSERT INTO dbo.probe (a) SELECT a FROM (VALUES (N'2020-01-01 00:00:00 +00:00')) AS v (a);"),
    SEQUENCES_IN_THE_CATALOGUE(
            "(?i)\\bSEQUENCE\\b",
            "CREATE SEQUENCE dbo.probe;\nGO\nSELECT 1 / COUNT(*) AS n INTO #probe FROM sys.sequences WHERE name = 'probe';");

    private final Pattern writtenAs;
    private final String probe;

    ScriptFeature(String writtenAs, String probe) {
        this.writtenAs = Pattern.compile(writtenAs);
        this.probe = probe;
    }

    /** Scripts that a server has to run which is to run these. */
    static List<String> probesFor(Collection<String> scripts) {
        String text = String.join("\n", scripts);
        return Stream.of(values())
                .filter(feature -> feature.writtenAs.matcher(text).find())
                .map(feature -> feature.probe)
                .toList();
    }
}
