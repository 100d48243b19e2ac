package dev.palindrome.seed.values;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values that the server makes of a text: an XML document, a point on the globe.
 *
 * @param text makes the text
 * @param numbering makes a text that differs for each number; missing where keys cannot be of this type
 */
public record WrittenDomain(Function<SplittableRandom, String> text, Optional<LongFunction<String>> numbering)
        implements ValueDomain {

    /** Odd, so that a product with it can be undone: the numbers of UUIDs are far apart. */
    private static final long SPREAD = 0x9E3779B97F4BL;

    private static final long LAST_TWELVE_DIGITS = 0xFFFFFFFFFFFFL;

    static WrittenDomain uuid() {
        return new WrittenDomain(
                random -> new java.util.UUID(
                                random.nextLong() & 0xFFFFFFFFFFFF0FFFL | 0x4000L,
                                random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L)
                        .toString()
                        .toUpperCase(Locale.ROOT),
                Optional.of(WrittenDomain::uuid));
    }

    private static String uuid(long number) {
        long high = Hashes.mix(number) & 0xFFFFFFFFFFFF0FFFL | 0x4000L;
        long low = number * SPREAD & LAST_TWELVE_DIGITS | 0x8A5C000000000000L;
        return new java.util.UUID(high, low).toString().toUpperCase(Locale.ROOT);
    }

    static WrittenDomain xml() {
        return of(random -> "<row>" + RandomLetters.lower(8, random) + "</row>");
    }

    static WrittenDomain json() {
        return of(random -> "{\"row\":\"" + RandomLetters.lower(8, random) + "\"}");
    }

    static WrittenDomain variant() {
        return new WrittenDomain(random -> RandomLetters.lower(8, random), Optional.of(number -> "value " + number));
    }

    static WrittenDomain hierarchy() {
        return new WrittenDomain(
                random -> "/" + (1 + random.nextInt(1_000_000)) + "/", Optional.of(number -> "/" + (number + 1) + "/"));
    }

    static WrittenDomain point() {
        return of(random -> "POINT(" + random.nextInt(180) + " " + random.nextInt(90) + ")");
    }

    static WrittenDomain vector(int dimensions) {
        return of(random ->
                random.ints(dimensions, 0, 100).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]")));
    }

    private static WrittenDomain of(Function<SplittableRandom, String> text) {
        return new WrittenDomain(text, Optional.empty());
    }

    @Override
    public Object ordinary(SplittableRandom random) {
        return text.apply(random);
    }

    @Override
    public Object least() {
        return text.apply(new SplittableRandom(0));
    }

    @Override
    public Object greatest() {
        return text.apply(new SplittableRandom(1));
    }

    @Override
    public long capacity() {
        return numbering.isPresent() ? LAST_TWELVE_DIGITS : 0;
    }

    @Override
    public Object numbered(long number, String word) {
        return numbering.orElseThrow().apply(number);
    }

    @Override
    public Optional<Object> of(Object literal) {
        return literal instanceof String ? Optional.of(literal) : Optional.empty();
    }

    @Override
    public int jdbcType() {
        return Types.VARCHAR;
    }

    @Override
    public @Nullable Object read(ResultSet rows, int index) throws SQLException {
        Object read = rows.getObject(index);
        return read == null ? null : read.toString().toUpperCase(Locale.ROOT);
    }
}
