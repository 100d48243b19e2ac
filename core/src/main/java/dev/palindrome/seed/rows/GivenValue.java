package dev.palindrome.seed.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.seed.refusal.NotFillableException;
import dev.palindrome.seed.values.BinaryDomain;
import dev.palindrome.seed.values.NumberDomain;
import dev.palindrome.seed.values.Numbers;
import dev.palindrome.seed.values.OffsetDomain;
import dev.palindrome.seed.values.TextDomain;
import dev.palindrome.seed.values.TimeDomain;
import dev.palindrome.seed.values.Value;
import dev.palindrome.seed.values.ValueDomain;
import dev.palindrome.seed.values.WrittenDomain;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes values from users, where everything else makes its own.
 *
 * @param column where they shall go
 * @param domain what the column holds; missing for types that Palindrome makes no values of
 */
public record GivenValue(Column column, Optional<ValueDomain> domain) {

    /**
     * The value in the form that {@link Value} has it.
     *
     * @throws NotFillableException if the column does not take it
     */
    public Value of(@Nullable Object given) throws NotFillableException {
        if (given == null) {
            if (!column.isNullable()) {
                throw new NotFillableException("NULL was given, and the column is NOT NULL");
            }
            return Value.NULL;
        }
        return Value.of(domain.isEmpty() ? given : converted(given, domain.get()));
    }

    private Object converted(Object given, ValueDomain domain) throws NotFillableException {
        if (domain instanceof TextDomain text) {
            return text(given, text);
        }
        if (domain instanceof NumberDomain number) {
            return number(given, number);
        }
        if (domain instanceof BinaryDomain binary) {
            return bytes(given, binary);
        }
        Optional<Object> other = domain instanceof WrittenDomain ? written(given) : time(given, domain);
        Object known = other.orElseThrow(() -> wrongType(given));
        return domain.of(known).orElseThrow(() -> new NotFillableException("the value that was given is out of range"));
    }

    private NotFillableException wrongType(Object given) {
        return new NotFillableException("a %s was given, and the column is %s"
                .formatted(
                        given.getClass().getSimpleName(),
                        column.type().map(Object::toString).orElse("of another type")));
    }

    private Object text(Object given, TextDomain domain) throws NotFillableException {
        boolean textual = given instanceof CharSequence
                || given instanceof Character
                || given instanceof Number
                || given instanceof Enum
                || given instanceof UUID
                || given instanceof java.net.URI;
        if (!textual) {
            throw wrongType(given);
        }
        String text = given.toString();
        if (text.length() > domain.length()) {
            throw new NotFillableException("the text that was given has %d characters, and the column takes %d"
                    .formatted(text.length(), domain.length()));
        }
        return text;
    }

    private Object number(Object given, NumberDomain domain) throws NotFillableException {
        BigDecimal number = given instanceof Boolean bit
                ? (bit ? BigDecimal.ONE : BigDecimal.ZERO)
                : given instanceof Number it ? decimal(it) : null;
        if (number == null || given instanceof Boolean && !domain.isBit()) {
            throw wrongType(given);
        }
        if (domain.scale() == 0 && number.stripTrailingZeros().scale() > 0) {
            throw new NotFillableException(
                    "the number that was given has digits behind the point, and the column none");
        }
        BigDecimal rounded = domain.isFloating() ? number : number.setScale(domain.scale(), RoundingMode.HALF_UP);
        if (!domain.isFloating() && domain.of(rounded).isEmpty()) {
            throw new NotFillableException("the number that was given is out of range");
        }
        return rounded;
    }

    private static @Nullable BigDecimal decimal(Number number) {
        return Numbers.parse(number.toString()).orElse(null);
    }

    private Object bytes(Object given, BinaryDomain domain) throws NotFillableException {
        if (!(given instanceof byte[]) && !(given instanceof ByteBuffer)) {
            throw wrongType(given);
        }
        ByteBuffer bytes = given instanceof byte[] array ? ByteBuffer.wrap(array) : (ByteBuffer) given;
        if (bytes.remaining() > domain.length()) {
            throw new NotFillableException(
                    "%d bytes were given, and the column takes %d".formatted(bytes.remaining(), domain.length()));
        }
        return bytes;
    }

    private static Optional<Object> written(Object given) {
        boolean textual = given instanceof CharSequence || given instanceof UUID;
        return textual
                ? Optional.of(given instanceof UUID ? given.toString().toUpperCase(Locale.ROOT) : given.toString())
                : Optional.empty();
    }

    private static Optional<Object> time(Object given, ValueDomain domain) {
        if (domain instanceof TimeDomain) {
            return given instanceof java.sql.Time time ? Optional.of(time.toLocalTime()) : only(LocalTime.class, given);
        }
        return domain instanceof OffsetDomain ? offset(given) : dateTime(given);
    }

    private static Optional<Object> only(Class<?> type, Object given) {
        return type.isInstance(given) ? Optional.of(given) : Optional.empty();
    }

    private static Optional<Object> offset(Object given) {
        if (given instanceof ZonedDateTime zoned) {
            return Optional.of(zoned.toOffsetDateTime());
        }
        if (given instanceof OffsetDateTime) {
            return Optional.of(given);
        }
        return dateTime(given).map(dateTime -> ((LocalDateTime) dateTime).atOffset(ZoneOffset.UTC));
    }

    /** What has a zone is taken in UTC; what has none as it is. */
    private static Optional<Object> dateTime(Object given) {
        if (given instanceof java.sql.Timestamp timestamp) {
            return Optional.of(timestamp.toLocalDateTime());
        }
        if (given instanceof java.sql.Date date) {
            return Optional.of(date.toLocalDate().atStartOfDay());
        }
        if (given instanceof java.util.Date date && !(given instanceof java.sql.Time)) {
            return dateTime(date.toInstant());
        }
        if (given instanceof LocalDate date) {
            return Optional.of(date.atStartOfDay());
        }
        if (given instanceof Instant instant) {
            return Optional.of(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        }
        if (given instanceof OffsetDateTime offset) {
            return dateTime(offset.toInstant());
        }
        return given instanceof ZonedDateTime zoned ? dateTime(zoned.toInstant()) : only(LocalDateTime.class, given);
    }
}
