package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on SQL Server and must hold on H2 too. */
class EmbeddedRulesTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void namesNeedNotBeAscii() throws SQLException {
        database.run("""
                CREATE TABLE dbo.[Größen] ([ключ] INT NOT NULL CONSTRAINT [пк] PRIMARY KEY,
                    [größe] NVARCHAR(9) NULL CONSTRAINT [df_größe] DEFAULT N'M')
                CREATE INDEX [ix_größe] ON dbo.[Größen] ([größe])
                INSERT INTO [Größen] VALUES (1, N'L')
                INSERT INTO [Größen] ([ключ]) VALUES (2)
                EXEC sp_rename N'dbo.Größen.ключ', 'schlüssel', 'COLUMN'
                DROP INDEX [ix_größe] ON dbo.[Größen]
                ALTER TABLE [Größen] DROP CONSTRAINT [df_größe]
                ALTER TABLE [Größen] ALTER COLUMN [größe] NVARCHAR(20) NOT NULL
                """);

        assertThat(database.rows("SELECT \"schlüssel\", \"größe\" FROM \"Größen\" ORDER BY 1"))
                .containsExactly("1|L", "2|M");
    }

    @Test
    void identityInsertTakesATableInASchemaWithCapitals() throws SQLException {
        database.run("""
                CREATE SCHEMA Sales
                GO
                CREATE SCHEMA [a.B]
                GO
                CREATE TABLE Sales.Orders (id INT IDENTITY CONSTRAINT pk_o PRIMARY KEY)
                CREATE TABLE [a.B].[C d] (id INT IDENTITY CONSTRAINT pk_c PRIMARY KEY)
                GO
                SET IDENTITY_INSERT Sales.Orders ON
                INSERT INTO Sales.ORDERS (id) VALUES (7)
                SET IDENTITY_INSERT Sales.orders OFF
                SET IDENTITY_INSERT [a.B].[C d] ON
                INSERT INTO [a.B].[C d] (id) VALUES (9)
                """);
        database.run("INSERT INTO Sales.Orders DEFAULT VALUES INSERT INTO [a.B].[C d] DEFAULT VALUES");

        assertThat(database.rows("SELECT * FROM \"Sales\".\"Orders\"")).containsExactly("7", "8");
        assertThat(database.rows("SELECT * FROM \"a.B\".\"C d\"")).containsExactly("9", "10");
    }

    @Test
    void theDefaultSchemaMayBeWrittenInAnyCase() throws SQLException {
        database.run("""
                CREATE TABLE DBO.users (id INT IDENTITY CONSTRAINT pk PRIMARY KEY, a INT CONSTRAINT df DEFAULT 1)
                CREATE INDEX ix ON [Dbo].users (a)
                GO
                CREATE VIEW DBO.names AS SELECT a FROM Dbo.users
                GO
                SET IDENTITY_INSERT DBO.users ON
                INSERT INTO DBO.users (id) VALUES (7)
                SET IDENTITY_INSERT dbo.users OFF
                ALTER TABLE "DBO".users DROP CONSTRAINT df
                EXEC sp_rename 'DBO.users.a', 'b', 'COLUMN'
                IF OBJECT_ID('DBO.names') IS NOT NULL DROP VIEW DBO.names
                """);

        assertThat(columns("users")).containsExactly("id", "b");
        assertThat(
                        database.rows(
                                "SELECT TABLE_SCHEMA FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'users' AND TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA <> 'INFORMATION_SCHEMA'"))
                .containsExactly("dbo");
    }

    @Test
    void namesMayHoldBrackets() throws SQLException {
        database.run("""
                CREATE TABLE [t]]t] ([i]]d] INT IDENTITY CONSTRAINT [p]]k] PRIMARY KEY, [c]]d] INT CONSTRAINT [d]]f] DEFAULT 1)
                CREATE INDEX [i]]x] ON [t]]t] ([c]]d]) WHERE [c]]d] > 4
                GO
                INSERT INTO [t]]t] ([c]]d]) VALUES (5)
                DROP INDEX [i]]x] ON [t]]t]
                ALTER TABLE [t]]t] DROP CONSTRAINT [d]]f]
                EXEC sp_rename '[dbo].[t]]t]', 'u]u'
                EXEC sp_rename 'dbo.[u]]u].[i]]d]', 'k]y', 'COLUMN'
                IF COL_LENGTH('dbo.[u]]u]', 'c]d') IS NOT NULL ALTER TABLE [u]]u] DROP COLUMN [c]]d]
                """);

        assertThat(columns("u]u")).containsExactly("k]y");
    }

    @Test
    void aColumnIsNotDroppedUnderItsDefault() throws SQLException {
        database.run("CREATE TABLE t (a INT, b INT CONSTRAINT df_b DEFAULT 5)");

        fails(
                "ALTER TABLE t DROP COLUMN b",
                "Msg 5074: The object 'df_b' is dependent on column 'b'. Msg 4922: ALTER TABLE DROP COLUMN b failed"
                        + " because one or more objects access this column.");
        database.run("ALTER TABLE t DROP CONSTRAINT df_b, COLUMN b");
        assertThat(columns("t")).containsExactly("a");
    }

    @Test
    void aColumnIsNotDroppedUnderConstraintsAndIndexes() throws SQLException {
        database.run("""
                CREATE TABLE t (a INT CONSTRAINT pk PRIMARY KEY, b INT CONSTRAINT uq UNIQUE, c INT CONSTRAINT ck CHECK (c > 0),
                    d INT CONSTRAINT fk REFERENCES t (a), e INT, f INT, g INT)
                CREATE INDEX ix ON t (e) INCLUDE (f) WHERE g IS NOT NULL
                """);

        for (String column : List.of(
                "a|object 'pk'",
                "b|object 'uq'",
                "c|object 'ck'",
                "d|object 'fk'",
                "e|index 'ix'",
                "f|index 'ix'",
                "g|index 'ix'")) {
            fails(
                    "ALTER TABLE t DROP COLUMN " + column.charAt(0),
                    "The " + column.substring(2) + " is dependent on column '" + column.charAt(0) + "'.");
        }
    }

    @Test
    void underAnIndexAColumnMayOnlyGrow() throws SQLException {
        database.run("CREATE TABLE t (a NVARCHAR(50) NOT NULL) CREATE INDEX ix ON t (a)");
        database.run("ALTER TABLE t ALTER COLUMN a NVARCHAR(100) NOT NULL");

        fails(
                "ALTER TABLE t ALTER COLUMN a NVARCHAR(50) NOT NULL",
                "Msg 5074: The index 'ix' is dependent on column 'a'.");
    }

    @Test
    void alterColumnSaysWhetherNullIsAllowedAndKeepsTheDefault() throws SQLException {
        database.run("CREATE TABLE t (a NVARCHAR(5) NOT NULL CONSTRAINT df DEFAULT 'x')");
        database.run("ALTER TABLE t ALTER COLUMN a NVARCHAR(10)");

        assertThat(database.rows("SELECT IS_NULLABLE, CHARACTER_MAXIMUM_LENGTH, COLUMN_DEFAULT, REMARKS"
                        + " FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 't'"))
                .containsExactly("YES|10|'x'|palindrome 1 type=\"nvarchar(10)\" default=\"'x'\" default-name=\"df\"");
    }

    @Test
    void tablesAndKeysThatAreReferencedStay() throws SQLException {
        database.run("CREATE TABLE a (id INT CONSTRAINT pk_a PRIMARY KEY) CREATE TABLE b (id INT REFERENCES a (id))");

        fails(
                "DROP TABLE a",
                "Msg 3726: Could not drop object 'a' because it is referenced by a FOREIGN KEY constraint.");
        fails(
                "ALTER TABLE a DROP CONSTRAINT pk_a",
                "Msg 3725: The constraint 'pk_a' is being referenced by a foreign key constraint.");
        fails(
                "TRUNCATE TABLE a",
                "Msg 4712: Cannot truncate table 'a' because it is being referenced by a FOREIGN KEY constraint.");
    }

    @Test
    void whatIsNotThereIsAnError() throws SQLException {
        database.run("CREATE TABLE t (a INT)");

        fails("DROP TABLE nope", "Msg 3701: ");
        fails("ALTER TABLE t DROP CONSTRAINT nope", "Msg 3728: 'nope' is not a constraint.");
        fails("ALTER TABLE t DROP COLUMN nope", "Msg 4924: ");
        fails("EXEC sp_rename 't.nope', 'x', 'COLUMN'", "Msg 15248: ");
        database.run("DROP TABLE IF EXISTS nope ALTER TABLE t DROP CONSTRAINT IF EXISTS nope");
    }

    @Test
    void anIdentityTakesValuesOnlyWhenToldAndGoesOnBehindThem() throws SQLException {
        database.run("CREATE TABLE t (id INT IDENTITY(10, 5) PRIMARY KEY, a INT)");

        fails("INSERT INTO t (id, a) VALUES (1, 1)", "cannot be assigned");
        database.run("""
                INSERT INTO t VALUES (1)
                SET IDENTITY_INSERT t ON
                INSERT INTO t (id, a) VALUES (100, 2)
                INSERT INTO t (id, a) VALUES (50, 3)
                SET IDENTITY_INSERT t OFF
                INSERT INTO t (a) VALUES (4)
                """);
        assertThat(database.rows("SELECT id, a FROM t ORDER BY a")).containsExactly("10|1", "100|2", "50|3", "105|4");
        database.run("TRUNCATE TABLE t INSERT INTO t DEFAULT VALUES");
        assertThat(database.rows("SELECT id FROM t")).containsExactly("10");
    }

    /** As errors 8107, 545 and 8101 have it. */
    @Test
    void whileAnIdentityTakesValuesItMustBeGivenOneAndNoOtherTakesAny() throws SQLException {
        database.run("CREATE TABLE t (id INT IDENTITY PRIMARY KEY, a INT) CREATE TABLE u (id INT IDENTITY, a INT)");

        fails(
                "SET IDENTITY_INSERT t ON SET IDENTITY_INSERT u ON",
                "8107: IDENTITY_INSERT is already ON for table 'dbo.t'. Cannot perform SET operation for table 'u'.");
        fails(
                "SET IDENTITY_INSERT t ON INSERT INTO t (a) VALUES (1)",
                "545: Explicit value must be specified for identity column in table 't'");
        fails(
                "SET IDENTITY_INSERT t ON INSERT INTO t VALUES (1, 1)",
                "8101: An explicit value for the identity column in table 't' can only be specified when a column list is"
                        + " used and IDENTITY_INSERT is ON.");
        database.run("""
                SET IDENTITY_INSERT t ON SET IDENTITY_INSERT t ON
                INSERT INTO t (a, ID) VALUES (1, 7)
                INSERT INTO u (a) VALUES (2)
                SET IDENTITY_INSERT t OFF SET IDENTITY_INSERT u ON
                INSERT INTO u (a, id) SELECT a, 9 FROM t
                SET IDENTITY_INSERT u OFF
                """);
        assertThat(database.rows("SELECT id FROM t UNION ALL SELECT id FROM u")).containsExactly("7", "1", "9");
    }

    @Test
    void anIdentityIsMovedOnceBehindInsertsOneAfterTheOther() {
        String insert = "INSERT INTO t (id, a) VALUES (7, 1)\nGO\nPRINT 'one more'\n";

        List<String> statements = TranslatedScript.rewrite(
                        "V1.sql", "SET IDENTITY_INSERT t ON\n" + insert.repeat(3) + "SET IDENTITY_INSERT t OFF")
                .h2Statements();

        assertThat(statements.stream().map(sql -> sql.replaceAll("\\(.*", "")).toList())
                .containsExactly(
                        "CALL \"palindrome\".\"identity_insert\"",
                        "CALL \"palindrome\".\"identity_given\"",
                        "CALL \"palindrome\".\"with_literals\"",
                        "CALL \"palindrome\".\"with_literals\"",
                        "CALL \"palindrome\".\"with_literals\"",
                        "CALL \"palindrome\".\"move_identity\"",
                        "CALL \"palindrome\".\"identity_insert\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE FROM t | 101
            DBCC CHECKIDENT ('t', RESEED, 10) | 11
            TRUNCATE TABLE t | 1
            IF 1 = 0 PRINT 'no' ELSE DELETE FROM t | 101
            IF 1 = 0 INSERT INTO t (id) VALUES (7) ELSE DELETE FROM t | 101
            IF 1 = 1 BEGIN IF 1 = 1 DELETE FROM t END | 101
            IF 1 = 1 INSERT INTO t (id) VALUES (200) ELSE PRINT 'no'; DELETE FROM t | 201
            WITH old AS (SELECT 300 AS id) INSERT INTO t (id) SELECT id FROM old | 301
            """)
    void anIdentityIsMovedBeforeAnythingElseIsDone(String between, int next) throws SQLException {
        database.run("""
                CREATE TABLE t (id INT IDENTITY PRIMARY KEY)
                SET IDENTITY_INSERT t ON
                INSERT INTO t (id) VALUES (100);
                %s
                SET IDENTITY_INSERT t OFF
                INSERT INTO t DEFAULT VALUES
                """.formatted(between));

        assertThat(database.rows("SELECT id FROM t")).contains(String.valueOf(next));
    }

    @Test
    void uniqueTakesOneNull() throws SQLException {
        database.run("CREATE TABLE t (a INT CONSTRAINT uq UNIQUE, b INT) INSERT INTO t (b) VALUES (1)");

        fails("INSERT INTO t (b) VALUES (2)", "Unique index or primary key violation");
    }

    @Test
    void aTinyintHasNoSign() throws SQLException {
        database.run("CREATE TABLE t (a TINYINT) INSERT INTO t VALUES (255)");

        fails("INSERT INTO t VALUES (256)", "Check constraint violation");
        fails("INSERT INTO t VALUES (-1)", "Check constraint violation");
    }

    /** Microsoft: alter-table-transact-sql. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ADD b BIT NOT NULL, CONSTRAINT df_b DEFAULT 1 FOR b",
                "ADD CONSTRAINT df_b DEFAULT 1 FOR B WITH VALUES, b BIT NULL",
                "ADD b BIT NOT NULL CONSTRAINT df_b DEFAULT 1"
            })
    void aDefaultBesideAColumnIsForTheRowsThatAreThere(String addition) throws SQLException {
        database.run("CREATE TABLE dbo.old (a INT)\nINSERT dbo.old VALUES (1)\nGO\nALTER TABLE dbo.old " + addition
                + "\nGO\nINSERT dbo.old (a) VALUES (2)");

        assertThat(database.rows("SELECT * FROM dbo.old ORDER BY a")).containsExactly("1|TRUE", "2|TRUE");
        database.run("ALTER TABLE dbo.old DROP CONSTRAINT df_b\nALTER TABLE dbo.old ADD c INT NULL,"
                + " CONSTRAINT df_c DEFAULT 5 FOR c");
        assertThat(database.rows("SELECT c FROM dbo.old")).containsExactly("null", "null");
        fails("ALTER TABLE dbo.old ADD d INT DEFAULT 1, DEFAULT 2 FOR d", "1781");
    }

    /** In the old way, which takes no database (Microsoft: drop-index-transact-sql). */
    @ParameterizedTest
    @ValueSource(strings = {"DROP INDEX lib.book.ix", "DROP INDEX IF EXISTS lib.book.ix, lib.book.iy"})
    void anIndexIsDroppedByTheNameOfItsTable(String drop) throws SQLException {
        database.run("CREATE SCHEMA lib\nGO\nCREATE TABLE lib.book (a INT)\nCREATE INDEX ix ON lib.book (a)\n" + drop
                + "\nCREATE INDEX ix ON lib.book (a)");

        assertThat(database.rows("SELECT 1 FROM INFORMATION_SCHEMA.INDEXES WHERE TABLE_NAME = 'book'"))
                .hasSize(1);
    }

    @Test
    void indexNamesBelongToTheirTables() throws SQLException {
        database.run("CREATE TABLE a (x INT) CREATE TABLE b (x INT) CREATE INDEX ix ON a (x) CREATE INDEX ix ON b (x)");
        database.run("EXEC sp_rename 'a', 'c' EXEC sp_rename 'c.ix', 'iy', 'INDEX' DROP INDEX iy ON c DROP INDEX b.ix");

        assertThat(database.rows("SELECT INDEX_NAME FROM INFORMATION_SCHEMA.INDEXES WHERE TABLE_SCHEMA = 'dbo'"))
                .isEmpty();
    }

    @Test
    void renamesColumnsConstraintsAndDefaults() throws SQLException {
        database.run("""
                CREATE TABLE t (a INT CONSTRAINT df DEFAULT 1, b INT CONSTRAINT ck CHECK (b > 0), c INT)
                CREATE INDEX ix ON t (b) INCLUDE (c)
                EXEC sp_rename 'dbo.df', 'df2', 'OBJECT'
                EXEC sp_rename 'ck', 'ck2'
                EXEC sp_rename 'dbo.t.c', 'd', 'COLUMN'
                """);

        assertThat(columns("t")).containsExactly("a", "b", "d");
        assertThat(database.rows("SELECT REMARKS FROM INFORMATION_SCHEMA.INDEXES WHERE TABLE_NAME = 't'"))
                .containsExactly("palindrome 1 included=\"[d]\" name=\"ix\"");
        fails("EXEC sp_rename 't.b', 'x', 'COLUMN'", "Msg 15336: ");
        database.run("ALTER TABLE t DROP CONSTRAINT df2, ck2");
    }

    @Test
    void aColumnWhoseNameHoldsThatOfARenamedOneKeepsIt() throws SQLException {
        database.run("""
                CREATE TABLE t (b INT, c INT, [x[c]]y] INT)
                CREATE INDEX ix ON t (b) INCLUDE (c, [x[c]]y])
                EXEC sp_rename 'dbo.t.c', 'd', 'COLUMN'
                """);

        assertThat(database.rows("SELECT REMARKS FROM INFORMATION_SCHEMA.INDEXES WHERE TABLE_NAME = 't'"))
                .containsExactly("palindrome 1 included=\"[d], [x[c]]y]\" name=\"ix\"");
    }

    @Test
    void aCollationPerColumnDecidesOnCase() throws SQLException {
        database.run("""
                CREATE TABLE t (a VARCHAR(5) COLLATE Latin1_General_CS_AS, b VARCHAR(5), c VARCHAR(5) COLLATE Latin1_General_CI_AS)
                INSERT INTO t VALUES ('x', 'x', 'x')
                """);

        assertThat(database.rows("SELECT a = 'X', b = 'X', c = 'X' FROM t")).containsExactly("FALSE|TRUE|TRUE");
    }

    @Test
    void guardsAskTheSchema() throws SQLException {
        database.run("""
                IF OBJECT_ID(N'dbo.t', N'U') IS NULL CREATE TABLE t (a INT CONSTRAINT df DEFAULT 1)
                IF OBJECT_ID(N'dbo.t', N'U') IS NULL CREATE TABLE t (a INT)
                IF COL_LENGTH('dbo.t', 'b') IS NULL BEGIN ALTER TABLE t ADD b INT; ALTER TABLE t ADD c INT END ELSE PRINT 'x'
                IF NOT EXISTS (SELECT * FROM sys.columns WHERE object_id = OBJECT_ID('t') AND name = 'B') ALTER TABLE t ADD d INT
                IF EXISTS (SELECT 1 FROM sys.default_constraints WHERE name = 'df') ALTER TABLE t DROP CONSTRAINT df
                IF NOT EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'u') CREATE TABLE u (a INT)
                IF SCHEMA_ID('app') IS NULL EXEC('CREATE SCHEMA app')
                """);

        assertThat(columns("t")).containsExactly("a", "b", "c");
        assertThat(columns("u")).containsExactly("a");
    }

    @Test
    void changesWithAJoin() throws SQLException {
        database.run("""
                CREATE TABLE a (id INT, x NVARCHAR(10)) CREATE TABLE b (id INT, y NVARCHAR(10))
                INSERT INTO a VALUES (1, 'p'), (2, 'q'), (3, 'r') INSERT INTO b VALUES (1, 'one'), (2, 'two')
                UPDATE z SET z.x = w.y FROM dbo.a AS z JOIN b w ON w.id = z.id WHERE w.y <> 'two'
                DELETE z FROM a z JOIN b ON b.id = z.id WHERE b.y = 'two';
                WITH c AS (SELECT 7 AS id) INSERT INTO a (id) SELECT id FROM c
                MERGE INTO b AS t USING (VALUES (1, 'uno'), (5, 'five')) AS s (id, y) ON t.id = s.id
                WHEN MATCHED THEN UPDATE SET y = s.y WHEN NOT MATCHED BY TARGET THEN INSERT (id, y) VALUES (s.id, s.y);
                """);

        assertThat(database.rows("SELECT id, x FROM a ORDER BY id")).containsExactly("1|one", "3|r", "7|null");
        assertThat(database.rows("SELECT id, y FROM b ORDER BY id")).containsExactly("1|uno", "2|two", "5|five");
    }

    @Test
    void wholeNumbersAreCutOffAndTrailingBlanksDoNotCount() throws SQLException {
        database.run("""
                CREATE TABLE t (a INT, b INT, c BIT, d DECIMAL)
                INSERT INTO t SELECT CAST(f AS INT), LEN('ab  '), ISNULL(NULL, 1), 1.5 FROM (VALUES (-1.7)) AS v (f)
                """);

        assertThat(database.rows("SELECT * FROM t")).containsExactly("-1|2|TRUE|2");
    }

    @Test
    void valuesBecomeTheTextThatSqlServerMakesOfThem() throws SQLException {
        database.run("""
                CREATE TABLE t (b BIT, f FLOAT, g UNIQUEIDENTIFIER, d DATETIME, m MONEY)
                INSERT INTO t VALUES (1, 1.5, 'abcdef00-0000-0000-0000-000000000000', '20200101', 1.5)
                CREATE TABLE x (a NVARCHAR(50))
                INSERT INTO x SELECT CAST(b AS VARCHAR(5)) + CONCAT('-', f, CONVERT(CHAR(36), g), NULL) FROM t
                """);

        assertThat(database.rows("SELECT a FROM x")).containsExactly("1-1.5ABCDEF00-0000-0000-0000-000000000000");
        fails("ALTER TABLE t ALTER COLUMN d NVARCHAR(5)", "Value too long");
        database.run("UPDATE t SET f = 1.7 ALTER TABLE t ALTER COLUMN f INT");
        for (String column : List.of("b", "f", "d", "g", "m")) {
            database.run("ALTER TABLE t ALTER COLUMN " + column + " NVARCHAR(50)");
        }
        assertThat(database.rows("SELECT b, f, d, g, m FROM t"))
                .containsExactly("1|1|Jan  1 2020 12:00AM|ABCDEF00-0000-0000-0000-000000000000|1.50");
    }

    @Test
    void textFunctionsKeepTheRegardForCase() throws SQLException {
        database.run("""
                CREATE TABLE t (a NVARCHAR(10)) INSERT INTO t VALUES ('Abc')
                CREATE TABLE x (n INT)
                INSERT INTO x SELECT 1 FROM t WHERE LEFT(a, 1) = 'a' AND UPPER(a) = 'abc' AND SUBSTRING(a, 1, 2) = 'AB'
                    AND TRIM(a) LIKE 'abc' AND CONCAT(a, 'x') = 'ABCX'
                """);

        assertThat(database.rows("SELECT n FROM x")).containsExactly("1");
    }

    @Test
    void aMergeMovesTheIdentityToo() throws SQLException {
        database.run("""
                CREATE TABLE t (id INT IDENTITY, a NVARCHAR(5))
                SET IDENTITY_INSERT t ON
                MERGE t USING (VALUES (7, 'x')) AS s (id, a) ON t.id = s.id
                WHEN NOT MATCHED THEN INSERT (id, a) VALUES (s.id, s.a);
                SET IDENTITY_INSERT t OFF
                INSERT INTO t (a) VALUES ('y')
                """);

        assertThat(database.rows("SELECT id FROM t ORDER BY id")).containsExactly("7", "8");
    }

    @Test
    void whatEfCoreAndRedgateWriteAroundTheirStatements() throws SQLException {
        database.run("""
                SET TRANSACTION ISOLATION LEVEL SERIALIZABLE
                GO
                CREATE TABLE [Blogs] ([Id] int NOT NULL IDENTITY, [A] int NOT NULL DEFAULT 0, [B] int NOT NULL DEFAULT 1)
                CREATE TABLE [Tags] ([Id] int NOT NULL)
                GO
                IF @@ERROR <> 0 SET NOEXEC ON
                GO
                IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id') AND [object_id] = OBJECT_ID(N'[Blogs]'))
                    SET IDENTITY_INSERT [Blogs] ON;
                INSERT INTO [Blogs] ([Id]) VALUES (5);
                IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id') AND [object_id] = OBJECT_ID(N'[Blogs]'))
                    SET IDENTITY_INSERT [Blogs] OFF;
                IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id') AND [object_id] = OBJECT_ID(N'[Tags]'))
                    SET IDENTITY_INSERT [Tags] ON;
                INSERT INTO [Tags] ([Id]) VALUES (5);
                IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id') AND [object_id] = OBJECT_ID(N'[Tags]'))
                    SET IDENTITY_INSERT [Tags] OFF;
                GO
                DECLARE @var0 sysname;
                SELECT @var0 = [d].[name]
                FROM [sys].[default_constraints] [d]
                INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
                WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Blogs]') AND [c].[name] = N'A');
                IF @var0 IS NOT NULL EXEC(N'ALTER TABLE [Blogs] DROP CONSTRAINT [' + @var0 + '];');
                ALTER TABLE [Blogs] DROP COLUMN [A];
                GO
                IF EXISTS (SELECT 1 FROM [Tags])
                BEGIN
                    DECLARE @var nvarchar(max);
                    SELECT @var = QUOTENAME([d].[name])
                    FROM [sys].[default_constraints] [d]
                    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
                    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Blogs]') AND [c].[name] = N'B');
                    IF @var IS NOT NULL EXEC(N'ALTER TABLE [Blogs] DROP CONSTRAINT ' + @var + ';');
                    ALTER TABLE [Blogs] DROP COLUMN [B];
                END;
                GO
                EXEC dbo.sp_executesql @statement = N'CREATE VIEW v AS SELECT DISTINCT TOP 3 Id AS ''Blog id'' FROM Blogs'
                """);

        assertThat(columns("Blogs")).containsExactly("Id");
        assertThat(database.rows("SELECT \"Blog id\" FROM v")).containsExactly("5");
    }

    @Test
    void aKeyIsRenamedAsAnIndexToo() throws SQLException {
        database.run("CREATE TABLE t (a INT CONSTRAINT pk PRIMARY KEY) EXEC sp_rename 'dbo.t.pk', 'pk2', 'INDEX'");

        database.run("ALTER TABLE t DROP CONSTRAINT pk2");
        fails("EXEC sp_rename 't.pk', 'x', 'INDEX'", "Msg 15248: ");
    }

    @Test
    void aConditionThatAsksForTheUnknownNeedsSqlServer() {
        fails("IF EXISTS (SELECT 1 FROM dbo.missing WHERE max_length = 4) PRINT 'x'", "Needs SQL Server");
    }

    @Test
    void theBranchOfAnIfMayBeLong() throws SQLException {
        database.run(
                "CREATE TABLE t (a NVARCHAR(5)) IF 1 = 1 BEGIN " + "INSERT INTO t VALUES (';');".repeat(3000) + " END");

        assertThat(database.rows("SELECT COUNT(*) FROM t")).containsExactly("3000");
    }

    @Test
    void viewsAndSequences() throws SQLException {
        database.run("""
                CREATE SEQUENCE s AS INT START WITH 5 INCREMENT BY 2
                CREATE TABLE t (id INT DEFAULT (NEXT VALUE FOR dbo.s), a NVARCHAR(10))
                INSERT INTO t (a) VALUES ('x'), ('y')
                GO
                CREATE VIEW v AS SELECT id, a FROM t
                GO
                ALTER VIEW v AS SELECT TOP 1 UPPER(a) + ';' AS a FROM t WITH (NOLOCK) ORDER BY id DESC;
                GO
                """);

        assertThat(database.rows("SELECT a FROM v")).containsExactly("Y;");
        fails("ALTER VIEW nope AS SELECT 1 AS a", "Msg 208: Invalid object name 'nope'.");
    }

    @Test
    void recordsSurviveAClone() throws SQLException {
        database.run("""
                CREATE TABLE t (a NVARCHAR(5) CONSTRAINT df DEFAULT N'ü', b TINYINT CONSTRAINT ck CHECK (b > 1))
                CREATE INDEX ix ON t (a) INCLUDE (b)
                """);
        try (EmbeddedDatabase clone = new EmbeddedDatabase()) {
            clone.plain("DROP SCHEMA \"sys\" CASCADE");
            clone.plain("DROP SCHEMA \"palindrome\" CASCADE");
            for (String statement : database.rows("SCRIPT NOPASSWORDS NOSETTINGS")) {
                if (!statement.startsWith("CREATE USER")) {
                    clone.plain(statement.replace("AUTHORIZATION \"\"", ""));
                }
            }
            String remarks = "SELECT REMARKS FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 't'"
                    + " UNION SELECT REMARKS FROM INFORMATION_SCHEMA.INDEXES"
                    + " UNION SELECT REMARKS FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS ORDER BY 1";
            assertThat(clone.rows(remarks)).isEqualTo(database.rows(remarks)).contains("palindrome 1 check=\"b > 1\"");
            clone.run("ALTER TABLE t DROP CONSTRAINT df DROP INDEX ix ON t ALTER TABLE t DROP COLUMN a");
        }
    }

    /** The list in docs/embedded-engine.md. */
    @Test
    void differsFromSqlServerWhereTheDocsSaySo() throws SQLException {
        database.run("""
                CREATE TABLE t (v NVARCHAR(5), c CHAR(3), s SMALLDATETIME)
                INSERT INTO t SELECT 'e', 'a', DATEADD(second, 31, z)
                FROM (VALUES (CAST('2020-01-01 10:00' AS DATETIME))) AS y (z)
                """);

        assertThat(database.rows("SELECT v = 'E', v = 'e ', v = 'é', c, c = 'A', c = 'a', s FROM t"))
                .containsExactly("TRUE|TRUE|FALSE|a  |TRUE|TRUE|2020-01-01 10:01:00");
    }

    @Test
    void everyUsualTypeIsTakenAndRecorded() throws SQLException {
        database.run("""
                CREATE TABLE t (a BIGINT, b INT, c SMALLINT, d TINYINT, e BIT, f DECIMAL, g NUMERIC(10, 2), h MONEY, i SMALLMONEY,
                    j FLOAT, k FLOAT(24), l REAL, m DATE, n TIME, o DATETIME, p DATETIME2, q SMALLDATETIME, r DATETIMEOFFSET(3),
                    s NVARCHAR, t NVARCHAR(MAX), u [varchar](50), v NCHAR(3), w NTEXT, x UNIQUEIDENTIFIER, y VARBINARY(MAX),
                    z IMAGE, aa BINARY(4), bb SYSNAME, cc DOUBLE PRECISION, dd NATIONAL CHARACTER VARYING(5))
                """);

        assertThat(database.rows(
                        "SELECT SUBSTRING(REMARKS, 20) FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = 'dbo'"
                                + " ORDER BY ORDINAL_POSITION"))
                .extracting(text -> text.substring(0, text.length() - 1))
                .containsExactly(
                        "bigint",
                        "int",
                        "smallint",
                        "tinyint",
                        "bit",
                        "decimal(18,0)",
                        "numeric(10,2)",
                        "money",
                        "smallmoney",
                        "float",
                        "real",
                        "real",
                        "date",
                        "time(7)",
                        "datetime",
                        "datetime2(7)",
                        "smalldatetime",
                        "datetimeoffset(3)",
                        "nvarchar(1)",
                        "nvarchar(max)",
                        "varchar(50)",
                        "nchar(3)",
                        "ntext",
                        "uniqueidentifier",
                        "varbinary(max)",
                        "image",
                        "binary(4)",
                        "sysname",
                        "float",
                        "nvarchar(5)");
    }

    private List<String> columns(String table) throws SQLException {
        return database.rows("SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = 'dbo'"
                + " AND TABLE_NAME = '" + table + "' ORDER BY ORDINAL_POSITION");
    }

    private void fails(String tsql, String message) {
        assertThatThrownBy(() -> database.run(tsql)).as(tsql).hasMessageContaining(message);
    }

    @Test
    void aNumberWithACurrencySignIsMoney() throws SQLException {
        database.run("""
                CREATE TABLE prices (a MONEY NOT NULL, b MONEY NOT NULL DEFAULT $0.5, c DECIMAL(9, 2) NULL)
                INSERT INTO prices (a, c) VALUES ($1.5, -$2), ($0.12345, $3)
                UPDATE prices SET a = $7 WHERE a = $1.5
                """);

        assertThat(database.rows("SELECT * FROM \"prices\" ORDER BY 1"))
                .containsExactly("0.1235|0.5000|3.00", "7.0000|0.5000|-2.00");
        assertThatThrownBy(() -> database.run("UPDATE prices SET a = a / $3"))
                .hasMessageContaining("needs SQL Server (a number with a currency sign in an expression)");
    }
}
