package dev.palindrome.seed.values;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in a column of texts, which a migration is going to make a column of numbers.
 *
 * @param numbers what can be read
 * @param texts what there is room for
 */
record WrittenNumberDomain(NumberDomain numbers, TextDomain texts) implements ValueDomain {

    private static final String NOUGHT = "0";

    private String written(Object number) {
        String text = ((BigDecimal) number).toPlainString();
        return fits(text) ? text : NOUGHT;
    }

    private boolean fits(String text) {
        return text.length() <= texts.length();
    }

    @Override
    public Object ordinary(SplittableRandom random) {
        return written(numbers.ordinary(random));
    }

    /** With noughts before it, as codes have them. */
    @Override
    public Object awkward(SplittableRandom random) {
        String text = "00" + ((BigDecimal) numbers.ordinary(random)).toPlainString();
        return fits(text) ? text : fits("07") ? "07" : NOUGHT;
    }

    @Override
    public Object counterpart(Object value) {
        return numbers.of(value)
                .map(number -> written(numbers.counterpart(number)))
                .orElse(NOUGHT);
    }

    @Override
    public Object empty() {
        return NOUGHT;
    }

    @Override
    public Object least() {
        return written(numbers.least());
    }

    @Override
    public Object greatest() {
        return written(numbers.greatest());
    }

    @Override
    public List<Object> all() {
        return numbers.all().stream()
                .map(number -> (Object) written(number))
                .distinct()
                .toList();
    }

    @Override
    public long capacity() {
        return texts.capacity();
    }

    @Override
    public Object numbered(long number, String word) {
        return texts.numbered(number, "");
    }

    @Override
    public Optional<Object> of(Object literal) {
        return numbers.of(literal).map(this::written);
    }

    @Override
    public List<Object> around(Object value) {
        return numbers.of(value).stream()
                .flatMap(number -> numbers.around(number).stream())
                .map(number -> (Object) written(number))
                .toList();
    }

    @Override
    public int jdbcType() {
        return texts.jdbcType();
    }

    @Override
    public Object toJdbc(Object value) {
        return value instanceof BigDecimal number ? written(number) : value;
    }

    @Override
    public @Nullable Object read(ResultSet rows, int index) throws SQLException {
        return texts.read(rows, index);
    }
}
