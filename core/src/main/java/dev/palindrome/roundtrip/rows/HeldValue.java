package dev.palindrome.roundtrip.rows;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import microsoft.sql.Vector;
import org.jspecify.annotations.Nullable;

/** A value that is to be held against others: what drivers give for some types does not know what it is equal to. */
final class HeldValue {

    /** Drivers before 13.2 do not have it, and give texts. */
    private static final String VECTOR = "microsoft.sql.Vector";

    private HeldValue() {}

    static @Nullable Object of(ResultSet row, int index) throws SQLException {
        Object value = row.getObject(index);
        if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        }
        return value != null && value.getClass().getName().equals(VECTOR) ? text((Vector) value) : value;
    }

    /** As the server takes a vector, too (docs: vector-data-type). */
    private static @Nullable String text(Vector vector) {
        @Nullable Object @Nullable [] data = vector.getData();
        return data == null ? null : Arrays.toString(data);
    }
}
