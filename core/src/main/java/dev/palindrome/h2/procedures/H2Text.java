package dev.palindrome.h2.procedures;

import dev.palindrome.h2.H2Front;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Values as SQL Server writes them where they become text. Public for H2's sake; {@link H2Front#install} makes it known
 * there.
 */
public final class H2Text {

    /** As many digits as SQL Server writes of a FLOAT. */
    private static final int FLOAT_DIGITS = 6;

    /** MONEY has as many digits behind the point, and loses two of them as text. */
    private static final int MONEY_SCALE = 4;

    private H2Text() {}

    /**
     * A value as text.
     *
     * @param value anything but what SQL Server writes in ways that depend on a type H2 does not know
     * @return its text; null for NULL
     * @throws SQLException if only SQL Server knows
     */
    public static @Nullable String text(Value value) throws SQLException {
        return switch (value.getValueType()) {
            case Value.NULL -> null;
            case Value.BOOLEAN -> value.getBoolean() ? "1" : "0";
            case Value.UUID -> value.getString().toUpperCase(Locale.ROOT);
            case Value.REAL, Value.DOUBLE, Value.DECFLOAT -> floating(value.getBigDecimal());
            case Value.NUMERIC -> numeric(value.getBigDecimal());
            case Value.CHAR,
                    Value.VARCHAR,
                    Value.VARCHAR_IGNORECASE,
                    Value.CLOB,
                    Value.TINYINT,
                    Value.SMALLINT,
                    Value.INTEGER,
                    Value.BIGINT,
                    Value.DATE -> value.getString();
            default -> throw TsqlError.needsSqlServer("Text made of a " + value.getType() + ".");
        };
    }

    private static String floating(BigDecimal number) throws SQLException {
        BigDecimal plain = number.stripTrailingZeros();
        boolean exponent = plain.precision() - plain.scale() > FLOAT_DIGITS || plain.scale() > FLOAT_DIGITS;
        if (exponent || plain.precision() > FLOAT_DIGITS) {
            throw TsqlError.needsSqlServer("Text made of the FLOAT " + number + ".");
        }
        return plain.toPlainString();
    }

    private static String numeric(BigDecimal number) throws SQLException {
        if (number.scale() == MONEY_SCALE) {
            throw TsqlError.needsSqlServer(
                    "Text made of a number with four digits behind the point, as MONEY has them.");
        }
        return number.toPlainString();
    }
}
