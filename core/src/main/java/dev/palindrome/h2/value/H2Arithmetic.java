package dev.palindrome.h2.value;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.procedures.object.TsqlError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Arithmetic with the digits that SQL Server has. Public for H2's sake; {@link H2Front#install} makes it known there. */
public final class H2Arithmetic {

    private H2Arithmetic() {}

    /**
     * A quotient of decimals, cut off behind as many digits as its type has.
     *
     * @param dividend a number
     * @param divisor a number
     * @param scale of the quotient's type
     * @return null for null
     * @throws SQLException 8134 for a divisor of 0
     */
    public static @Nullable BigDecimal quotient(@Nullable BigDecimal dividend, @Nullable BigDecimal divisor, int scale)
            throws SQLException {
        if (dividend == null || divisor == null) {
            return null;
        }
        if (divisor.signum() == 0) {
            throw TsqlError.of(8134, "Divide by zero error encountered.");
        }
        return dividend.divide(divisor, scale, RoundingMode.DOWN);
    }
}
