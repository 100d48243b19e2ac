package dev.palindrome.production.mask.value;

import dev.palindrome.sql.DateTimeRange;
import dev.palindrome.sql.SqlType;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Shifts dates of birth by a number of days that follows from the person: never by none, and so that ages stay about what they
 * are. Times of day stay.
 */
final class DateReplacement implements Replacement {

    /** A person gets at most so many days older or younger. */
    static final int MOST_DAYS = 365;

    private final KeyedDraws draws;
    private final LocalDateTime first;
    private final LocalDateTime last;
    private final Replacement others;
    private final Clock clock;

    DateReplacement(ColumnShape shape, MaskKey key, Clock clock) {
        Optional<DateTimeRange> range = shape.type().dateTimes();
        this.draws = key.draws(FakeKind.DATE_OF_BIRTH.words());
        this.first = range.map(DateTimeRange::first).orElse(LocalDateTime.MIN);
        this.last = range.map(DateTimeRange::last).orElse(LocalDateTime.MAX);
        this.others = new NumberReplacement(FakeKind.DATE_OF_BIRTH, shape, key);
        this.clock = clock;
    }

    @Override
    public Object replace(Object original, int attempt) {
        return replaceOf(person(original), original, attempt);
    }

    /** Whose nobody says belongs to whoever was born on that day. */
    private static byte[] person(Object original) {
        String day = original instanceof java.sql.Date date ? date.toLocalDate().toString() : original.toString();
        return day.strip().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Object replaceOf(byte[] person, Object original, int attempt) {
        int days = days(person, attempt);
        if (original instanceof LocalDate day) {
            return shifted(day, days);
        }
        if (original instanceof Date day) {
            return Date.valueOf(shifted(day.toLocalDate(), days));
        }
        if (original instanceof LocalDateTime time) {
            return shifted(time, days);
        }
        if (original instanceof Timestamp time) {
            return Timestamp.valueOf(shifted(time.toLocalDateTime(), days));
        }
        if (original instanceof OffsetDateTime time) {
            return shifted(time.toLocalDateTime(), days).atOffset(time.getOffset());
        }
        if (original instanceof ZonedDateTime time) {
            return shifted(time.toLocalDateTime(), days).atZone(time.getZone());
        }
        return WrittenDate.in(original)
                .map(date -> date.with(shifted(date.day(), days)))
                .orElseGet(() -> others.replace(original, attempt));
    }

    private int days(byte[] person, int attempt) {
        int drawn = draws.at(person, attempt).below(2 * MOST_DAYS);
        return drawn < MOST_DAYS ? drawn - MOST_DAYS : drawn - MOST_DAYS + 1;
    }

    private LocalDate shifted(LocalDate day, int days) {
        return shifted(day.atStartOfDay(), days).toLocalDate();
    }

    /** The other way where the type ends, or the present. */
    private LocalDateTime shifted(LocalDateTime time, int days) {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDateTime latest = time.isAfter(now) || last.isBefore(now) ? last : now;
        boolean back = days > 0 && time.isAfter(latest.minusDays(days));
        boolean forth = days < 0 && time.isBefore(first.plusDays(-days));
        LocalDateTime moved = time.plusDays(back || forth ? -days : days);
        return moved;
    }

    static boolean fits(SqlType type) {
        return switch (type.family()) {
            case DATE, DATE_TIME, DATE_TIME_WITH_OFFSET, TEXT, NATIONAL_TEXT, WHOLE_NUMBER, DECIMAL -> true;
            default -> false;
        };
    }
}
