package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Computed columns, whatever expression they are. */
class EmbeddedComputedColumnsTest {

    private static final String COLUMNS =
            "id INT IDENTITY(1,1) NOT NULL, first NVARCHAR(20) NULL, last NVARCHAR(20) NULL, amount INT NOT NULL,"
                    + " price DECIMAL(9,2) NOT NULL, born DATE NULL, at DATETIME NULL, active BIT NULL, small TINYINT NULL";

    private static final String ROW = "INSERT INTO dbo.t (first, last, amount, price, born, at, active, small)"
            + " VALUES (N'Ann', NULL, 3, 1.50, '20010203', '20240506', 1, 7)";

    private EmbeddedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amount * 2 | 6
            (amount * price) PERSISTED | 4.50
            ISNULL(last, N'') + first | Ann
            CONCAT(first, N'-', last) | Ann-
            CASE WHEN amount > 2 THEN 'many' ELSE 'few' END | many
            (CASE WHEN amount IN (1, 3) OR price < 0 THEN 1 ELSE 0 END) | 1
            (DATEPART(year, born)) PERSISTED NOT NULL | 2001
            LEFT(first, 1) | A
            YEAR(at) * 100 + MONTH(at) | 202405
            (CONVERT(DATE, at)) | 2024-05-06
            COALESCE(last, first) | Ann
            id + 10 | 11
            small + 1 | 8
            ISNULL(active, 0) | TRUE
            amount / 2 | 1
            price / amount | 0.5000000000000
            amount * 1.0 / 7 | 0.428571
            DATEADD(day, 1, born) | 2001-02-04
            LEN(first) | 3
            UPPER(RTRIM(first)) | ANN
            NULLIF(amount, 3) |
            """)
    void areComputed(String expression, String expected) throws SQLException {
        database.run("CREATE TABLE dbo.t (" + COLUMNS + ", x AS " + expression + ")\n" + ROW);
        assertThat(database.rows("SELECT x FROM dbo.t")).containsExactly(String.valueOf(expected));

        database.run("ALTER TABLE dbo.t DROP COLUMN x\nALTER TABLE dbo.t ADD x AS " + expression);
        assertThat(database.rows("SELECT x FROM dbo.t")).containsExactly(String.valueOf(expected));
    }

    @Test
    void followTheirColumns() throws SQLException {
        database.run("CREATE TABLE dbo.t (" + COLUMNS + ", x AS amount * 2, y AS price + amount)\n" + ROW
                + "\nCREATE INDEX ix_x ON dbo.t (x)\nINSERT INTO dbo.t SELECT first, last, 4, 1, born, at, active, small FROM dbo.t"
                + "\nUPDATE dbo.t SET amount = 5 WHERE id = 1");

        assertThat(database.rows("SELECT x, y FROM dbo.t ORDER BY id")).containsExactly("10|6.50", "8|5.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ALTER TABLE dbo.t DROP COLUMN amount", "ALTER TABLE dbo.t ALTER COLUMN amount BIGINT NOT NULL"})
    void holdTheirColumns(String statement) throws SQLException {
        database.run("CREATE TABLE dbo.t (" + COLUMNS + ", x AS amount * 2)");

        assertThatThrownBy(() -> database.run(statement))
                .hasMessageContaining("5074")
                .hasMessageContaining("The column 'x' is dependent on column 'amount'.");
        assertThatThrownBy(() -> database.run("EXEC sp_rename 'dbo.t.amount', 'number', 'COLUMN'"))
                .hasMessageContaining("15336");
    }

    @Test
    void nameNoOther() {
        assertThatThrownBy(() -> database.run("CREATE TABLE dbo.t (a INT, b AS a * 2, c AS b + 1)"))
                .hasMessageContaining("(error 1759: b is computed, and a computed column names no other)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATEDIFF(day, born, GETDATE())", "born.ToString()", "nowhere / 3"})
    void needSqlServerWhereH2WouldGiveOtherValues(String expression) {
        assertThatThrownBy(() -> database.run(
                        "CREATE TABLE dbo.t (a INT, price DECIMAL(9,2), born DATE, x AS " + expression + ")"))
                .hasMessageContaining("needs SQL Server (");
    }
}
