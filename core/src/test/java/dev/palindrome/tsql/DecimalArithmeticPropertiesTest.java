package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.SQLException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Decimals have the digits that follow from the rules, as long as these need no more than 38.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/data-types/precision-scale-and-length-transact-sql">Precision, scale,
 *     and length</a>
 */
class DecimalArithmeticPropertiesTest {

    /** With these, no result has more than 38 digits. */
    private static final int MOST_DIGITS = 9;

    private static final int LEAST_SCALE_OF_A_QUOTIENT = 6;

    private static EmbeddedDatabase database;
    private static int views;

    record Decimal(int precision, int scale, BigDecimal value) {

        String tsql() {
            return "CAST(" + value.toPlainString() + " AS DECIMAL(" + precision + ", " + scale + "))";
        }
    }

    @BeforeContainer
    static void open() throws SQLException {
        database = new EmbeddedDatabase();
    }

    @AfterContainer
    static void close() throws SQLException {
        database.close();
    }

    @Provide
    Arbitrary<Decimal> decimals() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, MOST_DIGITS),
                        Arbitraries.integers().between(0, MOST_DIGITS))
                .as((precision, scale) -> new int[] {precision, Math.min(precision, scale)})
                .flatMap(type -> Arbitraries.longs()
                        .between(1 - Math.round(Math.pow(10, type[0])), Math.round(Math.pow(10, type[0])) - 1)
                        .map(digits ->
                                new Decimal(type[0], type[1], new BigDecimal(BigInteger.valueOf(digits), type[1]))));
    }

    @Property(tries = 50)
    void sums(@ForAll("decimals") Decimal left, @ForAll("decimals") Decimal right) throws SQLException {
        int scale = Math.max(left.scale, right.scale);

        assertThat(computed(left.tsql() + " + " + right.tsql()))
                .isEqualTo(left.value.add(right.value).setScale(scale));
        assertThat(computed(left.tsql() + " - " + right.tsql()))
                .isEqualTo(left.value.subtract(right.value).setScale(scale));
    }

    @Property(tries = 50)
    void products(@ForAll("decimals") Decimal left, @ForAll("decimals") Decimal right) throws SQLException {
        assertThat(computed(left.tsql() + " * " + right.tsql()))
                .isEqualTo(left.value.multiply(right.value).setScale(left.scale + right.scale));
    }

    @Property(tries = 50)
    void quotients(@ForAll("decimals") Decimal left, @ForAll("decimals") Decimal right) throws SQLException {
        if (right.value.signum() == 0) {
            return;
        }
        int scale = Math.max(LEAST_SCALE_OF_A_QUOTIENT, left.scale + right.precision + 1);

        assertThat(computed(left.tsql() + " / " + right.tsql()))
                .isEqualTo(left.value.divide(right.value, scale, RoundingMode.DOWN));
    }

    private static BigDecimal computed(String expression) throws SQLException {
        String view = "dbo.v" + views++;
        database.run("CREATE VIEW " + view + " AS SELECT " + expression + " AS x");
        String value = database.rows("SELECT x FROM " + view).get(0);
        database.plain("DROP VIEW " + view);
        return new BigDecimal(value);
    }
}
