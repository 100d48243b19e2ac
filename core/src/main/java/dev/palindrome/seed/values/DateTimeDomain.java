package dev.palindrome.seed.values;

import dev.palindrome.sql.DateTimeRange;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates, with a time of day or without.
 *
 * @param range those that the type holds
 * @param unit the shortest time that it tells apart
 */
public record DateTimeDomain(DateTimeRange range, Duration unit) implements ValueDomain {

    static final Duration DAY = Duration.ofDays(1);

    /** Ordinary dates lie in the twenty years from here: in the past, whatever the day. */
    private static final LocalDateTime USUAL = LocalDateTime.of(2001, 1, 1, 0, 0);

    private static final int DAYS = 20 * 365;

    /** DATETIME counts in 300ths of a second; whole hundredths are among them. */
    private static final Duration HUNDREDTH = Duration.ofMillis(10);

    /**
     * Those of a type.
     *
     * @param sqlType one that holds days
     * @param type the same with its arguments
     */
    static DateTimeDomain of(SqlType sqlType, DeclaredType type) {
        DateTimeRange range = sqlType.dateTimes().orElseThrow();
        Duration unit = switch (sqlType) {
            case DATE -> DAY;
            case SMALLDATETIME -> Duration.ofMinutes(1);
            case DATETIME -> HUNDREDTH;
            default -> fraction(type);
        };
        return new DateTimeDomain(range, unit);
    }

    static Duration fraction(DeclaredType type) {
        int digits = Math.min(type.scale().orElseThrow(), SqlType.TIME.size());
        return Duration.ofNanos(BigDecimal.TEN.pow(9 - digits).longValue());
    }

    @Override
    public Object ordinary(SplittableRandom random) {
        long nanos = random.nextLong(DAY.toNanos());
        return floor(USUAL.plusDays(random.nextInt(DAYS)).plusNanos(nanos));
    }

    private LocalDateTime floor(LocalDateTime dateTime) {
        long nanos = dateTime.toLocalTime().toNanoOfDay();
        return dateTime.minusNanos(nanos % unit.toNanos());
    }

    /** The last moment of a leap day. */
    @Override
    public Object awkward(SplittableRandom random) {
        return floor(LocalDateTime.of(2000 + 4 * random.nextInt(6), 2, 29, 0, 0).with(LocalTime.MAX));
    }

    /** The last day of a month whose neighbours are shorter. */
    @Override
    public Object counterpart(Object value) {
        return ((LocalDateTime) value).withMonth(3).withDayOfMonth(31);
    }

    /** The first and the last day of each month of a year, and of the one before. */
    public Stream<Object> everyMonth() {
        return IntStream.rangeClosed(0, 24)
                .mapToObj(month -> LocalDateTime.of(2019, 1, 1, 0, 0).plusMonths(month))
                .flatMap(first -> Stream.of(first, first.minusDays(1)))
                .filter(range::has)
                .map(day -> day);
    }

    /** What an empty text becomes where it is made a time. */
    @Override
    public Object empty() {
        return NOUGHT;
    }

    @Override
    public Object least() {
        return range.first();
    }

    /** With a whole hour: rounding by a type that tells less apart must not lead out of the range. */
    @Override
    public Object greatest() {
        return range.last().truncatedTo(ChronoUnit.HOURS);
    }

    private static final LocalDateTime NOUGHT = LocalDateTime.of(1900, 1, 1, 0, 0);

    private static final LocalDateTime COUNTED_FROM = LocalDateTime.of(2000, 1, 1, 0, 0);

    private Duration step() {
        return unit.equals(DAY) ? DAY : Duration.ofMinutes(1);
    }

    @Override
    public long capacity() {
        return Duration.between(COUNTED_FROM, (LocalDateTime) greatest()).dividedBy(step());
    }

    /** A day or a minute later for each. */
    @Override
    public Object numbered(long number, String word) {
        return COUNTED_FROM.plus(step().multipliedBy(number));
    }

    /** A text; or a number, which conditions compare years with. */
    @Override
    public Optional<Object> of(Object literal) {
        Optional<LocalDateTime> dateTime = Optional.empty();
        if (literal instanceof LocalDateTime itself) {
            dateTime = Optional.of(itself);
        } else if (literal instanceof String text) {
            dateTime = Literals.dateTime(text);
        } else if (literal instanceof BigDecimal year && year.signum() > 0 && year.intValue() < 9999) {
            dateTime = Optional.of(LocalDateTime.of(year.intValue(), 1, 1, 0, 0));
        }
        return dateTime.map(this::floor).filter(range::has).map(it -> it);
    }

    @Override
    public List<Object> around(Object value) {
        LocalDateTime dateTime = (LocalDateTime) value;
        return Stream.of(
                        dateTime,
                        dateTime.plus(unit),
                        dateTime.minus(unit),
                        dateTime.plusDays(1),
                        dateTime.minusDays(1))
                .filter(range::has)
                .map(Object.class::cast)
                .distinct()
                .toList();
    }

    @Override
    public int jdbcType() {
        return unit.equals(DAY) ? Types.DATE : Types.TIMESTAMP;
    }

    @Override
    public Object toJdbc(Object value) {
        LocalDateTime dateTime = (LocalDateTime) value;
        return unit.equals(DAY) ? dateTime.toLocalDate() : dateTime;
    }

    @Override
    public @Nullable Object read(ResultSet rows, int index) throws SQLException {
        if (unit.equals(DAY)) {
            LocalDate date = rows.getObject(index, LocalDate.class);
            return date == null ? null : date.atStartOfDay();
        }
        return rows.getObject(index, LocalDateTime.class);
    }
}
