package dev.palindrome.h2.function;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.procedures.object.TsqlError;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes. Public for H2's sake; {@link H2Front#install} makes them known there.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/data-types/binary-and-varbinary-transact-sql">binary and varbinary</a>
 */
public final class ByteFunctions {

    private static final int GUID = 16;

    private ByteFunctions() {}

    /**
     * HASHBYTES.
     *
     * @param algorithm its name
     * @param value a text, or bytes
     * @param type varchar, nvarchar or varbinary
     * @return null for NULL
     * @throws SQLException if only SQL Server knows the algorithm
     */
    public static byte @Nullable [] hash(@Nullable String algorithm, Value value, String type) throws SQLException {
        if (algorithm == null || value.getValueType() == Value.NULL) {
            return null;
        }
        String java = switch (algorithm.toUpperCase(Locale.ROOT)) {
            case "MD5" -> "MD5";
            case "SHA", "SHA1" -> "SHA-1";
            case "SHA2_256" -> "SHA-256";
            case "SHA2_512" -> "SHA-512";
            default -> throw TsqlError.needsSqlServer("HASHBYTES by " + algorithm + ".");
        };
        try {
            return MessageDigest.getInstance(java).digest(textOrBytes(value, type));
        } catch (NoSuchAlgorithmException e) {
            throw TsqlError.needsSqlServer("HASHBYTES by " + algorithm + ".");
        }
    }

    private static byte[] textOrBytes(Value value, String type) {
        return switch (type) {
            case "char", "varchar" -> bytes(value, TextFunctions.CODE_PAGE);
            case "nchar", "nvarchar" -> bytes(value, StandardCharsets.UTF_16LE);
            default -> value.getBytes();
        };
    }

    private static byte[] bytes(Value value, Charset charset) {
        return TextFunctions.text(value).getBytes(charset);
    }

    /**
     * A value as BINARY or VARBINARY: whole numbers lose their first bytes and get zeros before them, everything else its last
     * ones.
     *
     * @param value a whole number, text, GUID or bytes
     * @param from its type
     * @param length of the bytes; below 0 where they may be as many as they are
     * @param fixed whether there are as many
     * @return null for NULL
     * @throws SQLException if only SQL Server knows
     */
    public static byte @Nullable [] of(Value value, String from, int length, boolean fixed) throws SQLException {
        if (value.getValueType() == Value.NULL) {
            return null;
        }
        byte[] bytes = switch (from) {
            case "bit" -> new byte[] {(byte) (value.getBoolean() ? 1 : 0)};
            case "tinyint" -> new byte[] {(byte) value.getInt()};
            case "smallint" ->
                ByteBuffer.allocate(Short.BYTES)
                        .putShort((short) value.getInt())
                        .array();
            case "int" ->
                ByteBuffer.allocate(Integer.BYTES).putInt(value.getInt()).array();
            case "bigint" ->
                ByteBuffer.allocate(Long.BYTES).putLong(value.getLong()).array();
            case "uniqueidentifier" -> guid(UUID.fromString(TextFunctions.text(value)));
            case "char", "varchar", "nchar", "nvarchar", "binary", "varbinary" -> textOrBytes(value, from);
            default -> throw TsqlError.needsSqlServer("A " + from + " as bytes.");
        };
        boolean number = from.endsWith("int") || from.equals("bit");
        if (length < 0 || bytes.length == length || bytes.length < length && !fixed) {
            return bytes;
        }
        if (!number) {
            return Arrays.copyOf(bytes, length);
        }
        byte[] right = new byte[length];
        int kept = Math.min(length, bytes.length);
        System.arraycopy(bytes, bytes.length - kept, right, length - kept, kept);
        return right;
    }

    /** The first three parts of a GUID stand in it from their last byte to their first. */
    private static byte[] guid(UUID guid) {
        byte[] bytes = ByteBuffer.allocate(GUID)
                .putLong(guid.getMostSignificantBits())
                .putLong(guid.getLeastSignificantBits())
                .array();
        return new byte[] {
            bytes[3], bytes[2], bytes[1], bytes[0], bytes[5], bytes[4], bytes[7], bytes[6], bytes[8], bytes[9],
            bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
        };
    }

    /**
     * Bytes as a whole number: the last of them.
     *
     * @param bytes any
     * @param size how many bytes the number has
     * @return null for NULL
     */
    public static @Nullable Long number(byte @Nullable [] bytes, int size) {
        if (bytes == null) {
            return null;
        }
        long number = 0;
        for (int i = Math.max(0, bytes.length - size); i < bytes.length; i++) {
            number = number << Byte.SIZE | bytes[i] & 0xff;
        }
        int unused = Long.SIZE - size * Byte.SIZE;
        return size == 1 ? number : number << unused >> unused;
    }

    /**
     * Digits in base 16 as bytes.
     *
     * @param text with 0x before it in style 1
     * @param style 1 or 2
     * @return null for NULL
     * @throws SQLException 8114 for anything else
     */
    public static byte @Nullable [] hex(@Nullable String text, int style) throws SQLException {
        if (text == null) {
            return null;
        }
        boolean prefixed = text.regionMatches(true, 0, "0x", 0, 2);
        String digits = style == 1 && prefixed ? text.substring(2) : text;
        if (prefixed != (style == 1) || digits.length() % 2 != 0 || !digits.matches("[0-9A-Fa-f]*+")) {
            throw TsqlError.of(8114, "Error converting data type varchar to varbinary.");
        }
        return HexFormat.of().parseHex(digits);
    }
}
