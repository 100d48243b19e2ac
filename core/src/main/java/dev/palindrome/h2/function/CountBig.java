package dev.palindrome.h2.function;

import java.sql.Connection;
import java.sql.Types;
import org.h2.api.AggregateFunction;
import org.jspecify.annotations.Nullable;

/** COUNT_BIG of an expression; of {@code *} H2 takes none. Public for H2's sake. */
public final class CountBig implements AggregateFunction {

    private long count;

    /** For H2. */
    public CountBig() {}

    @Override
    public void init(Connection connection) {}

    @Override
    public int getType(int[] inputTypes) {
        return Types.BIGINT;
    }

    @Override
    public void add(@Nullable Object value) {
        count += value == null ? 0 : 1;
    }

    @Override
    public Object getResult() {
        return count;
    }
}
