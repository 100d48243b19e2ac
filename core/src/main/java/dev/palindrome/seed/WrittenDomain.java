package dev.palindrome.seed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values that the server makes of a text: an XML document, a point on the globe.
 *
 * @param text makes the text
 */
record WrittenDomain(Function<SplittableRandom, String> text) implements Domain {

    static WrittenDomain uuid() {
        return new WrittenDomain(random -> new java.util.UUID(
                        random.nextLong() & 0xFFFFFFFFFFFF0FFFL | 0x4000L,
                        random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L)
                .toString()
                .toUpperCase(Locale.ROOT));
    }

    static WrittenDomain xml() {
        return new WrittenDomain(random -> "<row>" + Letters.lower(8, random) + "</row>");
    }

    static WrittenDomain json() {
        return new WrittenDomain(random -> "{\"row\":\"" + Letters.lower(8, random) + "\"}");
    }

    static WrittenDomain variant() {
        return new WrittenDomain(random -> Letters.lower(8, random));
    }

    static WrittenDomain hierarchy() {
        return new WrittenDomain(random -> "/" + (1 + random.nextInt(1_000_000)) + "/");
    }

    static WrittenDomain point() {
        return new WrittenDomain(random -> "POINT(" + random.nextInt(180) + " " + random.nextInt(90) + ")");
    }

    static WrittenDomain vector(int dimensions) {
        return new WrittenDomain(random -> random.ints(dimensions, 0, 100)
                .mapToObj(Integer::toString)
                .collect(java.util.stream.Collectors.joining(",", "[", "]")));
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
