package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** What is computed of variables is what is computed of the same values in one expression. */
class FlowArithmeticPropertiesTest {

    private static final List<String> TYPES =
            List.of("INT", "BIGINT", "SMALLINT", "DECIMAL(9, 3)", "NUMERIC(12, 5)", "MONEY", "FLOAT");

    private static final List<String> OPERATORS = List.of("+", "-", "*", "/");

    private EmbeddedDatabase database;

    @BeforeTry
    void open() throws SQLException {
        database = new EmbeddedDatabase();
    }

    @AfterTry
    void close() throws SQLException {
        database.close();
    }

    @Property(tries = 40)
    void ofTwoVariables(
            @ForAll @IntRange(min = 0, max = 6) int left,
            @ForAll @IntRange(min = 0, max = 6) int right,
            @ForAll @IntRange(min = 0, max = 3) int operator,
            @ForAll @IntRange(min = -999, max = 999) int a,
            @ForAll @IntRange(min = 1, max = 999) int b)
            throws SQLException {
        String one = "CAST(%d / 8.0 AS %s)".formatted(a, TYPES.get(left));
        String other = "CAST(%d AS %s)".formatted(b, TYPES.get(right));
        String sign = OPERATORS.get(operator);
        boolean areSmall =
                TYPES.get(left).equals("SMALLINT") && TYPES.get(right).equals("SMALLINT");
        Assume.that(!areSmall || !sign.equals("*") || Math.abs(a / 8 * b) <= Short.MAX_VALUE); // error 8115 both ways

        database.run("""
                CREATE TABLE dbo.results (way INT NOT NULL, result NVARCHAR(60) NULL)
                GO
                INSERT dbo.results VALUES (1, CAST(%1$s %3$s %2$s AS NVARCHAR(60)))
                GO
                DECLARE @a %4$s = %1$s, @b %5$s = %2$s
                INSERT dbo.results VALUES (2, CAST(@a %3$s @b AS NVARCHAR(60)))
                """.formatted(one, other, sign, TYPES.get(left), TYPES.get(right)));

        assertThat(database.rows(
                        "SELECT COUNT(*), COUNT(\"result\"), COUNT(DISTINCT \"result\") FROM \"dbo\".\"results\""))
                .containsExactly("2|2|1");
    }
}
