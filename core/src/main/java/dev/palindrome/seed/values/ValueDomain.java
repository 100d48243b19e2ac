package dev.palindrome.seed.values;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The values that a type holds, in the form that {@link Value} has them. */
public interface ValueDomain {

    /** One of them, with no more to it. */
    Object ordinary(SplittableRandom random);

    /** The least or shortest. */
    Object least();

    /** The greatest or longest. */
    Object greatest();

    /** Where no index is on the column, it may be longer than {@link #greatest}. */
    default Object longest() {
        return greatest();
    }

    /** One that a careless change of texts, numbers or times does not leave as it is. */
    default Object awkward(SplittableRandom random) {
        return ordinary(random);
    }

    /** One beside an ordinary one that a careless comparison or conversion takes for another. */
    default Object counterpart(Object ordinary) {
        return ordinary;
    }

    /** The empty text, zero. */
    default Object empty() {
        return least();
    }

    /** A literal as a value of this type; empty if it does not fit. */
    Optional<Object> of(Object literal);

    /** A value and those that come right before and behind it, as far as they fit. */
    default List<Object> around(Object value) {
        return List.of(value);
    }

    /** A value of so many characters or bytes; empty where values have no length, or that is too long. */
    default Optional<Object> ofLength(int length, String characters, SplittableRandom random) {
        return Optional.empty();
    }

    /** All values, where there are few of them; none where there are many. The first ones look best. */
    default List<Object> all() {
        return List.of();
    }

    /** How many values {@link #numbered} tells apart; 0 where it tells none. */
    default long capacity() {
        return 0;
    }

    /**
     * A value that no other number gives.
     *
     * @param number from 0, and less than {@link #capacity}
     * @param word what a text begins with, as far as there is room
     */
    default Object numbered(long number, String word) {
        throw new UnsupportedOperationException();
    }

    /** One of {@link java.sql.Types}. */
    int jdbcType();

    /** The value as the driver takes it. */
    default Object toJdbc(Object value) {
        return value;
    }

    /** The value that the driver gives. */
    @Nullable Object read(ResultSet rows, int index) throws SQLException;
}
