package dev.palindrome.h2.catalogue;

import dev.palindrome.h2.tree.CommittedRows;
import dev.palindrome.h2.tree.TreeSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.engine.Database;
import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.h2.schema.Sequence;
import org.h2.value.VersionedValue;

/**
 * Everything that H2 knows about a database apart from rows. H2 keeps it as rows itself, one for each object, with the
 * statement that makes it, in a table that has the number 0.
 */
public final class CatalogueSnapshot {

    /** Of ID, HEAD, TYPE and SQL. */
    private static final int ID = 0;

    private static final int SQL = 3;

    /** What changes without anybody changing the schema: statistics, and how far a sequence has counted. */
    private static final Pattern NOISE = Pattern.compile(
            "('(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\")| SELECTIVITY \\d+| RESTART WITH -?\\d+| EXHAUSTED");

    /** Without any of these there is none. */
    private static final List<String> NOISY = List.of(" SELECTIVITY ", " RESTART WITH ", " EXHAUSTED");

    private static final Pattern RANDOM = Pattern.compile("SYSTEM_SEQUENCE_[0-9A-F_]+");

    private final Database engine;
    private final int putBacks;
    private final TreeSnapshot<Long, VersionedValue<SearchRow>> before;
    private final List<String> invalidViews;
    private TreeSnapshot<Long, VersionedValue<SearchRow>> seen;

    public CatalogueSnapshot(Database engine) {
        this.engine = engine;
        this.putBacks = RebuildCount.of(engine);
        this.before = TreeSnapshot.ofCatalogue(engine);
        this.seen = before;
        this.invalidViews = new Catalogue(engine).invalidViews();
    }

    public boolean isTouched() {
        return !seen.isUntouched();
    }

    /**
     * The objects that were added, changed and dropped, in words; empty if only noise was.
     *
     * @param replaced kinds and names of what is not there any more, or is another object under its name
     */
    public List<String> changes(Stream<String> replaced) {
        CatalogueChanges changes = difference();
        replaced.forEach(changes::madeAnew);
        return changes.isEmpty() ? List.of() : changes.inWords(putBacks != RebuildCount.of(engine));
    }

    private CatalogueChanges difference() {
        CatalogueChanges difference = new CatalogueChanges();
        CommittedRows was = CommittedRows.of(before);
        CommittedRows is = CommittedRows.of(before.now());
        while (was.hasNext() || is.hasNext()) {
            if (was.isBefore(is)) {
                difference.gone(sql(was.next().row()));
            } else if (is.isBefore(was)) {
                difference.come(sql(is.next().row()));
            } else {
                both(was.next().row(), is.next().row(), difference);
            }
        }
        rolledBack(difference);
        return difference;
    }

    /**
     * CREATE and ALTER SEQUENCE do not commit. Where they are rolled back, the catalogue takes them back, but H2 goes on with
     * what it has in memory. Those of temporary tables are in memory alone.
     */
    private void rolledBack(CatalogueChanges difference) {
        Map<Integer, String> texts = new HashMap<>();
        CommittedRows rows = CommittedRows.of(before.now());
        while (rows.hasNext()) {
            Row row = rows.next().row();
            texts.put(row.getValue(ID).getInt(), sql(row));
        }
        for (Sequence sequence : new Catalogue(engine).allSequences()) {
            Optional<String> inMemory = Catalogue.statement(sequence);
            Optional<String> text = Optional.ofNullable(texts.get(sequence.getId()));
            if (inMemory.isPresent()
                    && !sequence.isTemporary()
                    && !inMemory.map(CatalogueSnapshot::withoutNoise)
                            .equals(text.map(CatalogueSnapshot::withoutNoise))) {
                text.ifPresent(difference::gone);
                difference.come(inMemory.get());
            }
        }
    }

    /**
     * What this holds and another has not, in words: H2's numbers apart, and the names that it makes up with random parts. A
     * view that cannot be asked any more is missing as well.
     */
    public List<String> missingIn(CatalogueSnapshot other) {
        List<String> here = texts();
        List<String> there = other.texts();
        List<String> mayBeMissing =
                without(there, here).stream().map(CatalogueSnapshot::plain).toList();
        List<String> mayBeNew =
                without(here, there).stream().map(CatalogueSnapshot::plain).toList();
        return Stream.concat(
                        without(mayBeNew, mayBeMissing).stream().map(StatementSubject::of),
                        without(invalidViews, other.invalidViews).stream().map(view -> "view " + view))
                .toList();
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        CommittedRows rows = CommittedRows.of(before);
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
    public void settle() {
        seen = before.now();
    }

    private static void both(Row was, Row is, CatalogueChanges difference) {
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
