package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Values that stand for one another have the highest of their types, and texts are read as that.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/data-types/data-type-precedence-transact-sql">Data type precedence</a>
 */
class EmbeddedHighestTypeTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run(
                "CREATE TABLE dbo.w (w VARCHAR(60), i INT, d DATE)\n"
                        + "CREATE TABLE dbo.t (s VARCHAR(40), i INT, n DECIMAL(9,2), m MONEY, d DATETIME, b BIT, g UNIQUEIDENTIFIER)");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            (1.5), (2) | 1.5,2.0
            (1.55), ('2') | 1.55,2.00
            ('1'), (2), (NULL) | 1,2,null
            (1), (2e0) | 1,2
            ('a'), (N'b') | a,b
            ('2024-01-02'), (CAST('2024-01-03' AS DATETIME)) | Jan  2 2024 12:00AM,Jan  3 2024 12:00AM
            (DEFAULT), ('7'), (8) | null,7,8
            """)
    void inRowsOfValues(String rows, String expected) throws SQLException {
        database.run("INSERT INTO dbo.w (w) VALUES " + rows);

        assertThat(database.rows("SELECT w FROM dbo.w")).containsExactly(expected.split(","));
    }

    @Test
    void inRowsThatGoIntoColumnsOfOtherTypes() throws SQLException {
        database.run(
                "INSERT INTO dbo.w (i, d) VALUES (1, '20240102'), (2.7, CAST('2024-01-03 10:00' AS DATETIME)), ('3', NULL)");

        assertThat(database.rows("SELECT i, d FROM dbo.w")).containsExactly("1|2024-01-02", "2|2024-01-03", "3|null");
    }

    @Test
    void inRowsOfNumbersThatAreDays() throws SQLException {
        database.run("INSERT INTO dbo.t (d) VALUES (1.5), (-1)");

        assertThat(database.rows("SELECT d FROM dbo.t")).containsExactly("1900-01-02 12:00:00", "1899-12-31 00:00:00");
    }

    @Test
    void inRowsThatAreATable() throws SQLException {
        database.run("INSERT INTO dbo.w (w) SELECT x FROM (VALUES (1), ('2'), (2.50)) AS q (x)\n"
                + "INSERT INTO dbo.w (w) SELECT MAX(x) / 2 FROM (VALUES (5), (3)) AS q (x)");

        assertThat(database.rows("SELECT w FROM dbo.w")).containsExactly("1.00", "2.00", "2.50", "2");
    }

    @Test
    void inQueriesThatAreUnited() throws SQLException {
        database.run("INSERT INTO dbo.t (i, m, d) VALUES (1, 2.5, '2024-01-02')\n"
                + "INSERT INTO dbo.w (w) SELECT m FROM dbo.t UNION ALL SELECT '12' UNION ALL SELECT i FROM dbo.t\n"
                + "INSERT INTO dbo.w (w) SELECT d FROM dbo.t UNION SELECT '1/3/2024'");

        assertThat(database.rows("SELECT w FROM dbo.w"))
                .containsExactlyInAnyOrder("2.50", "12.00", "1.00", "Jan  2 2024 12:00AM", "Jan  3 2024 12:00AM");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            INSERT INTO dbo.w (w) VALUES (1), ('x') | (error 245: a text cannot be read as int)
            INSERT INTO dbo.w (w) VALUES (1.5), ('x') | (error 8114: a text cannot be read as decimal)
            INSERT INTO dbo.w (w) SELECT 1 UNION ALL SELECT 'x' | (error 245: a text cannot be read as int)
            INSERT INTO dbo.w (w) SELECT i FROM dbo.t UNION SELECT 'x' | (error 245: a text cannot be read as int)
            INSERT INTO dbo.w (w) SELECT CASE WHEN i = 1 THEN i ELSE s END FROM dbo.t | Msg 245: 'x': a text cannot be read as int.
            INSERT INTO dbo.w (w) SELECT CASE WHEN 1 = 1 THEN 'a' ELSE 1 END | Msg 245: 'a': a text cannot be read as int.
            INSERT INTO dbo.w (w) SELECT COALESCE(CAST(NULL AS INT), 'b') | Msg 245: 'b': a text cannot be read as int.
            INSERT INTO dbo.w (w) SELECT COALESCE(s, i) FROM dbo.t | Msg 245: 'x': a text cannot be read as int.
            """)
    void refuseTextsThatCannotBeRead(String statement, String expected) throws SQLException {
        database.run("INSERT INTO dbo.t (s, i) VALUES ('x', 2)");

        assertThatThrownBy(() -> database.run(statement)).hasMessageContaining(expected);
    }

    @Test
    void askNothingOfABranchThatIsNotTaken() throws SQLException {
        database.run("INSERT INTO dbo.t (s, i) VALUES ('x', 1)\n"
                + "INSERT INTO dbo.w (w) SELECT CASE WHEN i = 1 THEN i ELSE s END FROM dbo.t\n"
                + "INSERT INTO dbo.w (w) SELECT CASE WHEN i = 1 THEN 2 ELSE 'x' END FROM dbo.t");

        assertThat(database.rows("SELECT w FROM dbo.w")).containsExactly("1", "2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            d | 4/3/2024 | 2024-04-03 00:00:00
            d | '' | 1900-01-01 00:00:00
            m | 1,234.50 | 1234.5000
            i | '' | 0
            i | " 12 " | 12
            n | 12.5 | 12.50
            b | true | TRUE
            g | {6F9619FF-8B86-D011-B42D-00C04FC964FF} | 6f9619ff-8b86-d011-b42d-00c04fc964ff
            """)
    void readTextsOfColumnsAsLiterals(String column, String text, String expected) throws SQLException {
        String value = text.equals("''") ? "" : text;
        database.run("INSERT INTO dbo.t (s) VALUES ('" + value + "')\nUPDATE dbo.t SET " + column + " = s");

        assertThat(database.rows("SELECT " + column + " FROM dbo.t")).containsExactly(expected);
        database.run("UPDATE dbo.t SET s = CAST('found' AS VARCHAR(40)), i = CAST(i AS INT) WHERE s = " + column);
        assertThat(database.rows("SELECT s FROM dbo.t")).containsExactly("found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            b | yes | 245
            i | 1.5 | 245
            n | 1e2 | 8114
            d | x | 241
            g | 6F9619FF8B86D011B42D00C04FC964FF | 8169
            """)
    void refuseTextsOfColumns(String column, String text, String error) throws SQLException {
        database.run("INSERT INTO dbo.t (s) VALUES ('" + text + "')");

        assertThatThrownBy(() -> database.run("UPDATE dbo.t SET " + column + " = s"))
                .hasMessageContaining("Msg " + error + ": '" + text + "': a text cannot be read as ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            EXISTS (SELECT 1 FROM dbo.t WHERE d = '4/3/2024')
            (SELECT n / 3 FROM dbo.t) = 6.666666
            EXISTS (SELECT 1 FROM dbo.t WHERE s = 12)
            EXISTS (SELECT 1 FROM dbo.t WHERE CAST(m AS VARCHAR(10)) = '5.00') AND OBJECT_ID('dbo.t', 'U') IS NOT NULL
            NOT EXISTS (SELECT 1 FROM dbo.t WHERE CONVERT(CHAR(8), d, 112) <> '20240403')
            EXISTS (SELECT 1 FROM dbo.t WHERE s = i AND d = '4/3/2024')
            (SELECT COUNT(*) FROM dbo.t WHERE b = 'true') = 1
            (SELECT MAX(m) FROM dbo.t) = '$5'
            """)
    void inConditionsOfIf(String condition) throws SQLException {
        database.run("INSERT INTO dbo.t (s, i, n, m, d, b) VALUES (' 12 ', 12, 20, 5, '2024-04-03', 1)");
        database.run("IF " + condition
                + "\n  INSERT INTO dbo.w (w) VALUES ('yes')\nELSE INSERT INTO dbo.w (w) VALUES ('no')");

        assertThat(database.rows("SELECT w FROM dbo.w")).containsExactly("yes");
    }

    @Test
    void inConditionsOfIfThatCannotBeAsked() {
        assertThatThrownBy(() ->
                        database.run("PRINT 'a'\nIF EXISTS (SELECT 1 FROM dbo.t WHERE d = '31/3/2024') PRINT 'b'"))
                .hasMessageContaining(
                        "V1__test.sql, line 2: \"EXISTS (SELECT … FROM dbo.t WHERE d = '…')\" is refused by"
                                + " SQL Server (error 242: there is no such datetime)");
    }
}
