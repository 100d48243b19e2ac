package dev.palindrome.seed.values;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Times of day.
 *
 * @param unit the shortest time that the type tells apart
 */
public record TimeDomain(Duration unit) implements ValueDomain {

    @Override
    public Object ordinary(SplittableRandom random) {
        return floor(random.nextLong(DateTimeDomain.DAY.toNanos()));
    }

    private LocalTime floor(long nanos) {
        return LocalTime.ofNanoOfDay(nanos - nanos % unit.toNanos());
    }

    @Override
    public Object awkward(SplittableRandom random) {
        return floor(DateTimeDomain.DAY.toNanos() - 1 - random.nextInt(1_000_000));
    }

    @Override
    public Object least() {
        return LocalTime.MIN;
    }

    @Override
    public Object greatest() {
        return floor(DateTimeDomain.DAY.toNanos() - 1);
    }

    @Override
    public long capacity() {
        return DateTimeDomain.DAY.dividedBy(unit);
    }

    @Override
    public Object numbered(long number, String word) {
        return LocalTime.MIN.plus(unit.multipliedBy(number));
    }

    @Override
    public Optional<Object> of(Object literal) {
        Optional<LocalTime> time = literal instanceof LocalTime itself
                ? Optional.of(itself)
                : Value.of(literal).text().flatMap(Literals::time);
        return time.map(it -> floor(it.toNanoOfDay()));
    }

    /** Wraps around at midnight. */
    @Override
    public List<Object> around(Object value) {
        LocalTime time = (LocalTime) value;
        return List.of(time, time.plus(unit), time.minus(unit), time.plusHours(1), time.minusHours(1));
    }

    @Override
    public int jdbcType() {
        return Types.TIME;
    }

    @Override
    public @Nullable Object read(ResultSet rows, int index) throws SQLException {
        return rows.getObject(index, LocalTime.class);
    }
}
