package dev.palindrome.seed.values;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Moments with an offset from UTC.
 *
 * @param local the part without the offset
 */
public record OffsetDomain(DateTimeDomain local) implements ValueDomain {

    @Override
    public Object ordinary(SplittableRandom random) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(1800 * (random.nextInt(49) - 24));
        return ((LocalDateTime) local.ordinary(random)).atOffset(offset);
    }

    @Override
    public Object awkward(SplittableRandom random) {
        return ((LocalDateTime) local.awkward(random)).atOffset(ZoneOffset.ofHoursMinutes(-9, -30));
    }

    @Override
    public Object counterpart(Object value) {
        OffsetDateTime moment = (OffsetDateTime) value;
        return ((LocalDateTime) local.counterpart(moment.toLocalDateTime())).atOffset(moment.getOffset());
    }

    @Override
    public Object empty() {
        return ((LocalDateTime) local.empty()).atOffset(ZoneOffset.UTC);
    }

    @Override
    public Object least() {
        return ((LocalDateTime) local.least()).atOffset(ZoneOffset.UTC);
    }

    @Override
    public Object greatest() {
        return ((LocalDateTime) local.greatest()).atOffset(ZoneOffset.UTC);
    }

    @Override
    public long capacity() {
        return local.capacity();
    }

    @Override
    public Object numbered(long number, String word) {
        return ((LocalDateTime) local.numbered(number, word)).atOffset(ZoneOffset.UTC);
    }

    @Override
    public Optional<Object> of(Object literal) {
        return literal instanceof OffsetDateTime
                ? Optional.of(literal)
                : Value.of(literal).text().flatMap(Literals::offset).map(it -> it);
    }

    @Override
    public List<Object> around(Object value) {
        OffsetDateTime dateTime = (OffsetDateTime) value;
        return local.around(dateTime.toLocalDateTime()).stream()
                .map(it -> (Object) ((LocalDateTime) it).atOffset(dateTime.getOffset()))
                .toList();
    }

    /** Only for NULL, which is taken as text by every driver. */
    @Override
    public int jdbcType() {
        return Types.VARCHAR;
    }

    @Override
    public @Nullable Object read(ResultSet rows, int index) throws SQLException {
        return rows.getObject(index, OffsetDateTime.class);
    }
}
