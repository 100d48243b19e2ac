package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What SQL Server refuses has its number and its words.
 *
 * @see <a href="https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors-0-to-999">
 *     Database engine events and errors</a>
 */
class EmbeddedErrorsTest {

    private static EmbeddedDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run("""
                CREATE TABLE dbo.t (id INT NOT NULL, n INT, name NVARCHAR(20));
                CREATE TABLE dbo.log (number INT, message NVARCHAR(400));
                GO
                CREATE SCHEMA sales;
                GO
                CREATE FUNCTION sales.STOCK (@a INT) RETURNS INT AS BEGIN RETURN @a + 1 END;
                """);
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT id FROM dbo.t ORDER BY 3 | 108|The ORDER BY position number 3 is out of range of the number of items in the select list.",
                "SELECT id FROM dbo.t UNION SELECT n FROM dbo.t ORDER BY name | 104|ORDER BY items must appear in the select list if the statement contains a UNION, INTERSECT or EXCEPT operator.",
                "SELECT DISTINCT id AS union_id FROM dbo.t ORDER BY n | 145|ORDER BY items must appear in the select list if SELECT DISTINCT is specified.",
                "SELECT id FROM dbo.t WHERE id IN (SELECT id, n FROM dbo.t) | 116|Only one expression can be specified in the select list when the subquery is not introduced with EXISTS.",
                "INSERT INTO dbo.t (id) VALUES (n) | 128|The name \"n\" is not permitted in this context. Valid expressions are constants, constant expressions, and (in some contexts) variables. Column names are not permitted.",
                "INSERT INTO dbo.t VALUES (1, 2) | 213|Column name or number of supplied values does not match table definition."
            })
    void aCatchSeesItsWords(String statement, String number, String message) throws SQLException {
        database.run("DELETE FROM dbo.log; BEGIN TRY EXEC ('" + statement.replace("'", "''")
                + "') END TRY BEGIN CATCH INSERT INTO dbo.log VALUES (ERROR_NUMBER(), ERROR_MESSAGE()) END CATCH");

        assertThat(database.rows("SELECT * FROM dbo.log")).containsExactly(number + "|" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(SELECT id, n FROM dbo.t) | error 116",
                "ROW_NUMBER() | error 10753",
                "LAG(id) | error 10753",
                "RANK() OVER (PARTITION BY id) | error 4112",
                "NVL(id, 1) | error 195: NVL is not a recognized built-in function name; T-SQL has ISNULL"
            })
    void aQueryIsRefusedBeforeItRuns(String value, String error) {
        assertThatThrownBy(() -> database.run("CREATE VIEW dbo.v AS SELECT " + value + " AS x FROM dbo.t"))
                .hasMessageContaining(error);
    }

    @Test
    void severalColumnsMayStandWhereNobodyTakesAValue() throws SQLException {
        database.run("CREATE VIEW dbo.exist AS SELECT x.id, ROW_NUMBER() OVER (ORDER BY (SELECT NULL)) AS r"
                + " FROM (SELECT id, n FROM dbo.t) x WHERE EXISTS (SELECT id, n FROM dbo.t)");

        assertThat(database.rows("SELECT * FROM dbo.exist")).isEmpty();
    }

    @Test
    void aFunctionMayBeginAsAMethodOfAShapeDoes() throws SQLException {
        database.run("CREATE VIEW dbo.stock AS SELECT sales.STOCK(1) AS x");

        assertThat(database.rows("SELECT * FROM dbo.stock")).containsExactly("2");
    }
}
