package dev.palindrome.h2.value;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Values as SQL Server writes them where they become text. Public for H2's sake; {@link H2Front#install} makes it known
 * there.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/cast-and-convert-transact-sql">CAST and CONVERT</a>
 */
public final class WrittenText {

    /** MONEY has as many digits behind the point; as a number that is no MONEY it is written with all of them. */
    private static final int MONEY_SCALE = 4;

    /** That of SQL_Latin1_General_CP1_CI_AS. */
    private static final Charset CODE_PAGE = Charset.forName("windows-1252");

    private WrittenText() {}

    /**
     * A value as text.
     *
     * @param value anything
     * @param type its type, as T-SQL declares it; empty where it is not known
     * @param style of CONVERT; below 0 where there is none
     * @param length of the text's type; below 0 where it has none or somebody else looks at it
     * @param text the name of the text's type
     * @return its text; null for NULL
     * @throws SQLException 8115, 234 or 8170 for a value that is too long; or if only SQL Server knows
     */
    public static @Nullable String of(Value value, String type, int style, int length, String text)
            throws SQLException {
        if (value.getValueType() == Value.NULL) {
            return null;
        }
        if (isText(value)) {
            return value.getString();
        }
        DeclaredType declared = DeclaredType.parse(type.isEmpty() ? ofH2(value) : type);
        SqlType known = declared.sqlType().orElseThrow();
        return TextLength.within(length, text, known, written(value, known, declared, style, text));
    }

    private static boolean isText(Value value) {
        return switch (value.getValueType()) {
            case Value.CHAR, Value.VARCHAR, Value.VARCHAR_IGNORECASE, Value.CLOB -> true;
            default -> false;
        };
    }

    /** What it must be if no column or CAST says it. */
    private static String ofH2(Value value) throws SQLException {
        return switch (value.getValueType()) {
            case Value.BOOLEAN -> "BIT";
            case Value.UUID -> "UNIQUEIDENTIFIER";
            case Value.REAL -> "REAL";
            case Value.DOUBLE, Value.DECFLOAT -> "FLOAT";
            case Value.TINYINT -> "TINYINT";
            case Value.SMALLINT -> "SMALLINT";
            case Value.INTEGER -> "INT";
            case Value.BIGINT -> "BIGINT";
            case Value.DATE -> "DATE";
            case Value.NUMERIC -> {
                if (value.getBigDecimal().scale() == MONEY_SCALE) {
                    throw TsqlError.needsSqlServer(
                            "Text made of a number with four digits behind the point, as MONEY has them.");
                }
                yield "DECIMAL";
            }
            default -> throw TsqlError.needsSqlServer("Text made of a " + value.getType() + ".");
        };
    }

    private static String written(Value value, SqlType type, DeclaredType declared, int style, String text)
            throws SQLException {
        return switch (type.family()) {
            case BIT -> value.getBoolean() ? "1" : "0";
            case GUID -> value.getString().toUpperCase(Locale.ROOT);
            case WHOLE_NUMBER -> value.getString();
            case DECIMAL -> decimal(value.getBigDecimal(), declared);
            case MONEY -> MoneyStyle.of(style).write(value.getBigDecimal());
            case FLOATING_POINT -> FloatStyle.of(style).write(value.getDouble());
            case DATE, TIME, DATE_TIME, DATE_TIME_WITH_OFFSET ->
                new DateTimeWriting(type, declared.scale().orElse(type.scale())).write(value.getString(), style);
            case BINARY, ROWVERSION -> binary(value.getBytes(), style, text);
            default -> throw TsqlError.needsSqlServer("Text made of a " + declared + ".");
        };
    }

    private static String decimal(BigDecimal number, DeclaredType declared) {
        boolean scaled = !declared.arguments().isEmpty();
        return (scaled ? number.setScale(declared.scale().orElse(0), RoundingMode.HALF_UP) : number).toPlainString();
    }

    private static String binary(byte[] bytes, int style, String text) {
        Optional<String> hex = style == 1 || style == 2
                ? Optional.of((style == 1 ? "0x" : "")
                        + HexFormat.of().withUpperCase().formatHex(bytes))
                : Optional.empty();
        boolean national = text.startsWith("n");
        return hex.orElseGet(() -> new String(bytes, national ? StandardCharsets.UTF_16LE : CODE_PAGE));
    }
}
