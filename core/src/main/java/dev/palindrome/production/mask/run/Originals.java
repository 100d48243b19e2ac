package dev.palindrome.production.mask.run;

import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Values as replacements take them: the same on both engines, and however they come. */
final class Originals {

    private Originals() {}

    /** Of a row. */
    static @Nullable Object read(ResultSet row, int at, TargetColumn column) throws SQLException {
        SqlTypeFamily family = column.family();
        if (family.isNumber()) {
            BigDecimal number = row.getBigDecimal(at);
            return number == null ? null : number(number, column);
        }
        return switch (family) {
            case DATE -> row.getObject(at, LocalDate.class);
            case DATE_TIME -> row.getObject(at, LocalDateTime.class);
            case DATE_TIME_WITH_OFFSET -> row.getObject(at, OffsetDateTime.class);
            case BINARY -> row.getBytes(at);
            default -> row.getString(at);
        };
    }

    /** Of a function's parameter. */
    static Object of(Object value, TargetColumn column) {
        return value instanceof BigDecimal number ? number(number, column) : value;
    }

    private static Object number(BigDecimal number, TargetColumn column) {
        SqlType type = column.type().sqlType().orElse(SqlType.DECIMAL);
        return switch (type) {
            case BIT, TINYINT, SMALLINT, INT -> number.intValueExact();
            case BIGINT -> number.longValueExact();
            case FLOAT -> number.doubleValue();
            case REAL -> number.floatValue();
            default -> number;
        };
    }

    /** A replacement as H2 takes a number back. */
    static @Nullable Object back(@Nullable Object replacement) {
        return replacement instanceof Number number && !(number instanceof BigDecimal)
                ? new BigDecimal(number.toString())
                : replacement;
    }
}
