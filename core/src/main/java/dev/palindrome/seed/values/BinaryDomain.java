package dev.palindrome.seed.values;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Bytes.
 *
 * @param length the most
 * @param fixed whether there are always so many
 */
public record BinaryDomain(int length, boolean fixed) implements ValueDomain {

    private static final int LONGEST = 800;

    private static final int LONGEST_OF_ALL = 8001;

    private static final int USUAL = 16;

    @Override
    public Object ordinary(SplittableRandom random) {
        return random(fixed ? length : Math.min(length, USUAL), random);
    }

    private static ByteBuffer random(int length, SplittableRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public Object least() {
        return ByteBuffer.wrap(new byte[fixed ? length : 0]);
    }

    @Override
    public Object greatest() {
        return full(fixed ? length : Math.min(length, LONGEST));
    }

    @Override
    public Object longest() {
        return full(fixed ? length : Math.min(length, LONGEST_OF_ALL));
    }

    private static ByteBuffer full(int length) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) 0xff);
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public long capacity() {
        return length >= Long.BYTES ? Long.MAX_VALUE : 1L << (Byte.SIZE * length);
    }

    @Override
    public Object numbered(long number, String word) {
        byte[] bytes = new byte[fixed ? length : Math.min(length, Long.BYTES)];
        long rest = number;
        for (int i = bytes.length - 1; i >= 0; i--) {
            bytes[i] = (byte) rest;
            rest >>>= Byte.SIZE;
        }
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public Optional<Object> of(Object literal) {
        return literal instanceof ByteBuffer ? Optional.of(literal) : Optional.empty();
    }

    @Override
    public Optional<Object> ofLength(int wanted, String characters, SplittableRandom random) {
        return wanted < 0 || wanted > length ? Optional.empty() : Optional.of(random(wanted, random));
    }

    @Override
    public int jdbcType() {
        return Types.VARBINARY;
    }

    @Override
    public Object toJdbc(Object value) {
        return ((ByteBuffer) value).array();
    }

    @Override
    public @Nullable Object read(ResultSet rows, int index) throws SQLException {
        byte[] bytes = rows.getBytes(index);
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}
