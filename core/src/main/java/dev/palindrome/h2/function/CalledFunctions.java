package dev.palindrome.h2.function;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Functions that statements call by a number. Public for H2's sake; {@link dev.palindrome.h2.H2ValueFunctions} makes it known there. */
public final class CalledFunctions {

    private static final Map<Integer, BiFunction<@Nullable String, Object, @Nullable Object>> FUNCTIONS =
            new ConcurrentHashMap<>();

    private CalledFunctions() {}

    public static void add(int number, BiFunction<@Nullable String, Object, @Nullable Object> function) {
        FUNCTIONS.put(number, function);
    }

    public static void remove(int number) {
        FUNCTIONS.remove(number);
    }

    private static @Nullable Object call(int function, @Nullable String owner, @Nullable Object value) {
        BiFunction<@Nullable String, Object, @Nullable Object> known = FUNCTIONS.get(function);
        if (known == null) {
            throw new IllegalStateException("The function is there no longer.");
        }
        return value == null ? null : known.apply(owner, value);
    }

    /**
     * For H2.
     *
     * @param function its number
     * @param owner whose
     * @param value which
     * @return another
     */
    public static @Nullable String text(int function, @Nullable String owner, @Nullable String value) {
        return (String) call(function, owner, value);
    }

    /**
     * For H2.
     *
     * @param function its number
     * @param owner whose
     * @param value which
     * @return another
     */
    public static @Nullable BigDecimal number(int function, @Nullable String owner, @Nullable BigDecimal value) {
        return (BigDecimal) call(function, owner, value);
    }

    /**
     * For H2.
     *
     * @param function its number
     * @param owner whose
     * @param value which
     * @return another
     */
    public static @Nullable LocalDate date(int function, @Nullable String owner, @Nullable LocalDate value) {
        return (LocalDate) call(function, owner, value);
    }

    /**
     * For H2.
     *
     * @param function its number
     * @param owner whose
     * @param value which
     * @return another
     */
    public static @Nullable LocalDateTime dateTime(
            int function, @Nullable String owner, @Nullable LocalDateTime value) {
        return (LocalDateTime) call(function, owner, value);
    }

    /**
     * For H2.
     *
     * @param function its number
     * @param owner whose
     * @param value which
     * @return another
     */
    public static @Nullable OffsetDateTime withOffset(
            int function, @Nullable String owner, @Nullable OffsetDateTime value) {
        return (OffsetDateTime) call(function, owner, value);
    }

    /**
     * For H2.
     *
     * @param function its number
     * @param owner whose
     * @param value which
     * @return another
     */
    public static byte @Nullable [] bytes(int function, @Nullable String owner, byte @Nullable [] value) {
        return (byte[]) call(function, owner, value);
    }
}
