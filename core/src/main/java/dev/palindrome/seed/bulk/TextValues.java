package dev.palindrome.seed.bulk;

import dev.palindrome.seed.refusal.UnfitValueException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;

/** Values of columns that hold texts, bytes and GUIDs. */
final class TextValues {

    /** Java takes fewer digits as well, and those of other scripts. */
    private static final Pattern GUID = Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private TextValues() {}

    static ColumnValues ofLength(OptionalInt length) {
        int most = length.orElse(Integer.MAX_VALUE);
        return given -> {
            if (given instanceof byte[] || given instanceof ByteBuffer) {
                throw new UnfitValueException("a text");
            }
            String text = given instanceof BigDecimal number ? number.toPlainString() : given.toString();
            if (text.length() > most) {
                throw new UnfitValueException("a text of at most %d characters".formatted(most));
            }
            return text;
        };
    }

    /** A text is read as hexadecimal digits, with 0x before them or without. */
    static ColumnValues bytes(OptionalInt length) {
        int most = length.orElse(Integer.MAX_VALUE);
        return given -> {
            byte[] bytes = bytes(given);
            if (bytes.length > most) {
                throw new UnfitValueException("at most %d bytes".formatted(most));
            }
            return bytes;
        };
    }

    private static byte[] bytes(Object given) throws UnfitValueException {
        if (given instanceof byte[] bytes) {
            return bytes;
        }
        if (given instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return bytes;
        }
        String text = given.toString().strip();
        String digits = text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text;
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            throw new UnfitValueException("hexadecimal digits, two for each byte");
        }
    }

    /**
     * A place as text goes as it is; hexadecimal digits are the bytes by which SQL Server keeps it, SRID included, and which it
     * converts by itself (docs: cast-and-convert-transact-sql, the chart of conversions).
     */
    static Object place(Object given) throws UnfitValueException {
        boolean isHexadecimal =
                given instanceof CharSequence text && text.toString().strip().startsWith("0x");
        return isHexadecimal ? bytes(given) : given;
    }

    static Object uuid(Object given) throws UnfitValueException {
        if (given instanceof UUID) {
            return given;
        }
        String text = given.toString().strip();
        String bare = text.startsWith("{") && text.endsWith("}") ? text.substring(1, text.length() - 1) : text;
        if (GUID.matcher(bare).matches()) {
            return UUID.fromString(bare);
        }
        throw new UnfitValueException("a GUID such as 6F9619FF-8B86-D011-B42D-00C04FC964FF");
    }
}
