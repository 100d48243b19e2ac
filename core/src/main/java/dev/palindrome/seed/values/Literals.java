package dev.palindrome.seed.values;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** Texts that stand for a number or a time, in the forms that do not depend on a session's language. */
public final class Literals {

    private Literals() {}

    /** The text as a value of the other's kind, as SQL Server converts it before it compares. */
    static Optional<Object> like(Object other, String text) {
        if (other instanceof BigDecimal) {
            return Numbers.parse(text).map(Function.identity());
        }
        if (other instanceof LocalDateTime) {
            return dateTime(text).map(Function.identity());
        }
        if (other instanceof LocalTime) {
            return time(text).map(Function.identity());
        }
        return other instanceof OffsetDateTime ? offset(text).map(Function.identity()) : Optional.empty();
    }

    public static Optional<LocalDateTime> dateTime(String text) {
        String iso = iso(text);
        if (iso.length() == 10) {
            return parsed(() -> LocalDate.parse(iso).atStartOfDay());
        }
        return parsed(() -> LocalDateTime.parse(iso));
    }

    public static Optional<LocalTime> time(String text) {
        return parsed(() -> LocalTime.parse(text.strip()));
    }

    public static Optional<OffsetDateTime> offset(String text) {
        Optional<OffsetDateTime> whole =
                parsed(() -> OffsetDateTime.parse(iso(text).replace(" +", "+").replace(" -", "-")));
        return whole.isPresent() ? whole : dateTime(text).map(dateTime -> dateTime.atOffset(ZoneOffset.UTC));
    }

    private static String iso(String text) {
        String stripped = text.strip();
        if (stripped.matches("\\d{8}")) {
            return stripped.substring(0, 4) + "-" + stripped.substring(4, 6) + "-" + stripped.substring(6);
        }
        return stripped.replaceFirst("(?<=^\\d{4}-\\d{2}-\\d{2}) ", "T");
    }

    private static <T> Optional<T> parsed(Parsing<T> parsing) {
        try {
            return Optional.of(parsing.parse());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Parsing<T> {
        T parse();
    }
}
