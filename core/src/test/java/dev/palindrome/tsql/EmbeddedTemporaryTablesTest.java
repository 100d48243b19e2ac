package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Temporary tables: their columns, names and what scripts ask of them. */
class EmbeddedTemporaryTablesTest {

    private static EmbeddedDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("CREATE TABLE dbo.seen (n INT IDENTITY, v NVARCHAR(400) NULL)\n"
                + "CREATE TABLE dbo.t (id INT PRIMARY KEY, name NVARCHAR(20) NULL)\n"
                + "INSERT dbo.t VALUES (1, N'one'), (2, N'two')");
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        database.run("TRUNCATE TABLE dbo.seen");
    }

    @AfterEach
    void drop() throws SQLException {
        database.run("DROP TABLE IF EXISTS #c; DROP TABLE IF EXISTS ##g; DROP PROCEDURE IF EXISTS p");
    }

    private static List<String> seen() throws SQLException {
        return database.rows("SELECT \"v\" FROM \"dbo\".\"seen\" ORDER BY \"n\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', maxCharsPerColumn = 4000, textBlock = """
            SELECT * INTO #c FROM t; ALTER TABLE #c ADD x INT NULL, y NVARCHAR(9) NOT NULL DEFAULT 'q'; UPDATE #c SET x = id * 2; INSERT seen SELECT CONCAT(x, y) FROM #c | 2q,4q
            SELECT name INTO #c FROM t ORDER BY id; ALTER TABLE #c ADD i INT IDENTITY(5, 2); INSERT #c VALUES ('new'); INSERT seen SELECT CONCAT(name, i) FROM #c ORDER BY i | one5,two7,new9
            SELECT name INTO #c FROM t; ALTER TABLE #c ADD i INT IDENTITY PRIMARY KEY; INSERT seen SELECT COUNT(DISTINCT i) FROM #c | 2
            CREATE TABLE #c (a INT IDENTITY, b INT, c INT); INSERT #c VALUES (1, 2), (3, 4); ALTER TABLE #c DROP COLUMN b; INSERT #c (c) VALUES (6); INSERT seen SELECT CONCAT(a, c) FROM #c | 12,24,36
            CREATE TABLE #c (a INT, b INT, c INT); INSERT #c VALUES (1, 2, 3); ALTER TABLE #c DROP COLUMN b, c; INSERT seen SELECT a FROM #c | 1
            CREATE TABLE #c (a INT NULL, b VARCHAR(3)); INSERT #c VALUES (1, 'abc'); ALTER TABLE #c ALTER COLUMN a BIGINT NOT NULL; ALTER TABLE #c ALTER COLUMN b NVARCHAR(9); UPDATE #c SET a = 5000000000, b = b + 'def'; INSERT seen SELECT CONCAT(a, b) FROM #c | 5000000000abcdef
            CREATE TABLE #c (i INT IDENTITY(3, 4), a INT); INSERT #c VALUES (1); ALTER TABLE #c ALTER COLUMN i BIGINT NOT NULL; INSERT #c VALUES (1); INSERT seen SELECT i FROM #c | 3,7
            CREATE TABLE #c (a DECIMAL(5, 2), b FLOAT); INSERT #c VALUES (1.75, 2.5); ALTER TABLE #c ALTER COLUMN a INT; ALTER TABLE #c ALTER COLUMN b VARCHAR(20); INSERT seen SELECT CONCAT(a, ' ', b) FROM #c | 1 2.5
            CREATE TABLE #c (a INT); INSERT #c VALUES (3); ALTER TABLE #c ADD b AS (a * 2); INSERT seen SELECT b FROM #c | 6
            CREATE TABLE #c (a INT); INSERT #c VALUES (1); EXEC ('ALTER TABLE #c ADD b INT NULL'); EXEC ('UPDATE #c SET b = 4'); EXEC ('INSERT seen SELECT b FROM #c') | 4
            CREATE TABLE tempdb..#c (a INT); INSERT tempdb..#c VALUES (1); INSERT seen SELECT tempdb..#c.a FROM [tempdb].[dbo].[#c] | 1
            CREATE TABLE #c (a INT REFERENCES t (id), FOREIGN KEY (a) REFERENCES t (id)); INSERT #c VALUES (99); INSERT seen SELECT a FROM #c | 99
            DECLARE @n NVARCHAR(40) = 'tempdb..#c'; IF OBJECT_ID(@n) IS NULL INSERT seen VALUES ('none'); CREATE TABLE #c (a INT); IF OBJECT_ID(@n, 'U') < 0 INSERT seen VALUES ('there'); IF OBJECT_ID('#c') IS NULL INSERT seen VALUES ('not in this database'); INSERT seen VALUES (COL_LENGTH(@n, 'a')) | none,there,not in this database,4
            CREATE TABLE ##g (a INT); INSERT ##g VALUES (1); ALTER TABLE ##g ADD b INT; INSERT seen SELECT a FROM tempdb..##g; IF OBJECT_ID('tempdb..##g') IS NOT NULL DROP TABLE ##g; SELECT 2 AS a INTO ##g; INSERT seen SELECT a FROM ##g | 1,2
            """)
    void areChangedAsOthersAre(String script, String seen) throws SQLException {
        database.run(script);

        assertThat(String.join(",", seen())).isEqualTo(seen);
    }

    @Test
    void keepTheirConstraintsIndexesAndCollationsWhenAColumnIsAdded() throws SQLException {
        database.run(
                "CREATE TABLE #c (a INT NOT NULL PRIMARY KEY, b INT CHECK (b > 0), c AS (a * 2), d INT DEFAULT 7, [é] VARCHAR(9))\n"
                        + "CREATE UNIQUE INDEX u ON #c (b)\n"
                        + "INSERT #c (a, b, [é]) VALUES (1, 1, 'É')\n"
                        + "ALTER TABLE #c ADD n VARCHAR(3) NULL");

        for (String row : List.of("1, 5", "3, 1", "3, -1")) {
            database.run("BEGIN TRY INSERT #c (a, b) VALUES (" + row + ") END TRY"
                    + " BEGIN CATCH INSERT seen VALUES (ERROR_NUMBER()) END CATCH");
        }
        database.run("INSERT #c (a, b, n) VALUES (9, 9, 'xyz')\n"
                + "INSERT seen SELECT CONCAT(a, b, c, d, n) FROM #c WHERE n = 'XYZ' OR [é] = 'é' ORDER BY a");

        assertThat(seen()).containsExactly("2627", "2601", "547", "1127", "99187xyz");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER TABLE #c ADD x INT NOT NULL              | Msg 4901
            ALTER TABLE #c ADD A INT                       | Msg 2705
            ALTER TABLE #c DROP COLUMN x                   | Msg 4924
            ALTER TABLE #c DROP COLUMN d                   | Msg 5074
            ALTER TABLE #c ALTER COLUMN x INT              | Msg 4924
            ALTER TABLE #c ALTER COLUMN a VARCHAR(2) COLLATE Latin1_General_BIN | Needs SQL Server
            ALTER TABLE #nix ADD x INT                     | Msg 4902
            """)
    void refuseWhatOthersRefuse(String change, String error) throws SQLException {
        database.run("CREATE TABLE #c (a VARCHAR(5), d INT DEFAULT 1)\nINSERT #c (a) VALUES ('abc')");

        assertThatThrownBy(() -> database.run(change)).hasMessageContaining(error);
        database.run("INSERT seen SELECT CONCAT(a, d) FROM #c");
        assertThat(seen()).containsExactly("abc1");
    }

    @Test
    void areWhatTheyWereWhereTheirRowsDoNotFit() throws SQLException {
        database.run("CREATE TABLE #c (a VARCHAR(5))\nINSERT #c VALUES ('abc'), (NULL)\n"
                + "BEGIN TRY ALTER TABLE #c ALTER COLUMN a VARCHAR(2) END TRY BEGIN CATCH INSERT seen VALUES (ERROR_NUMBER()) END CATCH\n"
                + "BEGIN TRY ALTER TABLE #c ALTER COLUMN a VARCHAR(9) NOT NULL END TRY BEGIN CATCH INSERT seen VALUES (ERROR_NUMBER()) END CATCH\n"
                + "INSERT seen SELECT a FROM #c");

        assertThat(seen()).containsExactly("2628", "515", "abc", "null");
    }

    @Test
    void endWithTheirProcedureUnlessOthersMaySeeThem() throws SQLException {
        database.run("CREATE PROCEDURE p AS CREATE TABLE #c (a INT); CREATE TABLE ##g (a INT); INSERT ##g VALUES (3)");

        database.run("EXEC p\nIF OBJECT_ID('tempdb..#c') IS NULL INSERT seen SELECT a FROM ##g");

        assertThat(seen()).containsExactly("3");
    }

    @Test
    void areInNoView() {
        assertThatThrownBy(() -> database.run("CREATE VIEW v AS SELECT a FROM #c"))
                .hasMessageContaining("error 4508: views are not allowed on temporary tables, and #c is one");
    }
}
