package dev.palindrome.h2.value;

import dev.palindrome.h2.procedures.object.TsqlError;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.Locale;

/**
 * How CONVERT writes FLOAT and REAL.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/cast-and-convert-transact-sql#float-and-real-styles">Float and
 *     real styles</a>
 */
enum FloatStyle {
    /** 0: at most six digits, with an exponent where they do not reach. */
    SHORT(6, false),
    /** 1: always eight digits and an exponent. */
    EIGHT_DIGITS(8, true),
    /** 2: always sixteen digits and an exponent. */
    SIXTEEN_DIGITS(16, true);

    /** From here on down a short number has an exponent. */
    private static final int LEAST_EXPONENT = -4;

    private final int digits;
    private final boolean always;

    FloatStyle(int digits, boolean always) {
        this.digits = digits;
        this.always = always;
    }

    /** @param style below 0 where there is none */
    static FloatStyle of(int style) throws SQLException {
        return switch (style) {
            case -1, 0 -> SHORT;
            case 1 -> EIGHT_DIGITS;
            case 2 -> SIXTEEN_DIGITS;
            default -> throw TsqlError.needsSqlServer("FLOAT as text in style " + style + ".");
        };
    }

    String write(double number) {
        BigDecimal exact = new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_UP));
        BigDecimal zeros = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
        int exponent = zeros.precision() - zeros.scale() - 1;
        if (!always && exponent >= LEAST_EXPONENT && exponent < digits) {
            return zeros.toPlainString();
        }
        BigDecimal mantissa = zeros.scaleByPowerOfTen(-exponent);
        String written = always
                ? mantissa.setScale(digits - 1, RoundingMode.UNNECESSARY).toPlainString()
                : mantissa.stripTrailingZeros().toPlainString();
        return String.format(Locale.ROOT, "%se%s%03d", written, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
