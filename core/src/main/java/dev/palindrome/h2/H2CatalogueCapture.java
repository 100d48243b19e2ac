package dev.palindrome.h2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.engine.Database;
import org.h2.result.Row;

/**
 * Everything that H2 knows about a database apart from rows. H2 keeps it as rows itself, one for each object, with the
 * statement that makes it, in a table that has the number 0.
 */
public final class H2CatalogueCapture {

    private static final String CATALOGUE = "table.0";

    /** Of ID, HEAD, TYPE and SQL. */
    private static final int SQL = 3;

    /** What changes without anybody changing the schema: statistics, and how far a sequence has counted. */
    private static final Pattern NOISE = Pattern.compile(
            "('(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\")| SELECTIVITY \\d+| RESTART WITH -?\\d+| EXHAUSTED");

    /** Without any of these there is none. */
    private static final List<String> NOISY = List.of(" SELECTIVITY ", " RESTART WITH ", " EXHAUSTED");

    private static final Pattern RANDOM = Pattern.compile("SYSTEM_SEQUENCE_[0-9A-F_]+");

    private final Database engine;
    private final int putBacks;
    private final H2TableRoot before;
    private final List<String> invalidViews;
    private H2TableRoot seen;

    H2CatalogueCapture(Database engine) {
        this.engine = engine;
        this.putBacks = H2RebuildCount.of(engine);
        this.before = H2TableRoot.of(engine, CATALOGUE);
        this.seen = before;
        this.invalidViews = H2Objects.invalidViews(engine);
    }

    boolean isTouched() {
        return !seen.isUntouched();
    }

    /**
     * The objects that were added, changed and dropped, in words; empty if only noise was.
     *
     * @param replaced kinds and names of what is not there any more, or is another object under its name
     */
    List<String> changes(Stream<String> replaced) {
        H2SchemaChanges changes = difference();
        replaced.forEach(changes::madeAnew);
        return changes.isEmpty() ? List.of() : changes.inWords(putBacks != H2RebuildCount.of(engine));
    }

    private H2SchemaChanges difference() {
        H2SchemaChanges difference = new H2SchemaChanges();
        H2RowCursor was = before.committed();
        H2RowCursor is = before.now().committed();
        while (was.hasNext() || is.hasNext()) {
            if (was.isBefore(is)) {
                difference.gone(sql(was.next().row()));
            } else if (is.isBefore(was)) {
                difference.come(sql(is.next().row()));
            } else {
                both(was.next().row(), is.next().row(), difference);
            }
        }
        return difference;
    }

    /**
     * What this holds and another has not, in words: H2's numbers apart, and the names that it makes up with random parts. A
     * view that cannot be asked any more is missing as well.
     */
    public List<String> missingIn(H2CatalogueCapture other) {
        List<String> here = texts();
        List<String> there = other.texts();
        List<String> mayBeMissing =
                without(there, here).stream().map(H2CatalogueCapture::plain).toList();
        List<String> mayBeNew =
                without(here, there).stream().map(H2CatalogueCapture::plain).toList();
        return Stream.concat(
                        without(mayBeNew, mayBeMissing).stream().map(H2ObjectName::of),
                        without(invalidViews, other.invalidViews).stream().map(view -> "view " + view))
                .toList();
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        H2RowCursor rows = before.committed();
        while (rows.hasNext()) {
            texts.add(sql(rows.next().row()));
        }
        return texts;
    }

    /** A statement without what differs each time that H2 makes the same object. */
    private static String plain(String sql) {
        String plain = withoutNoise(sql);
        return plain.contains("SYSTEM_SEQUENCE_") ? RANDOM.matcher(plain).replaceAll("") : plain;
    }

    /** Each of some texts takes away one of the others that is the same. */
    private static List<String> without(List<String> some, List<String> texts) {
        Map<String, Integer> counts = new HashMap<>();
        some.forEach(text -> counts.merge(text, 1, Integer::sum));
        return texts.stream()
                .filter(text -> counts.merge(text, -1, Integer::sum) < 0)
                .toList();
    }

    /** What is there now is as it was. */
    void settle() {
        seen = before.now();
    }

    private static void both(Row was, Row is, H2SchemaChanges difference) {
        if (was != is && !withoutNoise(sql(was)).equals(withoutNoise(sql(is)))) {
            difference.gone(sql(was)); // H2 may have given its number to something else
            difference.come(sql(is));
        }
    }

    private static String sql(Row row) {
        return row.getValue(SQL).getString();
    }

    static String withoutNoise(String sql) {
        if (NOISY.stream().noneMatch(sql::contains)) {
            return sql;
        }
        return NOISE.matcher(sql)
                .replaceAll(found -> found.group(1) == null ? "" : Matcher.quoteReplacement(found.group(1)));
    }
}
