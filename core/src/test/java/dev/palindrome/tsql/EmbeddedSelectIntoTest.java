package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SELECT INTO makes a table with the types, NULLs and identity of what is selected. */
class EmbeddedSelectIntoTest {

    private static final String COLUMNS =
            "SELECT COLUMN_NAME, REMARKS, IS_NULLABLE, IS_IDENTITY FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 'made'"
                    + " ORDER BY ORDINAL_POSITION";

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
        database.run(
                "CREATE TABLE dbo.t (id INT IDENTITY(5,2) NOT NULL PRIMARY KEY, a DECIMAL(9,2) NULL, s VARCHAR(10) NOT NULL, x XML NULL)\n"
                        + "CREATE TABLE dbo.u (tid INT NOT NULL, v NVARCHAR(5) NOT NULL)\n"
                        + "INSERT INTO dbo.t (a, s) VALUES (1.5, 'x'), (2, 'y')\n"
                        + "INSERT INTO dbo.u VALUES (5, 'five')");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void ofOneTable() throws SQLException {
        database.run("SELECT * INTO dbo.made FROM dbo.t\nINSERT INTO dbo.made (s) VALUES ('next')");

        assertThat(database.rows("SELECT * FROM dbo.made"))
                .containsExactly("5|1.50|x|null", "7|2.00|y|null", "9|null|next|null");
        assertThat(database.rows(COLUMNS))
                .containsExactly(
                        "id|palindrome 1 type=\"int\"|NO|YES",
                        "a|palindrome 1 type=\"decimal(9,2)\"|YES|NO",
                        "s|palindrome 1 type=\"varchar(10)\"|NO|NO",
                        "x|palindrome 1 type=\"xml\"|YES|NO");
    }

    @Test
    void ofJoinsAndExpressions() throws SQLException {
        database.run("SELECT t.id, u.v, t.a * 2 AS twice, 'lit' AS l, ISNULL(u.v, '-') AS n INTO made"
                + " FROM dbo.t t LEFT JOIN dbo.u u ON u.tid = t.id");

        assertThat(database.rows("SELECT * FROM dbo.made ORDER BY id"))
                .containsExactly("5|five|3.00|lit|five", "7|null|4.00|lit|-");
        assertThat(database.rows(COLUMNS))
                .containsExactly(
                        "id|palindrome 1 type=\"int\"|NO|NO",
                        "v|palindrome 1 type=\"nvarchar(5)\"|YES|NO",
                        "twice|palindrome 1 type=\"decimal(11,2)\"|YES|NO",
                        "l|palindrome 1 type=\"varchar(3)\"|NO|NO",
                        "n|palindrome 1 type=\"nvarchar(5)\"|NO|NO");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            WITH c AS (SELECT id, s FROM dbo.t) SELECT s, MAX(id) AS m INTO dbo.made FROM c GROUP BY s OPTION (RECOMPILE) ~ x|5, y|7
            SELECT id, a INTO dbo.made FROM dbo.t UNION ALL SELECT tid, 3.25 FROM dbo.u ~ 5|1.50, 7|2.00, 5|3.25
            SELECT TOP 0 * INTO dbo.made FROM dbo.t ~ ''
            """)
    void ofQueries(String query, String expected) throws SQLException {
        database.run(query);

        assertThat(String.join(", ", database.rows("SELECT * FROM dbo.made"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            SELECT * INTO dbo.u FROM dbo.t ~ Msg 2714
            SELECT a + 1 INTO dbo.made FROM dbo.t ~ error 1038
            SELECT nowhere + 1 AS x INTO dbo.made FROM dbo.t ~ SELECT INTO of a column whose type is not known: x
            """)
    void isRefused(String query, String expected) {
        assertThatThrownBy(() -> database.run(query)).hasMessageContaining(expected);
    }
}
