package dev.palindrome.h2.value;

import dev.palindrome.h2.procedures.object.TsqlError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * How CONVERT writes MONEY.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/cast-and-convert-transact-sql#money-and-smallmoney-styles">
 *     Money and smallmoney styles</a>
 */
enum MoneyStyle {
    /** 0: two digits behind the point. */
    SHORT("0.00"),
    /** 1: commas in it, too. */
    WITH_COMMAS("#,##0.00"),
    /** 2 and 126: four digits. */
    LONG("0.0000");

    private final String pattern;

    MoneyStyle(String pattern) {
        this.pattern = pattern;
    }

    /** @param style below 0 where there is none */
    static MoneyStyle of(int style) throws SQLException {
        return switch (style) {
            case -1, 0 -> SHORT;
            case 1 -> WITH_COMMAS;
            case 2, 126 -> LONG;
            default -> throw TsqlError.needsSqlServer("MONEY as text in style " + style + ".");
        };
    }

    String write(BigDecimal amount) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(amount.signum() == 0 ? BigDecimal.ZERO : amount);
    }
}
