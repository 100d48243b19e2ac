package dev.palindrome.seed.values;

import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Texts. ASCII only, except in awkward ones of Unicode: what a VARCHAR holds of the rest depends on its collation.
 *
 * @param length the most characters
 * @param type whether they are in Unicode, and how the driver is given them
 * @param tellsCase whether a key takes a small letter and its capital for two
 */
public record TextDomain(int length, SqlType type, boolean tellsCase) implements ValueDomain {

    /** Those of a single letter, the best ones first. */
    private static final String SINGLE = "123456789abcdefghijklmnopqrstuvwxyz0!#$%&()*+,-./:;<=>?@[]^_{|}~";

    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** A longer text proves nothing more, and an index key takes no more than 1,700 bytes. */
    private static final int LONGEST = 800;

    /** One more than any type holds but those without a limit. */
    static final int LONGEST_OF_ALL = 8001;

    /** Greek and Chinese letters are lost where a text of Unicode goes through one of a code page. */
    private static final String OTHER_ALPHABETS = "\u00e9\u03a9\u6f22";

    private static final int SHORTEST_USUAL = 6;

    private static final int LONGEST_USUAL = 12;

    /** Whether characters other than ASCII come back from it, whatever its collation. */
    public boolean isUnicode() {
        return type.family() == SqlTypeFamily.NATIONAL_TEXT;
    }

    @Override
    public Object ordinary(SplittableRandom random) {
        int most = Math.min(length, LONGEST_USUAL);
        int fewest = Math.min(most, SHORTEST_USUAL);
        return RandomLetters.lower(fewest + random.nextInt(most - fewest + 1), random);
    }

    @Override
    public Object least() {
        return "";
    }

    @Override
    public Object longest() {
        return "z".repeat(Math.min(length, LONGEST_OF_ALL));
    }

    /** Both cases, a blank at both ends, quotes, other alphabets, what parts words: as much of it as there is room for. */
    @Override
    public Object awkward(SplittableRandom random) {
        String capital = RandomLetters.lower(1, random).toUpperCase(Locale.ROOT);
        String word = capital + ordinary(random);
        String marks = marks();
        String inner = word.substring(0, Math.max(1, Math.min(word.length(), length - marks.length() - 2))) + marks;
        return length > 2 ? " " + inner + " " : inner.substring(0, Math.min(length, inner.length()));
    }

    private String marks() {
        String quotes = length >= 2 * SHORTEST_USUAL ? "'\"" + (isUnicode() ? OTHER_ALPHABETS : "") : "";
        return quotes + (length >= 20 ? "  -,./" : "") + (length >= 30 ? "\t;_@%\r\n" : "");
    }

    /** In capitals. */
    @Override
    public Object counterpart(Object value) {
        return ((String) value).toUpperCase(Locale.ROOT);
    }

    @Override
    public Object greatest() {
        return "z".repeat(Math.min(length, LONGEST));
    }

    /** Of ASCII. */
    @Override
    public List<Object> all() {
        return length == 1
                ? (tellsCase ? SINGLE + CAPITALS : SINGLE)
                        .chars()
                        .mapToObj(letter -> (Object) Character.toString(letter))
                        .toList()
                : List.of();
    }

    @Override
    public long capacity() {
        if (length == 1) {
            return all().size();
        }
        return (long) Math.pow(10, Math.min(length, 18)) - 1;
    }

    /** The number comes last, and is all of the digits that stand there, so that it can be read back. */
    @Override
    public Object numbered(long number, String word) {
        if (length == 1) {
            return all().get((int) number);
        }
        String digits = Long.toString(number + 1);
        int at = word.indexOf('@');
        String front = at < 0 ? word : word.substring(0, at);
        String back = at < 0 ? "" : word.substring(at);
        int room = length - digits.length() - back.length();
        return room < 0
                ? numbered(number, front)
                : front.substring(0, Math.min(room, front.length())).replaceFirst("\\d+$", "") + digits + back;
    }

    @Override
    public Optional<Object> of(Object literal) {
        return Value.of(literal).text().filter(text -> text.length() <= length).map(text -> text);
    }

    @Override
    public List<Object> around(Object value) {
        return Stream.of((String) value, value + "a", "a")
                .filter(text -> text.length() <= length)
                .map(Object.class::cast)
                .toList();
    }

    @Override
    public Optional<Object> ofLength(int wanted, String characters, SplittableRandom random) {
        return wanted < 0 || wanted > length
                ? Optional.empty()
                : Optional.of(RandomLetters.of(characters, wanted, random));
    }

    @Override
    public int jdbcType() {
        return type.jdbcType();
    }

    @Override
    public @Nullable Object read(ResultSet rows, int index) throws SQLException {
        return rows.getString(index);
    }
}
