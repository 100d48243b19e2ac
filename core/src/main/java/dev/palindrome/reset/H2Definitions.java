package dev.palindrome.reset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.engine.Database;
import org.h2.result.Row;

/**
 * Everything that H2 knows about a database apart from rows. H2 keeps it as rows itself, one for each object, with the
 * statement that makes it, in a table that has the number 0.
 */
final class H2Definitions {

    private static final String CATALOGUE = "table.0";

    /** Of ID, HEAD, TYPE and SQL. */
    private static final int SQL = 3;

    /** What changes without anybody changing the schema: statistics, and how far a sequence has counted. */
    private static final Pattern NOISE =
            Pattern.compile("('(?:[^']|'')*'|\"(?:[^\"]|\"\")*\")| SELECTIVITY \\d+| RESTART WITH -?\\d+| EXHAUSTED");

    private static final Pattern RANDOM = Pattern.compile("SYSTEM_SEQUENCE_[0-9A-F_]+");

    private final H2Rows before;
    private H2Rows seen;

    H2Definitions(Database engine) {
        this.before = H2Rows.of(engine, CATALOGUE);
        this.seen = before;
    }

    boolean isTouched() {
        return !seen.isUntouched();
    }

    /** The objects that were added, changed and dropped, in words; empty if only noise was. */
    List<String> changes() {
        H2Rows now = before.now();
        H2SchemaChanges changes = new H2SchemaChanges();
        H2RowCursor was = before.committed();
        H2RowCursor is = now.committed();
        while (was.hasNext() || is.hasNext()) {
            if (was.isBefore(is)) {
                changes.add("dropped", sql(was.next().row()));
            } else if (is.isBefore(was)) {
                changes.add("added", sql(is.next().row()));
            } else {
                both(was.next().row(), is.next().row(), changes);
            }
        }
        return changes.isEmpty() ? List.of() : changes.inWords();
    }

    /** What this holds and another has not, in words: H2's numbers apart, and the names that it makes up with random parts. */
    List<String> missingIn(H2Definitions other) {
        List<String> here = texts();
        List<String> there = other.texts();
        List<String> mayBeMissing =
                without(there, here).stream().map(H2Definitions::plain).toList();
        List<String> mayBeNew =
                without(here, there).stream().map(H2Definitions::plain).toList();
        return without(mayBeNew, mayBeMissing).stream().map(H2ObjectName::of).toList();
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        H2RowCursor rows = before.committed();
        while (rows.hasNext()) {
            texts.add(sql(rows.next().row()));
        }
        return texts;
    }

    private static String plain(String sql) {
        return RANDOM.matcher(withoutNoise(sql)).replaceAll("");
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

    private static void both(Row was, Row is, H2SchemaChanges changes) {
        if (was == is || withoutNoise(sql(was)).equals(withoutNoise(sql(is)))) {
            return;
        }
        String before = H2ObjectName.of(sql(was));
        String after = H2ObjectName.of(sql(is));
        if (before.equals(after)) {
            changes.add("changed", sql(is));
        } else {
            changes.add("dropped", sql(was)); // H2 has given its number to something else
            changes.add("added", sql(is));
        }
    }

    private static String sql(Row row) {
        return row.getValue(SQL).getString();
    }

    static String withoutNoise(String sql) {
        return NOISE.matcher(sql)
                .replaceAll(found -> found.group(1) == null ? "" : Matcher.quoteReplacement(found.group(1)));
    }
}
