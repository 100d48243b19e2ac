package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.palindrome.sql.FailedLine;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scripts with variables and control flow leave behind. */
class EmbeddedFlowTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("CREATE TABLE dbo.seen (n INT IDENTITY, v NVARCHAR(400) NULL)\n"
                + "CREATE TABLE dbo.t (id INT PRIMARY KEY, name NVARCHAR(20) NULL, price MONEY NULL)\n"
                + "INSERT INTO dbo.t (id, name, price) VALUES (1, N'one', 1.5), (2, N'two', 2.5), (3, NULL, 10)");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', maxCharsPerColumn = 4000, textBlock = """
            DECLARE @x INT = 5 INSERT seen VALUES (@x)                                                          | 5
            DECLARE @x INT INSERT seen VALUES (@x)                                                              | null
            DECLARE @x INT; SET @x = 3; SET @x += 4; INSERT seen (v) VALUES (@x)                                | 7
            DECLARE @x INT = 7; SET @x -= 2; SET @x *= 3; SET @x /= 2; SET @x %= 4; INSERT seen VALUES (@x)     | 3
            DECLARE @a INT = 1, @b INT = 2; INSERT seen VALUES (@a + @b)                                        | 3
            DECLARE @v VARCHAR(3) = 'abcd' INSERT seen VALUES (@v)                                              | abc
            DECLARE @v VARCHAR = 'abcd' INSERT seen VALUES (@v)                                                 | a
            DECLARE @i INT = 0; WHILE @i < 3 BEGIN SET @i += 1; INSERT seen VALUES (@i) END                     | 1,2,3
            DECLARE @i INT = 0; WHILE 1 = 1 BEGIN SET @i += 1; IF @i = 2 CONTINUE; IF @i > 3 BREAK; INSERT seen VALUES (@i) END | 1,3
            DECLARE @i INT = 3; IF @i = 3 INSERT seen VALUES ('yes') ELSE INSERT seen VALUES ('no')             | yes
            DECLARE @i INT; IF @i = 3 INSERT seen VALUES ('yes') ELSE INSERT seen VALUES ('no')                 | no
            DECLARE @n NVARCHAR(20); SELECT @n = name FROM t WHERE id = 2; INSERT seen VALUES (@n)              | two
            DECLARE @n NVARCHAR(20) = N'kept'; SELECT @n = name FROM t WHERE id = 99; INSERT seen VALUES (@n)   | kept
            DECLARE @n NVARCHAR(20) = N'kept'; SET @n = (SELECT name FROM t WHERE id = 99); INSERT seen VALUES (@n) | null
            DECLARE @n NVARCHAR(20); SELECT @n = name FROM t ORDER BY id; INSERT seen VALUES (@n)               | null
            DECLARE @n NVARCHAR(20); SELECT @n = name FROM t ORDER BY id DESC; INSERT seen VALUES (@n)          | one
            DECLARE @s NVARCHAR(MAX) = N''; SELECT @s = @s + name + N';' FROM t WHERE name IS NOT NULL; INSERT seen VALUES (@s) | one;two;
            DECLARE @s NVARCHAR(MAX) = N''; SELECT @s = @s + name + N';' FROM t WHERE name IS NOT NULL ORDER BY id DESC; INSERT seen VALUES (@s) | two;one;
            DECLARE @s NVARCHAR(MAX); SELECT @s = COALESCE(@s + N', ', N'') + name FROM t WHERE name IS NOT NULL ORDER BY name DESC; INSERT seen VALUES (@s) | two, one
            DECLARE @s INT = 0; SELECT @s = @s + id FROM t; INSERT seen VALUES (@s)                             | 6
            DECLARE @s INT = 0; SELECT @s += id FROM t; INSERT seen VALUES (@s)                                 | 6
            DECLARE @a INT, @b INT; SELECT @a = 1, @b = @a + 1; INSERT seen VALUES (@b)                         | 2
            DECLARE @n INT; SELECT @n = COUNT(*) FROM t; INSERT seen VALUES (@n)                                | 3
            DECLARE @p MONEY; SELECT @p = MAX(price) / 4 FROM t; INSERT seen VALUES (@p)                        | 2.50
            UPDATE t SET name = 'x' WHERE id < 3; DECLARE @r INT = @@ROWCOUNT; INSERT seen VALUES (@r)          | 2
            DECLARE @id INT = 2; DELETE FROM t WHERE id = @id; INSERT seen SELECT id FROM t                     | 1,3
            BEGIN TRY INSERT t (id) VALUES (1) END TRY BEGIN CATCH INSERT seen VALUES (ERROR_NUMBER()) END CATCH | 2627
            BEGIN TRY SELECT 1 / 0 END TRY BEGIN CATCH INSERT seen VALUES (ERROR_MESSAGE()) END CATCH           | Divide by zero error encountered.
            BEGIN TRY RAISERROR ('bad %s %d', 16, 3, 'x', 5) END TRY BEGIN CATCH INSERT seen VALUES (CONCAT(ERROR_MESSAGE(), '/', ERROR_STATE(), '/', ERROR_SEVERITY(), '/', ERROR_NUMBER())) END CATCH | bad x 5/3/16/50000
            BEGIN TRY THROW 51000, 'thrown', 7 END TRY BEGIN CATCH INSERT seen VALUES (CONCAT(ERROR_MESSAGE(), '/', ERROR_STATE(), '/', ERROR_NUMBER())) END CATCH | thrown/7/51000
            BEGIN TRY BEGIN TRY SELECT 1/0 END TRY BEGIN CATCH THROW END CATCH END TRY BEGIN CATCH INSERT seen VALUES (ERROR_NUMBER()) END CATCH | 8134
            RAISERROR ('only a message', 10, 1) WITH NOWAIT INSERT seen VALUES ('on')                           | on
            DECLARE @sql NVARCHAR(MAX) = N'INSERT dbo.seen VALUES (''dyn'')'; EXEC (@sql)                       | dyn
            DECLARE @t NVARCHAR(20) = N'seen'; EXEC ('INSERT dbo.' + @t + ' VALUES (''put'')')                  | put
            DECLARE @o INT; EXEC sp_executesql N'SET @r = @p * 2', N'@p INT, @r INT OUTPUT', @p = 4, @r = @o OUTPUT; INSERT seen VALUES (@o) | 8
            EXEC sp_executesql N'INSERT dbo.seen VALUES (CONCAT(@a, @b))', N'@a INT, @b NVARCHAR(5)', 1, N'longer'    | 1longe
            DECLARE @x INT = 1; EXEC (N'DECLARE @x INT = 2; INSERT dbo.seen VALUES (@x)'); INSERT seen VALUES (@x) | 2,1
            DECLARE @t TABLE (id INT IDENTITY, v NVARCHAR(9)); INSERT @t VALUES (N'a'), (N'b'); INSERT INTO @t (v) VALUES ('c'); INSERT seen SELECT v FROM @t x WHERE x.id > 1 | b,c
            CREATE TABLE #t (id INT PRIMARY KEY, v NVARCHAR(9) NULL); INSERT #t VALUES (1, 'x'); INSERT seen SELECT v FROM #t; DROP TABLE #t | x
            IF OBJECT_ID('tempdb..#t') IS NOT NULL DROP TABLE #t; CREATE TABLE #t (id INT); IF OBJECT_ID('tempdb..#t') IS NOT NULL INSERT seen VALUES ('there'); DROP TABLE #t | there
            GOTO done; INSERT seen VALUES ('not'); done: INSERT seen VALUES ('end')                             | end
            INSERT seen VALUES ('a'); RETURN; INSERT seen VALUES ('b')                                          | a
            DECLARE c CURSOR FOR SELECT id FROM t; DECLARE @i INT; OPEN c; FETCH NEXT FROM c INTO @i; WHILE @@FETCH_STATUS = 0 BEGIN INSERT seen VALUES (@i); FETCH NEXT FROM c INTO @i END; CLOSE c; DEALLOCATE c | 1,2,3
            DECLARE @c CURSOR; SET @c = CURSOR FOR SELECT name FROM t WHERE id = 1; OPEN @c; DECLARE @n NVARCHAR(2); FETCH NEXT FROM @c INTO @n; INSERT seen VALUES (@n) | on
            INSERT seen VALUES ('first'); DECLARE @i INT = SCOPE_IDENTITY(); INSERT seen VALUES (@i)            | first,1
            CREATE TABLE i (id INT IDENTITY(7, 1) PRIMARY KEY, n INT); INSERT i VALUES (5), (6); INSERT seen VALUES (SCOPE_IDENTITY()) | 8
            CREATE TABLE i (id INT IDENTITY(7, 1) PRIMARY KEY, n INT); DECLARE @n INT = 5; INSERT i VALUES (@n); DECLARE @i INT = SCOPE_IDENTITY(); INSERT seen VALUES (@i) | 7
            INSERT seen VALUES ('first'); INSERT seen VALUES (@@IDENTITY)                                       | first,1
            DECLARE @n INT = 2; INSERT seen SELECT TOP (@n) id FROM t ORDER BY id                               | 1,2
            BEGIN TRAN; INSERT seen VALUES ('gone'); ROLLBACK; INSERT seen VALUES ('stays')                     | stays
            DECLARE @t TABLE (n INT IDENTITY, v VARCHAR(9), w AS v + '!', d DATETIME NULL, u UNIQUEIDENTIFIER, b VARBINARY(9)); BEGIN TRAN; INSERT @t (v, u, b) VALUES ('a', NEWID(), 0x01), ('b', NULL, NULL); INSERT seen VALUES ('gone'); ROLLBACK; INSERT @t (v) VALUES ('c'); INSERT seen SELECT w + STR(n, 1) FROM @t ORDER BY n | a!1,b!2,c!3
            DECLARE @t TABLE (v VARCHAR(9)); BEGIN TRAN; INSERT @t VALUES ('a'); SAVE TRAN s; INSERT @t VALUES ('b'); DELETE @t WHERE v = 'a'; ROLLBACK TRAN s; COMMIT; INSERT seen SELECT v FROM @t | b
            BEGIN TRAN; INSERT seen VALUES ('a'); SAVE TRAN s; INSERT seen VALUES ('b'); ROLLBACK TRAN s; COMMIT | a
            BEGIN TRAN; INSERT seen VALUES (@@TRANCOUNT); COMMIT; INSERT seen VALUES (@@TRANCOUNT)              | 2,1
            DECLARE @m INT = 41; DBCC CHECKIDENT ('seen', RESEED, @m); DECLARE @i INT; INSERT seen VALUES ('a'); SET @i = SCOPE_IDENTITY(); INSERT seen VALUES (@i) | a,41
            DECLARE @old NVARCHAR(99) = N'dbo.t.name'; EXEC sp_rename @old, 'label', 'COLUMN'; INSERT seen SELECT label FROM t WHERE id = 1 | one
            DECLARE @d NUMERIC(5, 2) = 1.0 / 3; INSERT seen VALUES (@d)                                         | 0.33
            DECLARE @i INT = 2147483647; BEGIN TRY SET @i += 1 END TRY BEGIN CATCH INSERT seen VALUES (ERROR_NUMBER()) END CATCH | 8115
            DECLARE @i INT = 0; WHILE @i < 3 BEGIN DECLARE @x INT; INSERT seen VALUES (@x); SET @x = @i; SET @i += 1 END | null,0,1
            DECLARE @i INT = 0; WHILE @i < 2 BEGIN DECLARE @x INT = 9; INSERT seen VALUES (@x); SET @x = 1; SET @i += 1 END | 9,9
            DECLARE @b BIT = 'true'; IF @b = 1 INSERT seen VALUES ('on')                                        | on
            DECLARE @a NVARCHAR(9) = 'abc'; IF @a = 'ABC' INSERT seen VALUES ('same')                           | same
            SELECT * INTO #c FROM t WHERE id = 1; INSERT seen SELECT name FROM #c; DROP TABLE #c                | one
            DECLARE @i INT = 2; SELECT id, name INTO #c FROM t WHERE id = @i; INSERT seen SELECT name FROM #c; DROP TABLE #c | two
            DECLARE @i INT = 1; WHILE 1 = 1 BEGIN DELETE TOP (@i) FROM t; IF @@ROWCOUNT = 0 BREAK; INSERT seen VALUES ('round') END | round,round,round
            DECLARE @a INT = 1 DECLARE @b INT = 2 DECLARE c CURSOR FOR SELECT id FROM t WHERE id > @a OPEN c FETCH c INTO @b INSERT seen VALUES (@b) CLOSE c DEALLOCATE c | 2
            BEGIN TRY EXEC ('INSERT dbo.nothing VALUES (1)') END TRY BEGIN CATCH INSERT seen VALUES (ERROR_NUMBER()) END CATCH | 208
            DECLARE @o TABLE (i INT); UPDATE t SET name = 'x' OUTPUT inserted.id INTO @o WHERE id < 3; INSERT seen VALUES (@@ROWCOUNT) | 2
            DECLARE @o TABLE (i INT); DELETE t OUTPUT deleted.id INTO @o; INSERT seen VALUES (@@ROWCOUNT)       | 3
            MERGE t USING (VALUES (1, N'x')) AS s (id, name) ON t.id = s.id WHEN MATCHED THEN UPDATE SET name = s.name WHEN NOT MATCHED BY SOURCE THEN DELETE; INSERT seen VALUES (@@ROWCOUNT) | 3
            MERGE t USING (VALUES (1)) AS s (id) ON t.id = s.id WHEN NOT MATCHED BY SOURCE AND t.id > 2 THEN DELETE WHEN NOT MATCHED BY SOURCE THEN UPDATE SET name = 'y'; INSERT seen VALUES (@@ROWCOUNT) | 2
            DECLARE @d DATETIME = '2024-05-17T10:00:00'; INSERT seen VALUES (CONVERT(VARCHAR(10), DATEADD(MONTH, DATEDIFF(MONTH, 0, @d), 0), 120)) | 2024-05-01
            INSERT seen VALUES (DATEDIFF(DAY, 0, '1900-01-03'))                                                 | 2
            DECLARE @c CHAR(5) = 'ab', @i INT; INSERT seen VALUES (DATALENGTH(@c)); INSERT seen VALUES (DATALENGTH(@i)) | 5,null
            DECLARE @a INT = 8, @b INT = 9; INSERT seen VALUES (CHOOSE(2,@a,@b))                                | 9
            INSERT seen VALUES ('a'); SELECT * INTO dbo.copied FROM seen; INSERT seen VALUES (@@ROWCOUNT)                | a,1
            CREATE TABLE #t (a INT, b INT, INDEX u UNIQUE (a), INDEX i (b)); INSERT #t VALUES (1, 1), (2, 1); BEGIN TRY INSERT #t VALUES (1, 1) END TRY BEGIN CATCH INSERT seen VALUES (ERROR_NUMBER()) END CATCH | 2627
            DECLARE @t TABLE (a INT, INDEX u UNIQUE (a)); BEGIN TRY INSERT @t VALUES (1), (1) END TRY BEGIN CATCH INSERT seen VALUES (ERROR_NUMBER()) END CATCH | 2627
            DECLARE @t TABLE (a INT UNIQUE, b INT IDENTITY(5, 5), c INT DEFAULT 7, d INT CHECK (d > 0)); INSERT @t (a, d) VALUES (1, 1); BEGIN TRY INSERT @t (a, d) VALUES (2, 0) END TRY BEGIN CATCH INSERT seen SELECT CONCAT(b, c, ERROR_NUMBER()) FROM @t END CATCH | 57547
            CREATE TABLE #t (id INT NOT NULL, n INT NULL, m INT); ALTER TABLE #t ADD CONSTRAINT pk PRIMARY KEY (id), CONSTRAINT df DEFAULT 4 FOR n; CREATE INDEX i ON #t (n); INSERT #t (id) VALUES (1); INSERT seen SELECT n FROM #t | 4
            DECLARE @sql NVARCHAR(MAX) = N''; SELECT @sql += N'DROP ' + name + N' ON;' FROM sys.columns WHERE object_id = OBJECT_ID('dbo.t') AND name IN (N'id ', N'name ') ORDER BY name; INSERT seen VALUES (@sql) | DROP id ON;DROP name ON;
            DECLARE @sql NVARCHAR(99); SELECT @sql = CONCAT(N'DROP ', name) FROM sys.columns WHERE object_id = OBJECT_ID('dbo.t') AND name = N'id '; INSERT seen VALUES (@sql) | DROP id
            DECLARE @l INT = 2; UPDATE t SET name = LEFT(name, @l), price = @l WHERE id = 1; INSERT seen SELECT name FROM t WHERE id = 1 | on
            DECLARE @i INT = 7; EXEC ('INSERT dbo.seen VALUES (''n' + @i + ''')')                               | n7
            BEGIN TRY EXEC ('IF EXISTS (SELECT 1 FROM t) THROW 50001, ''lost'', 1') END TRY BEGIN CATCH INSERT seen VALUES (ERROR_NUMBER()) END CATCH | 50001
            EXEC sp_MSforeachtable 'INSERT dbo.seen VALUES (''?'')'; DELETE seen WHERE v LIKE '%t]'             | [dbo].[seen]
            EXEC sys.[sp_MSforeachtable] @command1 = N'INSERT dbo.seen VALUES (N''a !'')', @replacechar = N'!', @command2 = 'INSERT dbo.seen VALUES (''b ?!'')', @whereand = ' AND o.name LIKE ''t%''' | a [dbo].[t],b ?[dbo].[t]
            EXEC sp_msforeachtable [DELETE FROM ?], @precommand = 'INSERT seen VALUES (1)', @postcommand = 'INSERT seen VALUES (2)'; INSERT seen SELECT name FROM t | 2
            DECLARE @c NVARCHAR(99) = N'ALTER TABLE ? NOCHECK CONSTRAINT ALL'; EXEC sp_MSforeachtable @c; EXEC sp_MSforeachtable @command1 = 'ALTER TABLE ? WITH CHECK CHECK CONSTRAINT ALL'; INSERT seen VALUES ('on') | on
            EXEC sp_MSforeachtable 'DROP TABLE ?', @whereand = 'and o.name = ''t'''; IF OBJECT_ID('dbo.t') IS NULL INSERT seen VALUES ('gone') | gone
            DECLARE @s SYSNAME = 'dbo', @t SYSNAME = 't'; IF NOT EXISTS (SELECT 1 FROM sys.fn_listextendedproperty(N'x', N'SCHEMA', @s, N'TABLE', @t, NULL, NULL)) EXEC sys.sp_addextendedproperty N'x', N'y', N'SCHEMA', @s, N'TABLE', @t; IF EXISTS (SELECT 1 FROM fn_listextendedproperty(N'x', N'SCHEMA', @s, N'TABLE', @t, NULL, NULL)) INSERT seen VALUES ('there') | there
            DECLARE c SCROLL CURSOR FOR SELECT id FROM t ORDER BY id; DECLARE @i INT; OPEN c; FETCH LAST FROM c INTO @i; INSERT seen VALUES (@i); FETCH RELATIVE -2 FROM c INTO @i; INSERT seen VALUES (@i); CLOSE c | 3,1
            SET XACT_ABORT ON; DECLARE @n INT, @m INT; BEGIN TRAN; SAVE TRAN s; BEGIN TRY INSERT t (id) VALUES (1) END TRY BEGIN CATCH BEGIN TRY INSERT t (id) VALUES (9) END TRY BEGIN CATCH SET @n = ERROR_NUMBER() END CATCH BEGIN TRY ROLLBACK TRAN s END TRY BEGIN CATCH SET @m = ERROR_NUMBER() END CATCH ROLLBACK END CATCH INSERT seen VALUES (@n), (@m) | 3930,3931
            DECLARE @tv TABLE (id INT); INSERT @tv VALUES (50); SET XACT_ABORT ON; BEGIN TRAN; BEGIN TRY SELECT 1 / 0 END TRY BEGIN CATCH BEGIN TRY INSERT t (id) SELECT id FROM @tv END TRY BEGIN CATCH DECLARE @e INT = ERROR_NUMBER(); ROLLBACK; INSERT seen VALUES (@e) END CATCH END CATCH | 3930
            DECLARE @tv TABLE (id INT); INSERT @tv VALUES (50); SET XACT_ABORT ON; BEGIN TRAN; BEGIN TRY SELECT 1 / 0 END TRY BEGIN CATCH INSERT @tv SELECT 7; UPDATE a SET id = 8 FROM @tv a WHERE id = 7; INSERT INTO @tv (id) VALUES (8); DELETE FROM @tv WHERE id = 50 END CATCH; ROLLBACK; INSERT seen SELECT COUNT(*) FROM @tv | 2
            SELECT IDENTITY(INT, 5, 2) AS n, name INTO #n FROM t WHERE name IS NOT NULL ORDER BY name DESC; INSERT seen SELECT name FROM #n WHERE n = 7 | one
            CREATE TABLE #c (id INT, twice AS (id * 2)); INSERT #c (id) VALUES (4); INSERT seen SELECT twice FROM #c | 8
            DECLARE @c TABLE (id INT IDENTITY, twice AS id * 2 PERSISTED, n INT); INSERT @c (n) VALUES (0), (0); INSERT seen SELECT twice FROM @c | 2,4
            WAITFOR DELAY '01:00:00' INSERT seen VALUES ('now')                                                 | now
            """)
    void leaves(String script, String rows) throws SQLException {
        database.run(script);

        List<String> seen = database.rows("SELECT \"v\" FROM \"dbo\".\"seen\" ORDER BY \"n\"");
        assertThat(String.join(",", seen)).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DECLARE @i INT = 1~INSERT t (id)~VALUES (@i)                                     | 2
            BEGIN TRY~INSERT t (id) VALUES (1)~END TRY~BEGIN CATCH~THROW~END CATCH           | 2
            DECLARE @s NVARCHAR(99) = N'INSERT t (id) VALUES (1)'~~EXEC (@s)                 | 3
            DECLARE @i INT = 0~WHILE @i < 3~BEGIN~SET @i += 1~INSERT t (id) VALUES (3 - @i)~END | 5
            """)
    void anErrorHasTheLineOfItsStatement(String script, int line) {
        Throwable error = catchThrowable(() -> database.run(script.replace('~', '\n')));

        assertThat(FailedLine.of(error)).contains(line);
        assertThat(error).hasMessageStartingWith("Unique index or primary key violation");
    }

    /** Numbers as Microsoft's list of the engine's errors has them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', maxCharsPerColumn = 4000, textBlock = """
            INSERT rules (id) VALUES (1)                                       | 2627
            INSERT rules (id, u) VALUES (2, 1)                                 | 2627
            INSERT rules (id, [by rule.]) VALUES (2, 1)                        | 2627
            INSERT rules (id, w) VALUES (2, 1)                                 | 2601
            UPDATE rules SET w = 1                                             | 2601
            CREATE UNIQUE INDEX u ON rules (same)                              | 1505
            ALTER TABLE rules ADD CONSTRAINT again UNIQUE (same)               | 1750
            INSERT rules (id, same) VALUES (2, NULL)                           | 515
            ALTER TABLE rules ALTER COLUMN tiny TINYINT NOT NULL               | 515
            INSERT rules (id, same) VALUES (2, 100)                            | 547
            INSERT rules (id, parent) VALUES (2, 99)                           | 547
            INSERT rules (id, tiny) VALUES (2, 256)                            | 220
            UPDATE rules SET small = id + 40000                                | 220
            DECLARE @b TINYINT = 255; SET @b += 1                              | 220
            DECLARE @n INT = 40000; DECLARE @s SMALLINT = @n                   | 220
            DECLARE @b TINYINT = 256                                           | 220
            DECLARE @s SMALLINT = 32767; SELECT @s + @s                        | 8115
            INSERT rules (id, x) VALUES (2, 12345.6)                           | 8115
            INSERT rules (id, code) VALUES (2, 'too long')                     | 2628
            DECLARE @n INT = (SELECT id FROM t)                                | 512
            IF (SELECT id FROM t) = 1 PRINT 'x'                                | 512
            SELECT 1 % 0                                                       | 8134
            SELECT CAST('x' AS INT)                                            | 245
            DECLARE @i INT = 'x'                                               | 245
            SELECT CAST(name AS INT) FROM t                                    | 245
            SELECT CAST((SELECT name FROM t WHERE id = 1) AS INT)              | 245
            SELECT CAST('x' AS NUMERIC(5, 2))                                  | 8114
            SELECT CAST(name AS DATE) FROM t                                   | 241
            INSERT rules (id, d) VALUES (2, '2024-02-30')                      | 241
            INSERT rules (id, g) VALUES (2, 'x')                               | 8169
            SELECT CAST('2024-13-01' AS DATETIME)                              | 242
            SELECT DATEADD(YEAR, 9999, GETDATE())                              | 517
            DROP TABLE nothing                                                 | 3701
            ALTER TABLE rules DROP COLUMN same                                 | 4922
            CREATE TABLE rules (id INT)                                        | 2714
            INSERT seen (n, v) VALUES (1, 'x')                                 | 544
            EXEC sp_rename 'nothing', 'x'                                      | 15225
            EXEC ('SELECT nothing FROM t')                                     | 207
            ALTER TABLE rules ADD more INT NOT NULL                            | 4901
            ALTER TABLE rules ADD FOREIGN KEY (same) REFERENCES t (price)      | 1750
            MERGE t USING (VALUES (1), (1)) AS s (i) ON t.id = s.i WHEN MATCHED THEN UPDATE SET name = 'x'; | 8672
            SELECT LEFT(name, CHARINDEX(',', name) - 1) FROM t                 | 537
            SELECT SUBSTRING(name, 1, -1) FROM t                               | 537
            SELECT RIGHT(name, LEN(name) - 4) FROM t                           | 536
            """)
    void aCatchSeesTheNumber(String statement, int number) throws SQLException {
        database.run("CREATE TABLE rules (id INT PRIMARY KEY, u INT CONSTRAINT uq_u UNIQUE, [by rule.] INT CONSTRAINT"
                + " [uq.by \"rule] UNIQUE, w INT, same INT NOT NULL DEFAULT 0 CONSTRAINT ck CHECK (same < 100), parent INT"
                + " REFERENCES t (id), tiny TINYINT NULL, small SMALLINT NULL, x NUMERIC(5, 2) NULL, code VARCHAR(5) NULL,"
                + " d DATE NULL, g UNIQUEIDENTIFIER NULL)\n"
                + "CREATE UNIQUE INDEX ux_w ON rules (w)\n"
                + "INSERT rules (id, u, [by rule.], w) VALUES (1, 1, 1, 1), (3, 3, 3, 3)");

        database.run(
                "BEGIN TRY " + statement + " END TRY BEGIN CATCH DECLARE @number INT = ERROR_NUMBER(); IF XACT_STATE()"
                        + " = -1 ROLLBACK; INSERT seen VALUES (@number) END CATCH");

        assertThat(database.rows("SELECT \"v\" FROM \"dbo\".\"seen\"")).containsExactly(String.valueOf(number));
    }

    /** Only one of two indexes of the same name is a constraint's. */
    @ParameterizedTest
    @CsvSource({"one, 2627", "[the \". ON two], 2601"})
    void aCatchSeesTheNumberOfTheSchemasOwnIndex(String schema, int number) throws SQLException {
        database.run("CREATE SCHEMA one\nGO\nCREATE SCHEMA [the \". ON two]\nGO\n"
                + "CREATE TABLE one.pair (a INT CONSTRAINT [same ON \"] UNIQUE)\n"
                + "CREATE TABLE [the \". ON two].pair (a INT)\n"
                + "CREATE UNIQUE INDEX [same ON \"] ON [the \". ON two].pair (a)\n"
                + "INSERT one.pair VALUES (1)\nINSERT [the \". ON two].pair VALUES (1)");

        database.run("BEGIN TRY INSERT " + schema + ".pair VALUES (1) END TRY"
                + " BEGIN CATCH INSERT seen VALUES (ERROR_NUMBER()) END CATCH");

        assertThat(database.rows("SELECT \"v\" FROM \"dbo\".\"seen\"")).containsExactly(String.valueOf(number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BEGIN TRY~SELECT 1 / 0~END TRY                      | 2
            PRINT 'x'~GO~~-- comment~BEGIN TRY~SELECT 1 / 0 END TRY | 3
            PRINT 'x'~GO~BEGIN TRY THROW 50001, 'x', 1 END TRY  | 1
            """)
    void theLineOfAnErrorIsCountedWithinItsBatch(String script, int line) throws SQLException {
        database.run(script.replace('~', '\n') + "\nBEGIN CATCH INSERT seen VALUES (ERROR_LINE()) END CATCH");

        assertThat(database.rows("SELECT \"v\" FROM \"dbo\".\"seen\"")).containsExactly(String.valueOf(line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DECLARE @x INT; SELECT @x = NEXT VALUE FOR s; INSERT seen VALUES (@x)      | 5
            DECLARE @x INT = NEXT VALUE FOR s; SELECT @x = @x + NEXT VALUE FOR s, @x = @x * 2; INSERT seen VALUES (@x) | 22
            IF @@VERSION LIKE 'Microsoft SQL Server 2022%' INSERT seen VALUES ('2022') | 2022
            DECLARE @b VARBINARY(8) = CRYPT_GEN_RANDOM(8); INSERT seen VALUES (DATALENGTH(@b)) | 8
            """)
    void whatTheServerGivesStandsInVariables(String script, String seen) throws SQLException {
        database.run("CREATE SEQUENCE s START WITH 5\nGO\n" + script);

        assertThat(database.rows("SELECT \"v\" FROM \"dbo\".\"seen\"")).containsExactly(seen);
    }

    @Test
    void theNumberOfRowsIsKnownInTheNextBatch() throws SQLException {
        database.run("UPDATE t SET name = 'x' WHERE id < 3\nGO\nINSERT seen VALUES (@@ROWCOUNT)\nGO\n"
                + "IF @@ROWCOUNT = 1 INSERT seen VALUES ('one')");

        assertThat(database.rows("SELECT \"v\" FROM \"dbo\".\"seen\" ORDER BY \"n\""))
                .containsExactly("2", "one");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE UNIQUE INDEX i ON #t (a) WHERE a > 1           | a unique index with a filter on a temporary table
            """)
    void whatATemporaryTableCannotTakeIsRefusedBeforeAnythingRuns(String change, String reason) throws SQLException {
        assertThatThrownBy(() -> database.run("INSERT seen VALUES ('ran')\nCREATE TABLE #t (a INT)\n" + change))
                .hasMessageContaining("V1__test.sql, line 3: ")
                .hasMessageContaining("needs SQL Server (" + reason + ")");

        assertThat(database.rows("SELECT * FROM \"dbo\".\"seen\"")).isEmpty();
    }

    @Test
    void aValueThatCannotBeReadIsNotRunWhereNothingCatchesIt() {
        assertThatThrownBy(() -> database.run("DECLARE @i INT = 'x'")).hasMessageContaining("error 245");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            EXEC sp_MSforeachtable 'ALTER TABLE ? REORGANISE'         | misspelt
            EXEC sp_MSforeachtable @command2 = 'DELETE ?'             | error 201
            EXEC sp_MSforeachtable 'DELETE ?', @where = 'x'           | error 8145
            EXEC sp_MSforeachdb 'USE ? SELECT 1'                      | all databases of a server
            """)
    void aLoopOverTablesIsReadBeforeItRuns(String script, String message) {
        assertThatThrownBy(() -> database.run("INSERT seen VALUES ('ran')\nGO\n" + script))
                .isInstanceOf(NeedsSqlServerException.class)
                .hasMessageContaining(message);
    }

    @Test
    void throwMayHangOnAnIf() {
        assertThatThrownBy(() -> database.run("IF EXISTS (SELECT 1 FROM t) THROW 50001, 'lost', 1;"))
                .hasMessageContaining("Msg 50001: lost");
    }

    @Test
    void namesThatAreMadeUpNeedNoQuotesInBrackets() throws SQLException {
        database.run("""
                CREATE TABLE child (parent INT NULL REFERENCES t (id), [a b] INT NULL CHECK ([a b] > 0))
                GO
                DECLARE @n SYSNAME
                WHILE EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID('dbo.child'))
                BEGIN
                  SELECT TOP (1) @n = name FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID('dbo.child')
                  EXEC ('ALTER TABLE dbo.child DROP CONSTRAINT [' + @n + ']')
                END
                SELECT @n = name FROM sys.check_constraints WHERE parent_object_id = OBJECT_ID('dbo.child')
                EXEC ('ALTER TABLE dbo.child DROP CONSTRAINT [' + @n + ']')
                INSERT child VALUES (99, -1)""");

        assertThat(database.rows("SELECT * FROM \"dbo\".\"child\"")).containsExactly("99|-1");
    }

    @Test
    void nothingRunsBeforeAllIsRead() throws SQLException {
        assertThatThrownBy(() ->
                        database.run("INSERT seen VALUES ('ran')\nGO\nDECLARE @i INT\nGO\nINSERT seen VALUES (@i)"))
                .hasMessageContaining("V1__test.sql, line 5: ")
                .hasMessageContaining("error 137");

        assertThat(database.rows("SELECT * FROM \"dbo\".\"seen\"")).isEmpty();
    }

    @Test
    void keepsModulesWithParametersOfTextsThatAreAskedFor() throws SQLException {
        database.run("""
                DECLARE @type VARCHAR(20) = 'FUNCTION', @sql VARCHAR(1000)
                SET @sql = 'CREATE ' + @type + ' dbo.f (@i INT) RETURNS INT AS BEGIN DECLARE @j INT; SET @j = 2; RETURN @i + @j END'
                EXECUTE(@sql)
                EXEC ('CREATE PROCEDURE dbo.p @a INT AS WHILE @a > 0 SET @a -= 1')
                GO
                ALTER FUNCTION dbo.f (@i INT) RETURNS DATETIME AS BEGIN RETURN GETDATE() END
                GO
                CREATE TABLE dbo.modules (name NVARCHAR(20))
                IF OBJECT_ID('dbo.f', 'FN') IS NOT NULL INSERT INTO dbo.modules VALUES (N'f')
                IF OBJECT_ID('dbo.p', 'P') IS NOT NULL INSERT INTO dbo.modules VALUES (N'p')
                """);

        assertThat(database.rows("SELECT name FROM dbo.modules ORDER BY name")).containsExactly("f", "p");
    }
}
