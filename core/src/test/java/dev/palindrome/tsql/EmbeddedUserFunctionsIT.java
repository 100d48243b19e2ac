package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.palindrome.QueriedRows;
import dev.palindrome.h2.H2Dump;
import dev.palindrome.h2.H2Snapshot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that scripts make, run where queries, tables and views call them. */
class EmbeddedUserFunctionsIT {

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    /** The rows of a query in T-SQL. */
    private List<String> rows(String tsql) throws SQLException {
        database.run("CREATE VIEW dbo.asked AS " + tsql);
        try {
            return database.rows("SELECT * FROM dbo.asked");
        } finally {
            database.run("DROP VIEW dbo.asked");
        }
    }

    private String value(String tsql) throws SQLException {
        return rows("SELECT " + tsql + " AS v").get(0);
    }

    @Test
    void givesTheValueOfAnExpression() throws SQLException {
        database.run("CREATE FUNCTION dbo.twice (@n INT) RETURNS INT AS BEGIN RETURN @n * 2 END");

        assertThat(value("dbo.twice(21)")).isEqualTo("42");
        assertThat(value("dbo.twice(dbo.twice(3)) + 1")).isEqualTo("13");
        assertThat(value("dbo.twice(NULL)")).isEqualTo("null");
        assertThat(value("[dbo].[TWICE]('7')")).isEqualTo("14");
    }

    /** Microsoft: create-function-transact-sql, example A. */
    @Test
    void computesTheIsoWeekOfTheDocumentation() throws SQLException {
        database.run("""
                CREATE FUNCTION dbo.ISOweek (@DATE datetime)
                RETURNS INT
                WITH EXECUTE AS CALLER
                AS
                BEGIN
                    DECLARE @ISOweek INT;
                    SET @ISOweek= DATEPART(wk,@DATE)+1
                        -DATEPART(wk,CAST(DATEPART(yy,@DATE) AS CHAR(4))+'0104');
                    IF (@ISOweek=0)
                        SET @ISOweek=dbo.ISOweek(CAST(DATEPART(yy,@DATE)-1
                            AS CHAR(4))+'12'+ CAST(24+DATEPART(DAY,@DATE) AS CHAR(2)))+1;
                    IF ((DATEPART(mm,@DATE)=12) AND
                        ((DATEPART(dd,@DATE)-DATEPART(dw,@DATE))>= 28))
                        SET @ISOweek=1;
                    RETURN(@ISOweek);
                END;
                """);

        assertThat(value("dbo.ISOweek(CONVERT(DATETIME,'12/26/2004',101))")).isEqualTo("52");
    }

    @Test
    void loopsOverATextAndATable() throws SQLException {
        database.run("""
                CREATE TABLE dbo.sale (id INT IDENTITY PRIMARY KEY, day DATE NOT NULL, amount DECIMAL(9,2) NOT NULL)
                INSERT INTO dbo.sale (day, amount) VALUES ('2024-01-01', 10), ('2024-01-02', 2.5), ('2024-01-03', 3)
                GO
                CREATE FUNCTION dbo.running_sum (@until DATE) RETURNS DECIMAL(12,2) AS
                BEGIN
                    DECLARE @sum DECIMAL(12,2) = 0, @one DECIMAL(9,2)
                    DECLARE all_sales CURSOR LOCAL FAST_FORWARD FOR SELECT amount FROM dbo.sale WHERE day <= @until ORDER BY day
                    OPEN all_sales
                    FETCH NEXT FROM all_sales INTO @one
                    WHILE @@FETCH_STATUS = 0
                    BEGIN
                        SET @sum += @one
                        FETCH NEXT FROM all_sales INTO @one
                    END
                    CLOSE all_sales
                    DEALLOCATE all_sales
                    RETURN @sum
                END
                GO
                CREATE FUNCTION dbo.words (@text NVARCHAR(MAX)) RETURNS INT AS
                BEGIN
                    DECLARE @n INT = 0, @at INT = 1
                    SET @text = LTRIM(RTRIM(@text))
                    WHILE @at > 0 AND LEN(@text) > 0
                    BEGIN
                        SET @n = @n + 1
                        SET @at = CHARINDEX(' ', @text, @at + 1)
                    END
                    RETURN @n
                END
                """);

        assertThat(rows("SELECT id, dbo.running_sum(day) AS total FROM dbo.sale"))
                .containsExactly("1|10.00", "2|12.50", "3|15.50");
        assertThat(value("dbo.words(N'one two three')")).isEqualTo("3");
    }

    @Test
    void callsItselfDownToThe32ndLevel() throws SQLException {
        database.run("""
                CREATE FUNCTION dbo.factorial (@n INT) RETURNS BIGINT AS
                BEGIN
                    DECLARE @below BIGINT
                    IF @n <= 1 RETURN 1
                    SET @below = dbo.factorial(@n - 1)
                    RETURN @n * @below
                END
                """);

        assertThat(value("dbo.factorial(10)")).isEqualTo("3628800");
        assertThatThrownBy(() -> value("dbo.factorial(33)")).hasMessageContaining("217");
    }

    @Test
    void standsInDefaultsChecksAndComputedColumns() throws SQLException {
        database.run("""
                CREATE FUNCTION dbo.initials (@first NVARCHAR(50), @last NVARCHAR(50)) RETURNS NCHAR(2) AS
                BEGIN RETURN LEFT(@first, 1) + LEFT(@last, 1) END
                GO
                CREATE FUNCTION dbo.is_even (@n INT) RETURNS BIT AS BEGIN RETURN CASE WHEN @n % 2 = 0 THEN 1 ELSE 0 END END
                GO
                CREATE FUNCTION dbo.first_number () RETURNS INT AS BEGIN RETURN 4 END
                GO
                CREATE TABLE dbo.person (
                    id INT NOT NULL CONSTRAINT df_id DEFAULT dbo.first_number(),
                    first NVARCHAR(50) NOT NULL,
                    last NVARCHAR(50) NOT NULL,
                    initials AS dbo.initials(first, last),
                    CONSTRAINT ck_even CHECK (dbo.is_even(id) = 1))
                GO
                INSERT INTO dbo.person (first, last) VALUES (N'Ada', N'Lovelace')
                """);

        assertThat(database.rows("SELECT id, initials FROM dbo.person")).containsExactly("4|AL");
        assertThatThrownBy(() -> database.run("INSERT INTO dbo.person (id, first, last) VALUES (3, N'x', N'y')"))
                .hasMessageContaining("ck_even");
    }

    @Test
    void isNotDroppedOrAlteredUnderWhatCallsIt() throws SQLException {
        database.run("""
                CREATE FUNCTION dbo.f (@n INT) RETURNS INT AS BEGIN RETURN @n + 1 END
                GO
                CREATE FUNCTION dbo.f2 (@n INT) RETURNS INT AS BEGIN RETURN @n + 1 END
                GO
                CREATE TABLE dbo.t (a INT CONSTRAINT ck CHECK (dbo.f(a) > 0), b INT CONSTRAINT df DEFAULT dbo.f(1), c AS dbo.f(a))
                GO
                CREATE VIEW dbo.v AS SELECT dbo.f2(1) AS x
                """);

        for (String left : List.of(
                "ALTER TABLE dbo.t DROP CONSTRAINT ck",
                "ALTER TABLE dbo.t DROP CONSTRAINT df",
                "ALTER TABLE dbo.t DROP COLUMN c")) {
            assertThatThrownBy(() -> database.run("DROP FUNCTION dbo.f"))
                    .hasMessageContaining(
                            "Msg 3729: Cannot DROP FUNCTION 'f' because it is being referenced by object");
            assertThatThrownBy(() -> database.run("ALTER FUNCTION dbo.f (@n INT) RETURNS INT AS BEGIN RETURN 1 END"))
                    .hasMessageContaining("Msg 3729: Cannot ALTER 'f' because it is being referenced by object");
            database.run(left);
        }
        database.run("DROP FUNCTION dbo.f");
        database.run("ALTER FUNCTION dbo.f2 (@n INT) RETURNS INT AS BEGIN RETURN 10 + @n END");

        assertThat(database.rows("SELECT x FROM dbo.v")).containsExactly("11");
        database.run("DROP FUNCTION dbo.f2");
        assertThatThrownBy(() -> database.rows("SELECT x FROM dbo.v")).hasMessageContaining("Msg 4121");
    }

    @Test
    void storesNoValueThatChanges() throws SQLException {
        database.run("""
                CREATE TABLE dbo.t (id INT)
                GO
                CREATE FUNCTION dbo.rows_of_t () RETURNS INT AS BEGIN RETURN (SELECT COUNT(*) FROM dbo.t) END
                GO
                CREATE FUNCTION dbo.through (@n INT) RETURNS INT AS BEGIN RETURN @n + dbo.rows_of_t() END
                GO
                CREATE FUNCTION dbo.hour_now () RETURNS INT AS BEGIN RETURN DATEPART(HOUR, GETDATE()) END
                """);

        assertThatThrownBy(() -> database.run("CREATE TABLE dbo.u (a INT, b AS dbo.through(a))"))
                .hasMessageContaining("a computed column with the function dbo.rows_of_t, which reads tables");
        assertThatThrownBy(() -> database.run("CREATE TABLE dbo.u (a INT, b AS dbo.hour_now())"))
                .hasMessageContaining("a computed column with the function dbo.hour_now, which asks GETDATE");
        assertThatThrownBy(() -> database.run("ALTER TABLE dbo.t ADD CONSTRAINT ck CHECK (dbo.through(id) < 5)"))
                .hasMessageContaining(
                        "a CHECK with the function dbo.rows_of_t, which reads the table that is checked: t");
    }

    @Test
    void standsWhereverAValueStands() throws SQLException {
        database.run("""
                CREATE TABLE dbo.t (id INT NOT NULL, n INT NULL, name NVARCHAR(20) NULL)
                GO
                CREATE FUNCTION dbo.plus (@a INT, @b INT = 10) RETURNS INT AS BEGIN RETURN @a + @b END
                GO
                INSERT INTO dbo.t (id, n) VALUES (dbo.plus(1, 1), dbo.plus(1, DEFAULT))
                INSERT INTO dbo.t SELECT dbo.plus(id, 1), n, N'second' FROM dbo.t
                UPDATE dbo.t SET n = dbo.plus(n, id) WHERE dbo.plus(id, 0) = 3
                DELETE FROM dbo.t WHERE dbo.plus(id, 0) = 2
                IF dbo.plus(1, 1) = 2 INSERT INTO dbo.t (id, n) VALUES (100, 1)
                GO
                DECLARE @x INT = dbo.plus(1, 2), @y INT
                SET @x = dbo.plus(@x, 5)
                SELECT @y = dbo.plus(@x, MAX(id)) FROM dbo.t
                WHILE dbo.plus(@x, 0) < 10 SET @x += 1
                INSERT INTO dbo.t (id, n) VALUES (@x, @y)
                """);

        assertThat(database.rows("SELECT id, n, name FROM dbo.t ORDER BY id"))
                .containsExactly("3|14|second", "10|108|null", "100|1|null");
    }

    @Test
    void convertsAsParametersAndResultsDo() throws SQLException {
        database.run("""
                CREATE FUNCTION dbo.short (@t VARCHAR(3)) RETURNS VARCHAR(2) AS BEGIN RETURN @t END
                GO
                CREATE FUNCTION dbo.half (@d DECIMAL(9,1)) RETURNS DECIMAL(9,1) AS BEGIN RETURN @d / 2 END
                GO
                CREATE FUNCTION dbo.day_of (@d DATE) RETURNS NVARCHAR(30) AS BEGIN RETURN CONVERT(NVARCHAR(30), @d, 104) END
                GO
                CREATE FUNCTION dbo.nothing (@d INT) RETURNS INT WITH RETURNS NULL ON NULL INPUT AS BEGIN RETURN ISNULL(@d, 5) END
                """);

        assertThat(value("dbo.short('abcdef')")).isEqualTo("ab");
        assertThat(value("dbo.half(0.55)")).isEqualTo("0.3");
        assertThat(value("dbo.day_of('20240131')")).isEqualTo("31.01.2024");
        assertThat(value("dbo.nothing(NULL)")).isEqualTo("null");
        assertThat(value("dbo.nothing(1)")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            4121 | SELECT dbo.nobody(1) AS v INTO dbo.result
            313  | SELECT dbo.f(1) AS v INTO dbo.result
            8144 | SELECT dbo.f(1, 2, 3) AS v INTO dbo.result
            4121 | CREATE VIEW dbo.v AS SELECT dbo.nobody(1) AS v
            """)
    void refusesWrongCallsAsSqlServerDoes(int number, String script) throws SQLException {
        database.run("CREATE FUNCTION dbo.f (@a INT, @b INT) RETURNS INT AS BEGIN RETURN 1 END");

        assertThatThrownBy(() -> database.run(script)).hasMessageContaining(String.valueOf(number));
    }

    /** Microsoft: create-user-defined-functions-database-engine. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            443 | INSERT INTO dbo.t VALUES (1) RETURN 1
            443 | INSERT dbo.t (id) VALUES (1) RETURN 1
            443 | PRINT 'x' RETURN 1
            443 | BEGIN TRY SET @n = 1 END TRY BEGIN CATCH END CATCH RETURN 1
            443 | BEGIN TRAN RETURN 1
            443 | CREATE TABLE dbo.u (id INT) RETURN 1
            443 | EXEC ('SELECT 1') RETURN 1
            443 | RETURN LEN(NEWID())
            443 | RETURN RAND()
            455 | SET @n = 1
            455 | IF @n = 1 RETURN 1 ELSE RETURN 2
            443 | UPDATE dbo.t SET id = 2 RETURN 1
            443 | UPDATE a SET id = 2 FROM dbo.t a RETURN 1
            443 | IF @n = 1 DELETE t; RETURN 1
            443 | WITH c AS (SELECT id FROM dbo.t) DELETE c; RETURN 1
            443 | MERGE dbo.t AS a USING (VALUES (1)) s (id) ON a.id = s.id WHEN MATCHED THEN DELETE; RETURN 1
            443 | INSERT TOP (1) INTO dbo.t (id) SELECT 5; RETURN 1
            444 | SELECT id FROM dbo.t; RETURN 1
            444 | IF @n = 1 BEGIN WITH c AS (SELECT 1 AS id) SELECT id FROM c END RETURN 1
            1075 | IF @n = 1 RETURN; RETURN 1
            2772 | SELECT @n = id FROM #t; RETURN 1
            """)
    void refusesEffectsOutsideOfAFunction(int number, String body) throws SQLException {
        database.run("CREATE TABLE dbo.t (id INT)");

        assertThatThrownBy(() -> database.run("CREATE FUNCTION dbo.f (@n INT) RETURNS INT AS BEGIN " + body + " END"))
                .hasMessageContaining("error " + number);
    }

    @Test
    void aFunctionThatGivesRowsReturnsNoValue() {
        assertThatThrownBy(
                        () -> database.run("CREATE FUNCTION dbo.f () RETURNS @t TABLE (id INT) AS BEGIN RETURN 1 END"))
                .hasMessageContaining("error 178");
    }

    @Test
    void runsNoProcedureWhereItIsAskedFor() throws SQLException {
        database.run("CREATE PROCEDURE dbo.p AS PRINT 'x' GO"
                + " CREATE FUNCTION dbo.f () RETURNS INT AS BEGIN EXEC dbo.p; RETURN 1 END");

        assertThatThrownBy(() -> database.run("SELECT dbo.f() AS v INTO dbo.result"))
                .hasMessageContaining("Msg 557: Only functions");
    }

    /** Microsoft: set-dateformat-transact-sql. */
    @Test
    void readsDatesAsTheSessionDoesThatCallsIt() throws SQLException {
        database.run(
                "CREATE FUNCTION dbo.f (@s VARCHAR(20)) RETURNS INT AS BEGIN RETURN MONTH(CAST(@s AS DATETIME)) END"
                        + " GO CREATE FUNCTION dbo.g (@s VARCHAR(20)) RETURNS TABLE AS RETURN SELECT MONTH(CAST(@s AS DATETIME)) AS m"
                        + " GO CREATE TABLE dbo.months (n INT IDENTITY, m INT)");

        database.run("SET DATEFORMAT dmy; INSERT dbo.months VALUES (dbo.f('04/05/2024'));"
                + " INSERT dbo.months SELECT m FROM dbo.g('04/05/2024'); SET DATEFORMAT mdy;"
                + " INSERT dbo.months VALUES (dbo.f('04/05/2024')); SET DATEFORMAT dmy");
        database.run("INSERT dbo.months VALUES (dbo.f('04/05/2024'))");

        assertThat(database.rows("SELECT \"m\" FROM \"dbo\".\"months\" ORDER BY \"n\""))
                .containsExactly("5", "5", "4", "4");
    }

    @Test
    void rowsAreReadAgainByEachStatement() throws SQLException {
        database.run("CREATE FUNCTION dbo.clock (@n INT) RETURNS TABLE AS RETURN SELECT SYSDATETIME() AS at GO"
                + " CREATE TABLE dbo.one (n INT) INSERT dbo.one VALUES (1) GO"
                + " CREATE VIEW dbo.now AS SELECT c.at FROM dbo.one CROSS APPLY dbo.clock(one.n) c");

        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            seen.add(database.rows("SELECT * FROM \"dbo\".\"now\""));
        }

        assertThat(seen).hasSizeGreaterThan(1);
    }

    /** H2 asks a CHECK before the row is there. */
    @Test
    void noCheckReadsItsTableThroughViews() throws SQLException {
        database.run(
                "CREATE TABLE dbo.k (g INT) CREATE TABLE dbo.o (g INT) INSERT dbo.o VALUES (2) GO"
                        + " CREATE VIEW dbo.kv AS SELECT g FROM dbo.k GO CREATE VIEW dbo.kw AS SELECT g FROM dbo.kv GO"
                        + " CREATE VIEW dbo.ov AS SELECT g FROM dbo.o GO"
                        + " CREATE FUNCTION dbo.f (@g INT) RETURNS INT AS BEGIN RETURN (SELECT COUNT(*) FROM dbo.kw WHERE g = @g) END"
                        + " GO CREATE FUNCTION dbo.h (@g INT) RETURNS INT AS BEGIN RETURN (SELECT COUNT(*) FROM dbo.ov WHERE g = @g) END");

        assertThatThrownBy(() -> database.run("ALTER TABLE dbo.k ADD CONSTRAINT ck CHECK (dbo.f(g) <= 1)"))
                .hasMessageContaining("dbo.f, which reads the table that is checked: k");
        database.run("ALTER TABLE dbo.k ADD CONSTRAINT ck CHECK (dbo.h(g) = 1) INSERT dbo.k VALUES (2)");
        assertThatThrownBy(() -> database.run("INSERT dbo.k VALUES (3)")).hasMessageContaining("ck");
    }

    @Test
    void changesItsOwnVariablesByWhateverName() throws SQLException {
        database.run("CREATE FUNCTION dbo.f () RETURNS @t TABLE (id INT) AS BEGIN INSERT @t VALUES (1), (2);"
                + " UPDATE @t SET id = id + 1; DELETE a FROM @t AS a WHERE a.id = 2;"
                + " WITH c AS (SELECT id FROM @t) UPDATE c SET id = 4; DELETE TOP (1) FROM @t WHERE id = 9;"
                + " DECLARE c CURSOR FOR SELECT id FROM @t; RETURN END");

        assertThat(rows("SELECT id FROM dbo.f()")).containsExactly("4");
    }

    @Test
    void changesRowsOfItsOwnVariables() throws SQLException {
        database.run("CREATE FUNCTION dbo.f (@n INT) RETURNS INT AS BEGIN DECLARE @t TABLE (id INT)"
                + " INSERT INTO @t VALUES (@n), (2) INSERT @t VALUES (3) DELETE FROM @t WHERE id = 2"
                + " UPDATE @t SET id += 1 RETURN (SELECT SUM(id) FROM @t) END");

        assertThat(value("dbo.f(5)")).isEqualTo("10");
    }

    /** SQL Server computes the column anew; H2 has stored what it was. */
    @Test
    void isNotChangedUnderAFunctionWhoseValueIsStored() throws SQLException {
        database.run("""
                CREATE FUNCTION dbo.g (@n INT) RETURNS INT AS BEGIN RETURN @n + 1 END
                GO
                CREATE FUNCTION dbo.h (@n INT) RETURNS INT AS BEGIN RETURN dbo.g(@n) END
                GO
                CREATE TABLE dbo.t (a INT, b AS dbo.h(a))
                """);

        for (String change :
                List.of("ALTER FUNCTION dbo.g (@n INT) RETURNS INT AS BEGIN RETURN 0 END", "DROP FUNCTION dbo.g")) {
            assertThatThrownBy(() -> database.run(change))
                    .hasMessageContaining("which a computed column of t calls through another function");
        }
        assertThatThrownBy(() -> database.run("EXEC sp_rename 'dbo.h', 'h2'")).hasMessageContaining("15336");
        database.run("ALTER TABLE dbo.t DROP COLUMN b");
        database.run("DROP FUNCTION dbo.g");
    }

    @Test
    void isStoredWhereFromIsThatOfTrim() throws SQLException {
        database.run(
                "CREATE FUNCTION dbo.plain (@t VARCHAR(9)) RETURNS VARCHAR(9) AS BEGIN RETURN TRIM('x' FROM @t) END\n"
                        + "GO\nCREATE TABLE dbo.t (a VARCHAR(9), b AS dbo.plain(a))\nGO\nINSERT INTO dbo.t (a) VALUES ('xax')");

        assertThat(database.rows("SELECT b FROM dbo.t")).containsExactly("a");
    }

    @Test
    void tellsArgumentsApart() throws SQLException {
        database.run("""
                CREATE FUNCTION dbo.texts (@a VARCHAR(20), @b VARCHAR(20)) RETURNS TABLE AS RETURN SELECT LEN(@a) AS n
                GO
                CREATE FUNCTION dbo.bytes (@a VARBINARY(20)) RETURNS TABLE AS RETURN SELECT CASE @a WHEN 0xFF THEN 1 ELSE 2 END AS n
                GO
                CREATE TABLE dbo.t (id INT, a VARCHAR(20), b VARCHAR(20), c VARBINARY(9))
                INSERT INTO dbo.t VALUES (1, 'a', 'b' + CHAR(10) + '4 c', 0xFF), (2, 'a' + CHAR(10) + '4 b', 'c', 0xFE)
                """);

        assertThat(rows("SELECT id, x.n, y.n AS m FROM dbo.t CROSS APPLY dbo.texts(a, b) x CROSS APPLY dbo.bytes(c) y"))
                .containsExactly("1|1|1", "2|5|2");
    }

    /** H2 2.2 finds no column of a query outside there. */
    @Test
    void joinsRowsForEachRow() throws SQLException {
        assumeFalse(
                database.connection().getMetaData().getDatabaseProductVersion().startsWith("2.2."));
        database.run(ORDERS);

        assertThat(rows("SELECT id, (SELECT COUNT(*) FROM dbo.customer d"
                        + " LEFT JOIN dbo.purchases(c.id) p ON p.id = d.id OR d.id = 3) AS n FROM dbo.customer c"))
                .containsExactly("1|4", "2|3", "3|3");
    }

    @Test
    void losesNoRowOfARightJoin() throws SQLException {
        database.run(ORDERS);

        assertThatThrownBy(() -> rows("SELECT (SELECT COUNT(*) FROM dbo.customer d"
                        + " RIGHT JOIN dbo.purchases(c.id) p ON p.id = d.id) AS n FROM dbo.customer c"))
                .hasMessageContaining("RIGHT JOIN of rows that are computed");
        assertThatThrownBy(() -> rows("SELECT (SELECT COUNT(*) FROM dbo.purchases(c.id) p"
                        + " RIGHT JOIN dbo.customer d ON p.id = d.id) AS n FROM dbo.customer c"))
                .hasMessageContaining("RIGHT JOIN behind rows that are computed");
    }

    private static final String SPLIT = """
            CREATE FUNCTION dbo.split (@list NVARCHAR(MAX), @by NCHAR(1) = N',')
            RETURNS @parts TABLE (place INT IDENTITY(1, 1) PRIMARY KEY, part NVARCHAR(100) NOT NULL) AS
            BEGIN
                DECLARE @at INT
                WHILE LEN(@list) > 0
                BEGIN
                    SET @at = CHARINDEX(@by, @list)
                    IF @at = 0 SET @at = LEN(@list) + 1
                    INSERT INTO @parts (part) VALUES (LTRIM(RTRIM(SUBSTRING(@list, 1, @at - 1))))
                    SET @list = SUBSTRING(@list, @at + 1, 4000)
                END
                RETURN
            END
            GO
            """;

    private static final String ORDERS = """
            CREATE TABLE dbo.customer (id INT NOT NULL PRIMARY KEY, name NVARCHAR(30) NOT NULL, tags NVARCHAR(100) NULL)
            CREATE TABLE dbo.purchase (id INT IDENTITY PRIMARY KEY, customer_id INT NOT NULL, total DECIMAL(9, 2) NOT NULL)
            INSERT INTO dbo.customer VALUES (1, N'Ada', N'a,b'), (2, N'Bob', NULL), (3, N'Cy', N'c')
            INSERT INTO dbo.purchase (customer_id, total) VALUES (1, 10), (1, 20.5), (3, 7)
            GO
            CREATE FUNCTION dbo.purchases (@customer INT) RETURNS TABLE AS RETURN
                (SELECT p.id, p.total, total * 2 AS twice FROM dbo.purchase p WHERE p.customer_id = @customer)
            GO
            """;

    @Test
    void givesTheRowsOfAQuery() throws SQLException {
        database.run(ORDERS);

        assertThat(rows("SELECT id, total, twice FROM dbo.purchases(1)"))
                .containsExactly("1|10.00|20.00", "2|20.50|41.00");
        assertThat(
                        rows(
                                "SELECT c.*, p.total FROM dbo.customer c JOIN dbo.purchases(3) AS p ON p.id > c.id WHERE c.id = 1"))
                .containsExactly("1|Ada|a,b|7.00");
        assertThat(
                        rows(
                                "SELECT (SELECT SUM(total) FROM dbo.purchases(1)) AS s, COUNT(*) AS n FROM dbo.purchases(2) q(a, b, c)"))
                .containsExactly("30.50|0");
        assertThat(value("(SELECT total / 3 FROM dbo.purchases(3))")).isEqualTo("2.333333");
    }

    @Test
    void givesRowsForEachRow() throws SQLException {
        database.run(ORDERS);

        assertThat(
                        rows(
                                "SELECT c.name, p.* FROM dbo.customer c CROSS APPLY dbo.purchases(c.id) p ORDER BY p.id OFFSET 0 ROWS"))
                .containsExactly("Ada|1|10.00|20.00", "Ada|2|20.50|41.00", "Cy|3|7.00|14.00");
        assertThat(
                        rows(
                                "SELECT c.name, SUM(p.total) AS s FROM dbo.customer c OUTER APPLY dbo.purchases(c.id) p GROUP BY c.name"))
                .containsExactlyInAnyOrder("Ada|30.50", "Bob|null", "Cy|7.00");
        assertThat(rows("SELECT name FROM dbo.customer c WHERE NOT EXISTS (SELECT 1 FROM dbo.purchases(c.id))"))
                .containsExactly("Bob");
        assertThat(rows("SELECT *, (SELECT MAX(total) FROM dbo.purchases(id)) AS m FROM dbo.customer"))
                .containsExactlyInAnyOrder("1|Ada|a,b|20.50", "2|Bob|null|null", "3|Cy|c|7.00");
    }

    @Test
    void givesTheRowsOfAVariable() throws SQLException {
        database.run(ORDERS + "GO\n" + SPLIT);

        assertThat(rows("SELECT part, place FROM dbo.split(N'x; y ;z', N';')")).containsExactly("x|1", "y|2", "z|3");
        assertThat(rows("SELECT c.id, s.part FROM dbo.customer c CROSS APPLY dbo.split(c.tags, DEFAULT) s"))
                .containsExactlyInAnyOrder("1|a", "1|b", "3|c");
        assertThat(rows("SELECT c.id, s.part FROM dbo.customer c OUTER APPLY dbo.split(c.tags, N',') s"))
                .containsExactlyInAnyOrder("1|a", "1|b", "2|null", "3|c");
        database.run("""
                DECLARE @wanted NVARCHAR(20) = N'1,3'
                DELETE FROM dbo.customer WHERE id NOT IN (SELECT CAST(part AS INT) FROM split(@wanted, DEFAULT))
                INSERT INTO dbo.purchase (customer_id, total) SELECT CAST(part AS INT), place FROM dbo.split(N'7,8', N',') s
                IF EXISTS (SELECT part FROM dbo.split(N'a,b', N',') EXCEPT SELECT value FROM STRING_SPLIT(N'a,b', N','))
                    THROW 50000, N'they differ', 1
                """);
        assertThat(database.rows("SELECT id FROM dbo.customer ORDER BY id")).containsExactly("1", "3");
        assertThat(database.rows("SELECT customer_id, total FROM dbo.purchase WHERE customer_id > 3 ORDER BY id"))
                .containsExactly("7|1.00", "8|2.00");
    }

    @ParameterizedTest
    @CsvSource({"@@NESTLEVEL", "@@PROCID", "ERROR_PROCEDURE()"})
    void whatOnlyAModuleKnowsIsSaidToBeInAFunction(String asked) throws SQLException {
        database.run("CREATE FUNCTION dbo.here () RETURNS NVARCHAR(9) AS BEGIN RETURN " + asked + " END");

        assertThatThrownBy(() -> value("dbo.here()"))
                .hasMessageContaining(asked.replace("()", "") + " in a function")
                .hasMessageContaining("palindrome.engine=sqlserver");
    }

    @Test
    void seesWhatHasBeenTakenBack() throws SQLException {
        database.run(ORDERS);
        String query = "SELECT c.id, p.total FROM dbo.customer c CROSS APPLY dbo.purchases(c.id) p WHERE c.id = 3";
        database.run("CREATE VIEW dbo.bought AS " + query);
        database.connection().setAutoCommit(false);
        database.plain("INSERT INTO dbo.purchase (customer_id, total) VALUES (3, 1)");
        assertThat(database.rows("SELECT total FROM dbo.bought")).containsExactly("7.00", "1.00");
        database.connection().rollback();
        assertThat(database.rows("SELECT total FROM dbo.bought")).containsExactly("7.00");
        database.connection().setAutoCommit(true);
    }

    /** Called by H2 in the middle of a function. Public for its sake. */
    public static final class Elsewhere {

        private static @Nullable DataSource database;

        private Elsewhere() {}

        /** Another connection commits a purchase, once. */
        public static int buy() throws SQLException {
            DataSource source = database;
            database = null;
            if (source != null) {
                try (Connection other = source.getConnection();
                        Statement statement = other.createStatement()) {
                    statement.execute("INSERT INTO \"dbo\".\"purchase\" (customer_id, total) VALUES (3, 1)");
                }
            }
            return 0;
        }
    }

    @Test
    void seesWhatAnotherConnectionHasWrittenWhileItRan() throws SQLException {
        database.run(ORDERS);
        database.plain("CREATE ALIAS \"dbo\".\"buy_elsewhere\" FOR '" + Elsewhere.class.getName() + ".buy'");
        database.plain("CREATE VIEW \"dbo\".\"late\" AS SELECT \"dbo\".\"buy_elsewhere\"() AS \"id\"");
        database.run("""
                CREATE FUNCTION dbo.seen (@customer INT) RETURNS TABLE AS RETURN
                    (SELECT p.id FROM dbo.purchase p WHERE p.customer_id = @customer
                    UNION ALL SELECT l.id FROM dbo.late l WHERE l.id > 0)
                GO
                CREATE VIEW dbo.bought AS SELECT c.name, s.id FROM dbo.customer c CROSS APPLY dbo.seen(c.id) s WHERE c.id = 3
                """);
        Elsewhere.database = database.dataSource();

        assertThat(database.rows("SELECT name, id FROM dbo.bought")).containsExactly("Cy|3");
        assertThat(Elsewhere.database).isNull();
        assertThat(database.rows("SELECT name, id FROM dbo.bought")).containsExactly("Cy|3", "Cy|4");
    }

    @Test
    void countsWithCommonTableExpressions() throws SQLException {
        database.run("""
                CREATE FUNCTION dbo.numbers (@from INT, @to INT) RETURNS TABLE AS RETURN
                WITH one AS (SELECT 1 AS n UNION ALL SELECT 1), four AS (SELECT 1 AS n FROM one a CROSS JOIN one b),
                    sixteen AS (SELECT ROW_NUMBER() OVER (ORDER BY (SELECT NULL)) AS n FROM four a CROSS JOIN four b)
                SELECT CAST(n + @from - 1 AS INT) AS n FROM sixteen WHERE n <= @to - @from + 1
                GO
                CREATE FUNCTION dbo.countdown (@from INT) RETURNS TABLE AS RETURN
                    (WITH down AS (SELECT @from AS n UNION ALL SELECT n - 1 FROM down WHERE n > 1) SELECT n FROM down)
                GO
                CREATE FUNCTION dbo.both (@n INT) RETURNS TABLE WITH SCHEMABINDING AS
                    RETURN SELECT a.n AS up, b.n AS down FROM dbo.numbers(1, @n) a JOIN dbo.countdown(@n) b ON a.n + b.n = @n + 1
                """);

        assertThat(rows("SELECT n FROM dbo.numbers(5, 8)")).containsExactly("5", "6", "7", "8");
        assertThat(rows("SELECT n FROM dbo.countdown(3)")).containsExactly("3", "2", "1");
        assertThat(rows("SELECT up, down FROM dbo.both(2)")).containsExactlyInAnyOrder("1|2", "2|1");
    }

    @Test
    void refusesWhatIsNoTable() throws SQLException {
        database.run("CREATE FUNCTION dbo.f (@a INT) RETURNS INT AS BEGIN RETURN 1 END\nGO\n" + SPLIT);

        assertThatThrownBy(() -> rows("SELECT * FROM dbo.f(1) x")).hasMessageContaining("error 208");
        assertThatThrownBy(() -> rows("SELECT * FROM dbo.nobody(1) x")).hasMessageContaining("error 208");
        assertThatThrownBy(() -> rows("SELECT * FROM dbo.split(N'a') x")).hasMessageContaining("error 313");
        assertThatThrownBy(() -> value("dbo.split(N'a', N',')")).hasMessageContaining("error 4121");
    }

    @Test
    void standsInChangesThatReadTables() throws SQLException {
        database.run(ORDERS + "GO\n" + SPLIT);
        database.run("""
                UPDATE c SET name = s.part FROM dbo.customer c JOIN dbo.split(N'X,Y', N',') s ON s.place = c.id
                DELETE p FROM dbo.purchase p INNER JOIN dbo.split(N'3', N',') s ON CAST(s.part AS INT) = p.customer_id
                MERGE INTO dbo.customer AS t USING dbo.split(N'a,b,c,d', N',') AS s ON t.id = s.place
                WHEN NOT MATCHED THEN INSERT (id, name, tags) VALUES (s.place, s.part, NULL);
                """);

        assertThat(database.rows("SELECT id, name FROM dbo.customer ORDER BY id"))
                .containsExactly("1|X", "2|Y", "3|Cy", "4|d");
        assertThat(database.rows("SELECT COUNT(*) FROM dbo.purchase")).containsExactly("2");
    }

    @Test
    void isExecutedForItsValue() throws SQLException {
        database.run("""
                CREATE FUNCTION dbo.plus (@a INT, @b INT = 10) RETURNS INT AS BEGIN RETURN @a + @b END
                GO
                CREATE TABLE dbo.t (a INT)
                GO
                DECLARE @r BIGINT
                EXEC @r = dbo.plus 1, 2
                INSERT INTO dbo.t VALUES (@r)
                EXEC @r = dbo.plus @b = 5, @a = @r
                INSERT INTO dbo.t VALUES (@r)
                EXEC @r = dbo.plus 1
                INSERT INTO dbo.t VALUES (@r)
                """);

        assertThat(database.rows("SELECT a FROM dbo.t")).containsExactly("3", "8", "11");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT dbo.f(1) AS v
            CREATE VIEW dbo.v AS SELECT dbo.f(1) AS v
            CREATE TABLE dbo.u (a INT DEFAULT dbo.f(1))
            DECLARE @x INT = dbo.f(1)
            IF dbo.f(1) = 1 PRINT 'x'
            SELECT dbo.g(1) AS v
            """)
    void whatNeedsSqlServerIsRefusedBeforeTheScriptBegins(String use) {
        String script = "CREATE TABLE dbo.first (a INT)\nGO\n"
                + "CREATE FUNCTION dbo.f (@x INT) RETURNS INT AS BEGIN DECLARE @v dbo.named = 1; RETURN @v END\nGO\n"
                + "CREATE FUNCTION dbo.g (@x INT) RETURNS INT AS BEGIN RETURN dbo.f(@x) END\nGO\n" + use;

        assertThatThrownBy(() -> TranslatedScript.rewrite("V1__test.sql", script))
                .isInstanceOf(NeedsSqlServerException.class)
                .hasMessageContaining("which this script makes, and which cannot be run here: ")
                .hasMessageContaining("the type named of a variable");
    }

    private static final String USED = ORDERS + "GO\n" + SPLIT + """
            CREATE FUNCTION dbo.twice (@n INT) RETURNS INT AS BEGIN RETURN @n * 2 END
            GO
            CREATE FUNCTION dbo.has_customer (@id INT) RETURNS BIT AS
            BEGIN RETURN CASE WHEN EXISTS (SELECT 1 FROM dbo.customer WHERE id = @id) THEN 1 ELSE 0 END END
            GO
            CREATE TABLE dbo.aaa (id INT NOT NULL CONSTRAINT df DEFAULT dbo.twice(1), twice AS dbo.twice(id) PERSISTED,
                customer INT NULL CONSTRAINT ck CHECK (dbo.has_customer(customer) = 1))
            GO
            CREATE VIEW dbo.aview AS SELECT a.id, p.total, s.part FROM dbo.aaa a CROSS APPLY dbo.purchases(a.customer) p
                CROSS JOIN dbo.split(N'x,y', N',') s
            GO
            INSERT INTO dbo.aaa (customer) VALUES (1), (3)
            """;

    private static void requireSame(Connection connection) throws SQLException {
        assertThat(QueriedRows.of(connection, "SELECT id, twice, customer FROM dbo.aaa ORDER BY customer"))
                .containsExactly("2|4|1", "2|4|3");
        assertThat(QueriedRows.of(connection, "SELECT total, part FROM dbo.aview ORDER BY total, part"))
                .containsExactly("7.00|x", "7.00|y", "10.00|x", "10.00|y", "20.50|x", "20.50|y");
        assertThatThrownBy(() -> QueriedRows.of(
                        connection, "SELECT * FROM FINAL TABLE (INSERT INTO dbo.aaa (customer) VALUES (9))"))
                .hasMessageContaining("ck");
    }

    @Test
    void isThereInACopy() throws SQLException {
        database.run(USED);
        H2Dump dump = H2Dump.of(database.connection());

        try (Connection copy = EmbeddedDatabase.connect("jdbc:h2:mem:copy")) {
            dump.makeIn(copy);
            requireSame(copy);
        }
    }

    @Test
    void isThereWhenAFileIsOpenedAgain(@TempDir Path folder) throws SQLException {
        String address = "jdbc:h2:file:" + folder.resolve("kept");
        try (EmbeddedDatabase kept = new EmbeddedDatabase(address)) {
            kept.run(USED);
        }
        try (Connection kept = EmbeddedDatabase.connect(address)) {
            requireSame(kept);
        }
    }

    @Test
    void isThereBehindAReset() throws Exception {
        database.run(USED);
        try (H2Snapshot snapshot = H2Snapshot.of("test", database.dataSource())) {
            database.run(
                    "INSERT INTO dbo.aaa (customer) VALUES (2); DROP VIEW dbo.aview; DROP TABLE dbo.aaa; DROP FUNCTION dbo.twice");
            snapshot.restore();
        }
        requireSame(database.connection());
    }

    @Test
    void standsInNoTableOfNamedTypes() throws SQLException {
        database.run("CREATE TYPE dbo.number FROM INT NOT NULL\nGO\n"
                + "CREATE FUNCTION dbo.half (@n DECIMAL(9, 2)) RETURNS INT AS BEGIN RETURN @n / 2 END");

        for (String column :
                List.of("b INT DEFAULT dbo.half(7)", "b INT CHECK (dbo.half(b) > 1)", "b AS dbo.half(a)")) {
            assertThatThrownBy(() -> database.run("CREATE TABLE dbo.t (a dbo.number, " + column + ")"))
                    .hasMessageContaining("a function of your own in a table with types of your own: dbo.half");
        }
    }

    /** What is kept for the rest of a statement is none of the next one's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION dbo.fn (@i INT) RETURNS TABLE AS RETURN SELECT n FROM dbo.w WHERE q = @i",
                "CREATE FUNCTION dbo.fn (@i INT) RETURNS @r TABLE (n INT) AS BEGIN INSERT @r SELECT n FROM dbo.w WHERE q = @i RETURN END"
            })
    void rowsOfAFunctionAreThoseThatAnotherConnectionHasCommitted(String function) throws SQLException {
        String address = "jdbc:h2:mem:" + UUID.randomUUID();
        try (EmbeddedDatabase shared = new EmbeddedDatabase(address);
                Connection other = EmbeddedDatabase.connect(address)) {
            shared.run("CREATE TABLE dbo.q (id INT); INSERT dbo.q VALUES (1); CREATE TABLE dbo.w (q INT, n INT)");
            shared.run(function);
            shared.run("CREATE VIEW dbo.v AS SELECT f.n FROM dbo.q q CROSS APPLY dbo.fn(q.id) f");
            other.setAutoCommit(false);
            List<String> seen = new ArrayList<>();
            try (PreparedStatement query = shared.connection().prepareStatement("SELECT MAX(n) FROM \"dbo\".\"v\"");
                    Statement writer = other.createStatement()) {
                for (String change :
                        List.of("INSERT INTO \"dbo\".\"w\" VALUES (1, 5)", "UPDATE \"dbo\".\"w\" SET n = 6")) {
                    seen.add(only(query));
                    writer.execute(change);
                    seen.add(only(query));
                    other.commit();
                    seen.add(only(query));
                }
            }
            assertThat(seen).containsExactly("null", "null", "5", "5", "5", "6");
        }
    }

    private static String only(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
