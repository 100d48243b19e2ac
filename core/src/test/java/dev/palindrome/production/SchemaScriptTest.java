package dev.palindrome.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.SqlRecording;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaException;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole scripts of schemas that no embedded engine has. */
class SchemaScriptTest {

    private static final String SETTINGS = """

            SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
            SET NUMERIC_ROUNDABORT OFF;
            GO
            """;

    private static SchemaScript script(String objects) {
        SchemaScript script = SchemaScript.of(SchemaSnapshot.parse("palindrome schema 1\n" + objects));
        SqlRecording.madeScript(script.sql());
        SqlRecording.madeScript(script.outsideTransaction());
        return script;
    }

    private static void makes(String objects, String statements) {
        assertThat(script(objects).sql()).isEqualTo("""
                        -- The schema of a database, written out by Palindrome.
                        -- Nothing is left out.
                        """ + SETTINGS + statements);
    }

    private static List<String> leftOut(String objects) {
        return script(objects).leftOut();
    }

    private static final String PLACEHOLDERS = "texts with ${…}, which Flyway takes for placeholders, in comments, too:"
            + " placeholderReplacement=false in the file beside the script whose name ends in .conf leaves them as they are";

    private static final String GONE_STATUS = """
            table [dbo].[orders]
              column [id] INT NOT NULL
              column [status] INT NULL
            table [dbo].[status] MEMORY_OPTIMIZED SCHEMA_AND_DATA
              column [id] INT NOT NULL
            clr type [dbo].[point] "[geo].[Point]"
            """;

    @Test
    void standsInTheOrderInWhichItRuns() {
        makes("""
                table [app].[users]
                  column [id] INT NOT NULL IDENTITY (1,1)
                  column [name] NVARCHAR(50) NULL COLLATE Latin1_General_BIN2
                  primary key [pk] ([id])
                  foreign key ([id]) REFERENCES [dbo].[a]([id])
                  check [ck] ([name]<>'') NOT TRUSTED
                  index [ix] ([name]) INCLUDE ([id])
                table [dbo].[a]
                  column [id] INT NOT NULL
                  primary key ([id])
                view [dbo].[b] "CREATE VIEW dbo.b AS SELECT id FROM dbo.c"
                view [dbo].[c] "CREATE VIEW dbo.c AS SELECT id FROM app.users"
                sequence [app].[s] INT START WITH 5 INCREMENT BY 2
                schema [app]
                schema [dbo]
                """, """
                CREATE SCHEMA [app];
                GO
                CREATE SEQUENCE [app].[s] AS INT START WITH 5 INCREMENT BY 2;
                GO
                CREATE TABLE [dbo].[a] (
                    [id] INT NOT NULL,
                    PRIMARY KEY ([id])
                );
                CREATE TABLE [app].[users] (
                    [id] INT IDENTITY(1,1) NOT NULL,
                    [name] NVARCHAR(50) COLLATE Latin1_General_BIN2 NULL,
                    CONSTRAINT [pk] PRIMARY KEY ([id])
                );
                GO
                CREATE INDEX [ix] ON [app].[users] ([name]) INCLUDE ([id]);
                GO
                ALTER TABLE [app].[users] WITH NOCHECK ADD CONSTRAINT [ck] CHECK ([name]<>'');
                GO
                ALTER TABLE [app].[users] ADD FOREIGN KEY ([id]) REFERENCES [dbo].[a]([id]);
                GO
                CREATE VIEW dbo.c AS SELECT id FROM app.users
                GO
                CREATE VIEW dbo.b AS SELECT id FROM dbo.c
                """);
    }

    @Test
    void namesWhatItLeavesOutAndWhatNeedsThat() {
        assertThat(leftOut("""
                        table [dbo].[hot] MEMORY_OPTIMIZED SCHEMA_AND_DATA
                          column [id] INT NOT NULL
                        table [dbo].[log] LEDGER APPEND_ONLY_LEDGER_TABLE
                          column [id] INT NOT NULL
                        table [dbo].[people]
                          column [id] INT NOT NULL
                          column [hot_id] INT NULL
                          column [n] INT NULL DEFAULT ([dbo].[secret]()) CONSTRAINT [df_n]
                          foreign key [fk_hot] ([hot_id]) REFERENCES [dbo].[hot]([id])
                          check [ck_n] ([dbo].[secret]()>(0))
                          trigger [tr] "(encrypted)"
                          extended property [MS_Description].[CONSTRAINT].[fk_hot] "a key"
                          extended property [MS_Description].[COLUMN].[n] "a column"
                        table [dbo].[cards]
                          column [no] NVARCHAR(20) NULL ENCRYPTED WITH "(COLUMN_ENCRYPTION_KEY = [k])"
                        view [dbo].[hottest] "CREATE VIEW dbo.hottest AS SELECT id FROM dbo.hot"
                        view [dbo].[hotter] "CREATE VIEW dbo.hotter AS SELECT id FROM dbo.hottest"
                        view [dbo].[people_view] "CREATE VIEW dbo.people_view AS SELECT p.hot FROM dbo.people p"
                        procedure [dbo].[reheat] "CREATE PROCEDURE dbo.reheat AS DELETE dbo.hot"
                        function [dbo].[secret] "(encrypted)"
                        function [dbo].[agg] "AGGREGATE EXTERNAL NAME [a].[b]"
                        clr type [dbo].[point] "EXTERNAL NAME [geo].[Point]"
                        assembly [geo] "(SAFE)"
                        """))
                .containsExactly(
                        "table dbo.cards: its column no is encrypted with a key that is not known",
                        "table dbo.hot: it is memory-optimised, and needs a file group of its own",
                        "table dbo.log: it is a ledger table",
                        "view dbo.hotter: it mentions view dbo.hottest, which is left out",
                        "view dbo.hottest: it mentions table dbo.hot, which is left out",
                        "function dbo.agg: its code is in an assembly",
                        "function dbo.secret: its text is encrypted",
                        "clr type dbo.point: its code is in an assembly",
                        "assembly geo: its code is in an assembly",
                        "default of dbo.people.n: it mentions function dbo.secret, which is left out",
                        "foreign key fk_hot of dbo.people: it references table dbo.hot, which is left out",
                        "check ck_n of dbo.people: it mentions function dbo.secret, which is left out",
                        "trigger tr of dbo.people: its text is encrypted");
    }

    @Test
    void makesUsersWithoutTheirLogins() {
        SchemaScript script = script("""
                table [dbo].[t]
                  column [id] INT NOT NULL
                  permission [CORP\\ann].[SELECT] GRANT
                  permission [bob].[SELECT] GRANT
                procedure [dbo].[p] "CREATE PROCEDURE dbo.p WITH EXECUTE AS 'CORP\\\\ann' AS SELECT 1" EXECUTE AS "[CORP\\\\ann]"
                schema [dbo]
                schema [shop] AUTHORIZATION "[CORP\\\\ann]"
                role [app] APPLICATION_ROLE
                role [readers] DATABASE_ROLE AUTHORIZATION [bob]
                  member [CORP\\ann]
                user [CORP\\ann] WINDOWS_USER DETAILS "(WINDOWS, LOGIN = [CORP\\\\ann])"
                user [bob] SQL_USER DETAILS "(INSTANCE, LOGIN = [bob])" DEFAULT_SCHEMA [shop]
                user [signer] CERTIFICATE_MAPPED_USER DETAILS "(NONE)"
                """);

        assertThat(script.leftOut())
                .containsExactly(
                        "role app, with its permissions, memberships and what it owns: nobody can read its password",
                        "user [CORP\\ann], with its permissions, memberships and what it owns: it needs its login, which is the server's",
                        "user bob is made WITHOUT LOGIN: logins are the server's, and this one is (INSTANCE, LOGIN = [bob])",
                        "user signer is made WITHOUT LOGIN: logins are the server's, and this one is CERTIFICATE_MAPPED_USER",
                        "procedure dbo.p: it is executed as [CORP\\ann], who is left out");
        assertThat(script.sql()).endsWith("""
                GO
                CREATE USER [bob] WITHOUT LOGIN WITH DEFAULT_SCHEMA = [shop];
                CREATE USER [signer] WITHOUT LOGIN;
                GO
                CREATE ROLE [readers] AUTHORIZATION [bob];
                GO
                CREATE SCHEMA [shop];
                GO
                CREATE TABLE [dbo].[t] (
                    [id] INT NOT NULL
                );
                GO
                GRANT SELECT ON OBJECT::[dbo].[t] TO [bob];
                """);
    }

    /** A function that reads a table when it runs comes before it; one that is bound to a table comes before checks. */
    @Test
    void makesFunctionsBeforeWhatCallsThem() {
        makes("""
                table [dbo].[t]
                  column [n] INT NULL DEFAULT ([dbo].[one]())
                  column [d] AS ([dbo].[twice]([n]))
                  check [ck_bound] ([dbo].[counted]()>(0))
                  check [ck_read] ([dbo].[read]()>(0))
                function [dbo].[base] "CREATE FUNCTION dbo.base() RETURNS INT AS BEGIN RETURN 1 END"
                function [dbo].[counted] "CREATE FUNCTION dbo.counted() RETURNS INT WITH SCHEMABINDING AS BEGIN RETURN (SELECT COUNT(*) FROM dbo.t) END"
                function [dbo].[one] "CREATE FUNCTION dbo.one() RETURNS INT AS BEGIN RETURN dbo.base() END"
                function [dbo].[other] "CREATE FUNCTION dbo.other() RETURNS TABLE AS RETURN SELECT n FROM dbo.t"
                function [dbo].[read] "CREATE FUNCTION dbo.[read]() RETURNS INT AS BEGIN RETURN (SELECT COUNT(*) FROM dbo.t) END"
                function [dbo].[twice] "CREATE FUNCTION dbo.twice(@n INT) RETURNS INT AS BEGIN RETURN @n * 2 END"
                """, """
                CREATE FUNCTION dbo.base() RETURNS INT AS BEGIN RETURN 1 END
                GO
                CREATE FUNCTION dbo.one() RETURNS INT AS BEGIN RETURN dbo.base() END
                GO
                CREATE FUNCTION dbo.[read]() RETURNS INT AS BEGIN RETURN (SELECT COUNT(*) FROM dbo.t) END
                GO
                CREATE FUNCTION dbo.twice(@n INT) RETURNS INT AS BEGIN RETURN @n * 2 END
                GO
                CREATE TABLE [dbo].[t] (
                    [n] INT NULL DEFAULT ([dbo].[one]()),
                    [d] AS ([dbo].[twice]([n])),
                    CONSTRAINT [ck_read] CHECK ([dbo].[read]()>(0))
                );
                GO
                CREATE FUNCTION dbo.counted() RETURNS INT WITH SCHEMABINDING AS BEGIN RETURN (SELECT COUNT(*) FROM dbo.t) END
                GO
                ALTER TABLE [dbo].[t] ADD CONSTRAINT [ck_bound] CHECK ([dbo].[counted]()>(0));
                GO
                CREATE FUNCTION dbo.other() RETURNS TABLE AS RETURN SELECT n FROM dbo.t
                """);
    }

    @Test
    void asksForNoFileGroup() {
        SchemaScript script = script("""
                table [dbo].[t] ON [data] TEXTIMAGE_ON [blobs] FILESTREAM_ON [files]
                  column [id] INT NOT NULL
                  column [f] VARBINARY(MAX) NULL FILESTREAM
                  index [ix] ([id]) ON [indexes]
                table [dbo].[u] ON [ps]([id])
                  column [id] INT NOT NULL
                partition function [pf] INT BOUNDARIES RIGHT(1)
                partition scheme [ps] "[pf]([PRIMARY], [old])"
                """);

        assertThat(script.leftOut())
                .containsExactly(
                        "FILESTREAM of dbo.t.f: its values are in the table",
                        "file groups: what lies in [blobs], [data], [files], [indexes], [old] is made where a new database puts"
                                + " it, for a script cannot know its files");
        assertThat(script.sql()).endsWith("""
                GO
                CREATE PARTITION FUNCTION [pf] (INT) AS RANGE RIGHT FOR VALUES (1);
                GO
                CREATE PARTITION SCHEME [ps] AS PARTITION [pf] TO ([PRIMARY], [PRIMARY]);
                GO
                CREATE TABLE [dbo].[t] (
                    [id] INT NOT NULL,
                    [f] VARBINARY(MAX) NULL
                );
                CREATE TABLE [dbo].[u] (
                    [id] INT NOT NULL
                ) ON [ps]([id]);
                GO
                CREATE INDEX [ix] ON [dbo].[t] ([id]);
                """);
    }

    @Test
    void callsModulesByTheirNames() {
        SchemaScript script = script("""
                table [app].[t]
                  column [id] INT NOT NULL
                  trigger [tr] "CREATE TRIGGER dbo.tr ON old_t AFTER INSERT AS SET NOCOUNT ON"
                view [dbo].[new] "/* [old] */ create  or alter\\nview [dbo] . [old] AS SELECT id FROM app.t"
                view [dbo].[same] "CREATE VIEW SAME AS SELECT id FROM app.t"
                schema [app]
                """);

        assertThat(script.leftOut())
                .containsExactly(
                        "the text of trigger app.tr in the database says old_t where this script says [app].[t]",
                        "the text of trigger app.tr in the database says dbo.tr where this script says [app].[tr]",
                        "the text of view dbo.new in the database says [dbo] . [old] where this script says [dbo].[new]");
        assertThat(script.sql())
                .contains("CREATE TRIGGER [app].[tr] ON [app].[t] AFTER INSERT AS SET NOCOUNT ON\n")
                .contains("/* [old] */ create  or alter\nview [dbo].[new] AS SELECT id FROM app.t\n")
                .contains("CREATE VIEW SAME AS SELECT id FROM app.t\n");
    }

    @Test
    void leavesOutViewsThatNoLongerWork() {
        assertThat(leftOut("""
                        table [dbo].[new]
                          column [id] INT NOT NULL
                        view [dbo].[broken] "CREATE VIEW dbo.broken AS SELECT id FROM dbo.old"
                        view [dbo].[works] "CREATE VIEW dbo.works AS SELECT TRIM('x' FROM d.a) AS a FROM dbo.[new] n JOIN dbo.syn d ON 1 = 1 CROSS APPLY n.id.nodes('/a') x(y)"
                        view [dbo].[far] "CREATE VIEW dbo.far AS SELECT id FROM other..t JOIN [linked].db.dbo.u ON 1 = 1"
                        procedure [dbo].[late] "CREATE PROCEDURE dbo.late AS SELECT id FROM dbo.old"
                        function [dbo].[rows] "CREATE FUNCTION dbo.rows() RETURNS TABLE AS RETURN SELECT id FROM DBO.OLD"
                        function [dbo].[count] "CREATE FUNCTION dbo.[count]() RETURNS INT AS BEGIN RETURN (SELECT COUNT(*) FROM dbo.old) END"
                        synonym [dbo].[syn] [other].[dbo].[t]
                        schema [dbo]
                        """))
                .containsExactly(
                        "view dbo.broken: it reads dbo.old, which is not there, so that it no longer works",
                        "function dbo.rows: it reads DBO.OLD, which is not there, so that it no longer works",
                        "view dbo.far reads other.[].t, which has to be in another database already",
                        "view dbo.far reads linked.db.dbo.u, which has to be in another database already");
    }

    @Test
    void saysWhichTextsFlywayWouldTakeForPlaceholders() {
        assertThat(leftOut("view [dbo].[v] \"CREATE VIEW dbo.v AS SELECT '${x}' AS a\"\n"))
                .containsExactly(PLACEHOLDERS);
    }

    @Test
    void saysSoOfPlaceholdersInItsCommentsAndInTheOtherScript() {
        assertThat(leftOut("user [${x}] SQL_USER DETAILS \"(INSTANCE, LOGIN = [app])\"\n"))
                .last()
                .isEqualTo(PLACEHOLDERS);
        assertThat(leftOut("procedure [dbo].[${x}] \"(encrypted)\"\n"))
                .containsExactly("procedure dbo.[${x}]: its text is encrypted", PLACEHOLDERS);
        assertThat(leftOut("full text catalog [${x}] \"DEFAULT\"\n"))
                .containsExactly(PLACEHOLDERS + "; the script to be run behind it needs the same");
    }

    @Test
    void aColumnOrAliasIsNoTableOfItsName() {
        assertThat(leftOut(GONE_STATUS + """
                        view [dbo].[a] "CREATE VIEW dbo.a AS SELECT o.id, status, [status] AS s FROM dbo.orders o WHERE status = 1 AND o.status IN (status, 2) ORDER BY id, status"
                        view [dbo].[b] "CREATE VIEW dbo.b AS SELECT status.id FROM dbo.orders status JOIN dbo.orders x ON status.id = x.id"
                        view [dbo].[c] "CREATE VIEW dbo.c (status, n) AS WITH status (id) AS (SELECT id FROM dbo.orders) SELECT TRIM('x' FROM status), id FROM status"
                        view [dbo].[d] "CREATE VIEW dbo.d AS SELECT id FROM other.dbo.status"
                        view [app].[e] "CREATE VIEW app.e AS SELECT id FROM hidden.status s, app.n"
                        view [dbo].[f] "CREATE VIEW dbo.f AS SELECT CASE WHEN a IS DISTINCT FROM status THEN CAST(status AS INT) END AS point FROM dbo.orders"
                        procedure [dbo].[p] "CREATE PROCEDURE dbo.p @status INT AS SELECT status FROM dbo.status"
                        """))
                .containsExactly(
                        "table dbo.status: it is memory-optimised, and needs a file group of its own",
                        "clr type dbo.point: its code is in an assembly",
                        "view dbo.d reads other.dbo.status, which has to be in another database already");
    }

    @Test
    void aTableIsFoundWhereverOneCanStand() {
        List<String> sentences = leftOut(GONE_STATUS + """
                view [dbo].[a] "CREATE VIEW dbo.a AS SELECT o.id FROM dbo.orders o WITH (NOLOCK), [Status]"
                view [dbo].[b] "CREATE VIEW dbo.b AS SELECT o.id FROM (dbo.orders o JOIN dbo.status s ON o.id = s.id)"
                view [dbo].[c] "CREATE VIEW dbo.c AS SELECT o.id FROM dbo.orders o WHERE o.id IN (SELECT id FROM status(NOLOCK))"
                view [dbo].[d] "CREATE VIEW dbo.d AS WITH x AS (SELECT id FROM dbo.status) SELECT id FROM x"
                view [dbo].[e] "CREATE VIEW dbo.e AS SELECT [key] FROM CONTAINSTABLE(dbo.status, *, 'a')"
                view [dbo].[f] "CREATE VIEW dbo.f AS SELECT id FROM dbo.orders FOR SYSTEM_TIME ALL, status"
                view [dbo].[g] "CREATE VIEW dbo.g AS SELECT CAST(NULL AS dbo.point) AS a FROM dbo.orders"
                view [dbo].[h] "CREATE VIEW dbo.h AS SELECT dbo.point::Parse('1') AS a"
                view [dbo].[i] "CREATE VIEW dbo.i AS SELECT a FROM dbo.orders CROSS APPLY split(id)"
                view [dbo].[j] "CREATE VIEW dbo.j AS SELECT dbo.split(id) AS a FROM dbo.orders"
                function [dbo].[k] "CREATE FUNCTION dbo.k(@p point) RETURNS @t TABLE (id INT) AS BEGIN RETURN END"
                function [dbo].[l] "CREATE FUNCTION dbo.l() RETURNS @t TABLE (id dbo.point) AS BEGIN RETURN END"
                function [dbo].[split] "(encrypted)"
                """);

        assertThat(sentences.stream().filter(sentence -> sentence.contains("mentions")))
                .containsExactly(
                        "view dbo.a: it mentions table dbo.status, which is left out",
                        "view dbo.b: it mentions table dbo.status, which is left out",
                        "view dbo.c: it mentions table dbo.status, which is left out",
                        "view dbo.d: it mentions table dbo.status, which is left out",
                        "view dbo.e: it mentions table dbo.status, which is left out",
                        "view dbo.f: it mentions table dbo.status, which is left out",
                        "view dbo.g: it mentions clr type dbo.point, which is left out",
                        "view dbo.h: it mentions clr type dbo.point, which is left out",
                        "view dbo.i: it mentions function dbo.split, which is left out",
                        "view dbo.j: it mentions function dbo.split, which is left out",
                        "function dbo.k: it mentions clr type dbo.point, which is left out",
                        "function dbo.l: it mentions clr type dbo.point, which is left out");
    }

    @Test
    void saysOfViewsOfFlywaysHistoryWhereTheyCanBeMade() {
        assertThat(leftOut("""
                        view [dbo].[version] "CREATE VIEW dbo.version AS SELECT MAX(version) AS v FROM dbo.flyway_schema_history"
                        schema [dbo]
                        """))
                .containsExactly(
                        "view dbo.version: it reads dbo.flyway_schema_history, in which Flyway keeps its history,"
                                + " and which is in no script: a migration behind this one can make it");
    }

    @Test
    void aTriggerNeedNotNameItsSchema() {
        SchemaScript script = script("""
                table [sales].[orders]
                  column [id] INT NOT NULL
                  trigger [trg] "CREATE TRIGGER trg ON sales.orders AFTER INSERT AS SET NOCOUNT ON"
                schema [sales]
                """);

        assertThat(script.leftOut()).isEmpty();
        assertThat(script.sql()).contains("CREATE TRIGGER trg ON sales.orders AFTER INSERT");
    }

    @Test
    void breaksLinesAsVersionControlDoes() {
        SchemaScript script = script("""
                view [dbo].[v] "CREATE VIEW dbo.v AS -- a\\r\\nSELECT '1\\r\\n2' AS a"
                  extended property [MS_Description] "one\\r\\ntwo"
                """);

        assertThat(script.sql()).contains("AS -- a\nSELECT '1\n2' AS a").doesNotContain("\r");
        assertThat(script.leftOut())
                .containsExactly(
                        "view dbo.v: texts in it have carriage returns in the database, and line feeds alone here",
                        "extended property MS_Description of dbo.v: texts in it have carriage returns in the database,"
                                + " and line feeds alone here");
    }

    @Test
    void leavesToAScriptOfItsOwnWhatNoTransactionTakes() {
        SchemaScript script = script("""
                table [dbo].[docs] CHANGE_TRACKING "(ON, TRACK_COLUMNS_UPDATED = ON)"
                  column [id] INT NOT NULL
                  column [title] NVARCHAR(50) NULL
                  primary key [pk_docs] ([id])
                  full text index [words] ([title] TYPE COLUMN [t] 1031 STATISTICAL_SEMANTICS, [b] 1033) DETAILS "(KEY INDEX [pk_docs], CHANGE_TRACKING = AUTO, STOPLIST = [stops])"
                full text catalog [words] DEFAULT_ACCENT_INSENSITIVE
                database COLLATE Latin1_General_CI_AS WITH "(RECOVERY = SIMPLE, READ_COMMITTED_SNAPSHOT = ON)" CHANGE_TRACKING "(ON, CHANGE_RETENTION = 2 DAYS, AUTO_CLEANUP = OFF)" COMPATIBILITY_LEVEL 150
                """);

        assertThat(script.outsideTransaction()).isEqualTo("""
                ALTER DATABASE CURRENT SET RECOVERY SIMPLE;
                GO
                ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
                GO
                ALTER DATABASE CURRENT SET CHANGE_TRACKING = ON (CHANGE_RETENTION = 2 DAYS, AUTO_CLEANUP = OFF);
                GO
                ALTER DATABASE CURRENT SET COMPATIBILITY_LEVEL = 150;
                GO
                ALTER TABLE [dbo].[docs] ENABLE CHANGE_TRACKING WITH (TRACK_COLUMNS_UPDATED = ON);
                GO
                CREATE FULLTEXT CATALOG [words] WITH ACCENT_SENSITIVITY = OFF AS DEFAULT;
                GO
                CREATE FULLTEXT INDEX ON [dbo].[docs] ([title] TYPE COLUMN [t] LANGUAGE 1031 STATISTICAL_SEMANTICS, [b] LANGUAGE 1033) KEY INDEX [pk_docs] ON [words] WITH (CHANGE_TRACKING = AUTO, STOPLIST = SYSTEM);
                """);
        assertThat(script.sql()).startsWith("""
                -- The schema of a database, written out by Palindrome.
                -- Not in it, or not as it is there:
                --   full text index words of dbo.docs is made with the system's stoplist: the words of [stops] are not read
                --   the database's collation, which is Latin1_General_CI_AS
                -- To be run behind it, outside of a transaction (SchemaScript.outsideTransaction()):
                --   ALTER DATABASE CURRENT SET RECOVERY SIMPLE;
                --   GO
                """);
    }

    @Test
    void isWrittenWholeWithLineFeedsAndItsFolders(@TempDir Path folder) throws IOException {
        SchemaScript script = script("view [dbo].[é] \"CREATE VIEW dbo.[é] AS\\r\\nSELECT 1 AS a\"\n");
        Path file = folder.resolve("db/migration/B1__baseline.sql");

        script.writeTo(file);
        script.writeTo(file);

        assertThat(Files.readString(file))
                .isEqualTo(script.sql())
                .contains("dbo.[é] AS\nSELECT")
                .doesNotContain("\r");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void isNotWrittenOverAFolder(@TempDir Path folder) {
        assertThatThrownBy(() -> script("schema [dbo]\n").writeTo(folder))
                .isInstanceOf(SchemaException.class)
                .hasMessage("The script cannot be written to %s, which is a directory: name a file in it, such as %s."
                        .formatted(folder, folder.resolve("B1__baseline.sql")));
    }

    private static final String EVERY_KIND = """
            table [dbo].[t]
              column [id] INT NOT NULL
              column [code] NVARCHAR(9) NULL
              primary key [pk] ([id])
              unique key [uq] ([code])
              foreign key [fk] ([id]) REFERENCES [dbo].[t]([id])
              check [ck] ([id]>(0))
              index [ix] ([code], [id])
              statistics [st] ([code])
              full text index [words] ([code] 1033) DETAILS "(KEY INDEX [pk], CHANGE_TRACKING = AUTO, STOPLIST = SYSTEM)"
              trigger [tr] "CREATE TRIGGER dbo.tr ON dbo.t AFTER INSERT AS SET NOCOUNT ON" DISABLED
            table [dbo].[likes] TABLE KIND EDGE
              column [n] INT NULL
              edge constraint [ec] "([dbo].[n] TO [dbo].[n])"
            view [dbo].[v] "CREATE VIEW dbo.v AS SELECT id FROM dbo.t"
            procedure [dbo].[p] "CREATE PROCEDURE dbo.p AS SELECT id FROM dbo.v"
            function [dbo].[f] "CREATE FUNCTION dbo.f(@id INT) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS a"
            sequence [dbo].[s] INT
            synonym [dbo].[y] [dbo].[t]
            security policy [dbo].[filter] "ADD FILTER PREDICATE [dbo].[f]([id]) ON [dbo].[t]"
            alias type [dbo].[code] NVARCHAR(9)
            table type [dbo].[ids]
              column [id] INT NOT NULL
            clr type [dbo].[point] "[geo].[Point]"
            assembly [geo] SAFE_ACCESS
            xml schema collection [dbo].[docs] "<xsd:schema/>"
            schema [dbo]
            partition function [pf] INT BOUNDARIES RIGHT(1)
            partition scheme [ps] "[pf]([PRIMARY], [PRIMARY])"
            full text catalog [words] "DEFAULT"
            database trigger [dt] "CREATE TRIGGER dt ON DATABASE FOR CREATE_TABLE AS PRINT 1" DISABLED
              extended property [MS_Description] log
            role [r] DATABASE_ROLE
              member [u]
            user [u] SQL_USER DETAILS "(NONE)"
              permission [r].[CONTROL] GRANT
              extended property [MS_Description] nobody
            database COLLATE Latin1_General_CI_AS
            """;

    /** A kind that comes later has to be thought of here. */
    @Test
    void everyKindIsMadeOrNamed() {
        SchemaSnapshot schema = SchemaSnapshot.parse("palindrome schema 1\n" + EVERY_KIND);
        assertThat(schema.objects().stream()
                        .flatMap(object -> Stream.concat(Stream.of(object), object.parts().stream()))
                        .map(SchemaObject::kind)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(ObjectKind.values());

        SchemaScript script = script(EVERY_KIND);

        assertThat(script.leftOut())
                .containsExactly(
                        "table dbo.likes: it is a table of the kind EDGE",
                        "clr type dbo.point: its code is in an assembly",
                        "assembly geo: its code is in an assembly",
                        "the database's collation, which is Latin1_General_CI_AS");
        assertThat(script.outsideTransaction()).isEqualTo("""
                CREATE FULLTEXT CATALOG [words] AS DEFAULT;
                GO
                CREATE FULLTEXT INDEX ON [dbo].[t] ([code] LANGUAGE 1033) KEY INDEX [pk] ON [words] WITH (CHANGE_TRACKING = AUTO, STOPLIST = SYSTEM);
                """);
        assertThat(script.sql()).endsWith("""
                GO
                CREATE USER [u] WITHOUT LOGIN;
                GO
                CREATE PARTITION FUNCTION [pf] (INT) AS RANGE RIGHT FOR VALUES (1);
                CREATE ROLE [r];
                GO
                CREATE PARTITION SCHEME [ps] AS PARTITION [pf] TO ([PRIMARY], [PRIMARY]);
                GO
                CREATE TYPE [dbo].[code] FROM NVARCHAR(9) NULL;
                CREATE TYPE [dbo].[ids] AS TABLE (
                    [id] INT NOT NULL
                );
                CREATE XML SCHEMA COLLECTION [dbo].[docs] AS N'<xsd:schema/>';
                GO
                CREATE SEQUENCE [dbo].[s] AS INT;
                CREATE SYNONYM [dbo].[y] FOR [dbo].[t];
                GO
                CREATE TABLE [dbo].[t] (
                    [id] INT NOT NULL,
                    [code] NVARCHAR(9) NULL,
                    CONSTRAINT [pk] PRIMARY KEY ([id]),
                    CONSTRAINT [uq] UNIQUE ([code]),
                    CONSTRAINT [ck] CHECK ([id]>(0))
                );
                GO
                CREATE INDEX [ix] ON [dbo].[t] ([code], [id]);
                CREATE STATISTICS [st] ON [dbo].[t] ([code]);
                GO
                ALTER TABLE [dbo].[t] ADD CONSTRAINT [fk] FOREIGN KEY ([id]) REFERENCES [dbo].[t]([id]);
                GO
                CREATE VIEW dbo.v AS SELECT id FROM dbo.t
                GO
                CREATE PROCEDURE dbo.p AS SELECT id FROM dbo.v
                GO
                CREATE FUNCTION dbo.f(@id INT) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS a
                GO
                CREATE SECURITY POLICY [dbo].[filter] ADD FILTER PREDICATE [dbo].[f]([id]) ON [dbo].[t] WITH (STATE = ON);
                GO
                CREATE TRIGGER dbo.tr ON dbo.t AFTER INSERT AS SET NOCOUNT ON
                GO
                DISABLE TRIGGER [dbo].[tr] ON [dbo].[t];
                GO
                ALTER ROLE [r] ADD MEMBER [u];
                GRANT CONTROL ON USER::[u] TO [r];
                EXEC sp_addextendedproperty @name = N'MS_Description', @value = N'nobody', @level0type = N'USER', @level0name = N'u';
                GO
                CREATE TRIGGER dt ON DATABASE FOR CREATE_TABLE AS PRINT 1
                GO
                DISABLE TRIGGER [dt] ON DATABASE;
                EXEC sp_addextendedproperty @name = N'MS_Description', @value = N'log', @level0type = N'TRIGGER', @level0name = N'dt';
                """);
    }
}
